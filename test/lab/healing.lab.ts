import { test } from 'node:test';
import { endure, IMPAIRMENTS, TROUBLES } from './healing.js';
import { noLab, startLab } from './lab.js';

// They wait, most of the time. `npm run lab` plays them one by one, and takes the time.
test('A call in a network that changes', { skip: noLab, concurrency: 2 }, async (suite) => {
  await Promise.all(
    TROUBLES.map(({ name, options, play }) =>
      // Each in a laboratory of its own: hosts don't go back to where they were.
      suite.test(name, async (trouble) => {
        await play(await startLab(trouble, options));
      }),
    ),
  );
});

test('A call over a bad wire', { skip: noLab }, async (suite) => {
  const lab = await startLab(suite, { wires: ['A'], camera: 'large' });
  for (const { name, impairment } of IMPAIRMENTS) {
    await suite.test(name, async () => {
      await endure(lab, impairment);
    });
  }
});
