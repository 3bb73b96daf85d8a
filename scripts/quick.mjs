// `npm run test:quick -- <file>…`: the named test files alone, each in the runner that it belongs to.
import { run } from './run.mjs';

const KINDS = ['.node.test.ts', '.pack.ts', '.flow.ts', '.lab.ts', '.test.ts'];

const files = process.argv.slice(2);
if (files.length === 0) throw new TypeError('Name a test file: npm run test:quick -- test/…');
for (const suffix of KINDS) {
  const ofThisKind = files.filter((file) => KINDS.find((kind) => file.endsWith(kind)) === suffix);
  if (ofThisKind.length === 0) continue;
  const command =
    suffix === '.test.ts'
      ? ['scripts/browser-tests.mjs', '--files', ...ofThisKind]
      : ['scripts/node-tests.mjs', suffix, ...ofThisKind];
  const { ok } = await run([process.execPath, ...command]);
  if (!ok) process.exitCode = 1;
}
