// Starts web-test-runner so that its configuration may import TypeScript: the signaling server runs inside it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runTests } from './attempts.mjs';

const runner = join(createRequire(import.meta.url).resolve('@web/test-runner'), '../bin.js');
const command = [process.execPath, '--import', 'tsx', runner];
await runTests([...command, ...process.argv.slice(2)], 20, (files) => [...command, '--files', ...files]);
