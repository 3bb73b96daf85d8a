import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BUTTON_ENTRY, measure, readBudget } from '../../scripts/size.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface PackageJson {
  name: string;
  exports: Record<string, string | { types: string; default: string }>;
  bin: Record<string, string>;
  jsdelivr: string;
  unpkg: string;
  dependencies: Record<string, string>;
}

/** A project of somebody who installed the package: what `npm pack` makes, and its declared dependencies alone. */
let project: string;
let tarball: string;
let manifest: PackageJson;
/** Paths in the package, without the `package/` in front. */
let files: string[];

before(async () => {
  project = await mkdtemp(join(tmpdir(), 'call-room-package-'));
  const packed = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project]);
  const [{ filename = '', files: list = [] } = {}] = JSON.parse(packed) as { filename?: string; files?: { path: string }[] }[];
  tarball = join(project, filename);
  files = list.map(({ path }) => path);
  manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as PackageJson;
  await install();
});
after(() => rm(project, { recursive: true, force: true }));

describe('the package', () => {
  it('satisfies publint', async () => {
    await run(bin('publint'), ['run', tarball, '--strict']);
  });

  it('has types that every module resolution finds', async () => {
    await run(bin('attw'), [
      tarball,
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      './custom-elements.json',
      './package.json',
    ]);
  });

  it('holds what its manifest names', () => {
    const named = [
      ...Object.values(manifest.exports).flatMap((entry) => (typeof entry === 'string' ? entry : Object.values(entry))),
      ...Object.values(manifest.bin),
      manifest.jsdelivr,
      manifest.unpkg,
    ];
    const missing = named.map((path) => path.replace('./', '')).filter((path) => !files.includes(path));
    assert.deepEqual(missing, []);
  });

  it('holds no sources, tests or caches', () => {
    const strays = files.filter((path) => !/^(dist|signaling\/protocol\/PROTOCOL\.md$|[\w.-]+$)/.test(path));
    assert.deepEqual([...strays, ...files.filter((path) => /\.tsbuildinfo$|(^|\/)test\//.test(path))], []);
  });

  it('is imported by Node without harm, each entry by itself', async () => {
    for (const entry of entries()) {
      await run(process.execPath, ['--input-type=module', '--eval', `await import(${JSON.stringify(entry)})`], project);
    }
  });

  it('runs its command', async () => {
    const [command = ''] = Object.values(manifest.bin);
    const help = await run(process.execPath, [join(project, 'node_modules', manifest.name, command), '--help'], project);
    assert.match(help, /serve/);
  });

  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    it(`type-checks in a project with moduleResolution ${moduleResolution}`, async () => {
      const settings = { module, moduleResolution, target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'] };
      const strictness = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [], skipLibCheck: false };
      const tsconfig = { compilerOptions: { ...settings, ...strictness }, files: ['consumer.ts'] };
      await writeFile(join(project, 'tsconfig.json'), JSON.stringify(tsconfig));
      await writeFile(join(project, 'consumer.ts'), await readFile(join(ROOT, 'test/packaging/consumer.ts'), 'utf8'));
      await run(bin('tsc'), ['-p', project], project);
    });
  }
});

describe('the bundle for CDNs', () => {
  it('imports nothing from elsewhere', () => {
    for (const entry of ['call-room', 'call-check', 'call-phone', 'call-panel', 'call-button']) {
      assert.deepEqual(measure(`dist/cdn/${entry}.js`).foreign, []);
    }
  });

  it('has the call in one file, whatever else shares its parts', () => {
    assert.deepEqual(measure().files, ['dist/cdn/call-room.js']);
    const [check, call, ...others] = measure('dist/cdn/call-check.js').files;
    assert.deepEqual([check, call], ['dist/cdn/call-check.js', 'dist/cdn/call-room.js']);
    // What follows the language of the page: the call itself loads it later, too.
    assert.ok(
      others.every((file) => /language-controller/.test(file)),
      others.join(),
    );
  });

  it('has a button in one file, with nothing of the call', (test) => {
    const { files: parts, brotli } = measure(BUTTON_ENTRY);
    const { button, buttonReason } = readBudget();
    assert.deepEqual(parts, [BUTTON_ENTRY]);
    test.diagnostic(`${brotli} bytes (brotli) of at most ${button}: ${buttonReason}`);
    assert.ok(brotli <= button, `${brotli} bytes are more than ${button}`);
  });

  it('costs a page no more bytes than its budget until the first frame', (test) => {
    const { brotli } = measure();
    const { budget, reason } = readBudget();
    test.diagnostic(`${brotli} bytes (brotli) of at most ${budget}: ${reason}`);
    assert.ok(brotli <= budget, `${brotli} bytes are more than ${budget}`);
  });
});

describe('the manifest of custom elements', () => {
  it('describes the elements, under the paths of the package', async () => {
    const { modules } = JSON.parse(await readFile(join(ROOT, 'custom-elements.json'), 'utf8')) as {
      modules: { path: string; declarations?: { tagName?: string }[] }[];
    };
    const defined = modules.filter(({ declarations = [] }) => declarations.some(({ tagName }) => tagName));
    const tags = defined.flatMap(({ declarations = [] }) => declarations.flatMap(({ tagName }) => tagName ?? []));
    const promised = ['call-room', 'local-video', 'remote-video', 'call-controls', 'call-check', 'call-button', 'call-phone'];
    promised.push('call-chat', 'call-people', 'call-settings');
    for (const tag of promised) assert.ok(tags.includes(tag), tag);
    assert.deepEqual(
      defined.map(({ path }) => path).filter((path) => !files.includes(path)),
      [],
    );
  });

  it('names no part that can’t be styled from outside a room', async () => {
    const { modules } = JSON.parse(await readFile(join(ROOT, 'custom-elements.json'), 'utf8')) as {
      modules: { declarations?: { tagName?: string; cssParts?: { name: string }[] }[] }[];
    };
    const partsOf = (tag: string): string[] => {
      const found = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === tag);
      return (found?.cssParts ?? []).map(({ name }) => name);
    };
    const lists = (await import(join(ROOT, 'dist/components/elements/room-parts.js'))) as Record<string, readonly string[]>;
    const { ROOM_PARTS = [], CHAT_PARTS = [], PEOPLE_PARTS = [], SETTINGS_PARTS = [] } = lists;
    // A phone and a button have no lobby, and tell of their calls in words of their own.
    const own = ['lobby', 'guide', 'status', 'error'];
    for (const [tag, parts] of [
      ['call-room', [...ROOM_PARTS, ...own]],
      ['call-chat', CHAT_PARTS],
      ['call-people', PEOPLE_PARTS],
      ['call-settings', SETTINGS_PARTS],
    ] as const) {
      const documented = partsOf(tag);
      assert.ok(documented.length > 0, tag);
      assert.deepEqual(
        documented.filter((part) => !parts.includes(part)),
        [],
        tag,
      );
    }
  });

  it('is what the tables of the README say', async () => {
    await run(process.execPath, ['scripts/api-tables.mjs', '--check']);
  });
});

/** What may be imported: `call-room`, `call-room/call`, … but no JSON. */
const entries = (): string[] =>
  Object.keys(manifest.exports)
    .filter((path) => !path.endsWith('.json'))
    .map((path) => manifest.name + path.slice(1));

/** Needs no registry: the dependencies are those that this repository's own installation has found. */
async function install(): Promise<void> {
  const modules = join(project, 'node_modules');
  await mkdir(join(modules, manifest.name), { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', join(modules, manifest.name), '--strip-components=1']);
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(ROOT, 'node_modules', name), join(modules, name), 'junction');
  }
  await writeFile(join(project, 'package.json'), JSON.stringify({ type: 'module', private: true }));
}

const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name);

/**
 * @returns what the command printed
 * @throws {AssertionError} with all of its output, when it fails
 */
function run(file: string, args: string[], cwd = ROOT): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd, timeout: 120_000 }, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else reject(new assert.AssertionError({ message: `${file} ${args.join(' ')}\n${error.message}\n${stdout}\n${stderr}` }));
    });
  });
}
