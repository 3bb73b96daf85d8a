import { test } from 'node:test';
import { noLab, startLab } from './lab.js';
import { CASES, play } from './matrix.js';

test('A call through routers', { skip: noLab }, async (suite) => {
  const lab = await startLab(suite);
  for (const one of CASES) {
    const goes = `goes ${one.way}${one.way === 'nowhere' ? ', and both are told' : ''}`;
    await suite.test(`${goes}: ${one.name}`, async () => {
      await play(lab, one);
    });
  }
});
