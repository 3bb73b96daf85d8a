import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TEXT = /\.(ts|tsx|js|mjs|json|md|html|css|svg|yml|yaml|txt)$|(^|\/)(run|\.npmrc|\.gitignore|\.editorconfig|LICENSE)$/;
/** Folders of one machine: of people, of its administrator, of a workspace. */
const MACHINE_PATH = new RegExp(`(?<![\\w.~*:/}-])/(${['home', 'root', 'work', 'Users', 'tmp'].join('|')})/[\\w.-]+`);

describe('the repository', () => {
  it('names no address to download from in its lock file', () => {
    assert.doesNotMatch(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'), /"resolved": "http/);
  });

  it('names no folder of the machine that it was written on', () => {
    const found = tracked().flatMap((path) => {
      const lines = readFileSync(join(ROOT, path), 'utf8').split('\n');
      return lines.flatMap((line, index) => (MACHINE_PATH.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []));
    });
    assert.deepEqual(found, []);
  });
});

/** The text files under version control and those that are new. Without git, in an archive: all that a build did not make. */
function tracked(): string[] {
  return list().filter((path) => TEXT.test(path));
}

function list(): string[] {
  try {
    return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\n')
      .filter((path) => path !== '' && exists(path));
  } catch {
    const all = readdirSync(ROOT, { recursive: true, encoding: 'utf8' });
    return all.filter((path) => !/^(node_modules|dist|\.cache|\.git|coverage|screenshots)[/\\]/.test(path));
  }
}

function exists(path: string): boolean {
  try {
    readFileSync(join(ROOT, path));
    return true;
  } catch {
    return false; // Deleted, but not yet committed as such.
  }
}
