// The demo has no build of its own: what stands in demo/ is served as it is.
import { cpSync, existsSync, rmSync } from 'node:fs';

rmSync('dist/demo', { recursive: true, force: true });
if (existsSync('demo')) {
  cpSync('demo', 'dist/demo', { recursive: true, filter: (path) => !/tsconfig\.json$|\.ts$/.test(path) });
}
