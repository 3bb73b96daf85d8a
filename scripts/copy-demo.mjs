// The demo has no build of its own: what stands in demo/ is served as it is, and beside it the manifest, from which its pages
// make controls and tables. The worked examples for frameworks are built by demo/frameworks/build.js.
import { copyFileSync, cpSync, existsSync, rmSync } from 'node:fs';

rmSync('dist/demo', { recursive: true, force: true });
if (existsSync('demo')) {
  cpSync('demo', 'dist/demo', { recursive: true, filter: (path) => !path.endsWith('build.js') });
  copyFileSync('custom-elements.json', 'dist/demo/custom-elements.json');
}
