// Starts web-test-runner so that its configuration may import TypeScript: the signaling server runs inside it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from './run.mjs';

const runner = join(createRequire(import.meta.url).resolve('@web/test-runner'), '../bin.js');
const { ok } = await run([process.execPath, '--import', 'tsx', runner, ...process.argv.slice(2)], { timeoutMs: 1_500_000 });
process.exitCode = ok ? 0 : 1;
