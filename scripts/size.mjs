// What a page pays for the tag: the bytes (brotli) that it downloads until the first frame, against the budget in
// scripts/size.json. Lazy chunks don't count: nobody downloads them before they are asked for.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';

/**
 * @typedef {object} Size
 * @property {string[]} files The entry and what it imports statically, entry first.
 * @property {number} raw Bytes as they lie on the disk.
 * @property {number} brotli Bytes as a CDN sends them (brotli, quality 11, each file by itself).
 * @property {string[]} foreign What these files import that does not lie beside them; a bundle for CDNs has none.
 */

const ENTRY = 'dist/cdn/call-room.js';
/** Alone on its page until somebody presses it. */
export const BUTTON_ENTRY = 'dist/cdn/call-button.js';

/**
 * @param {string} [entry]
 * @returns {Size}
 */
export function measure(entry = ENTRY) {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  /** @type {string[]} */
  const foreign = [];
  const visit = (/** @type {string} */ file) => {
    if (files.has(file)) return;
    const content = readFileSync(file);
    files.set(file, content);
    const { first, lazy } = importsOf(content.toString('utf8'));
    foreign.push(...[...first, ...lazy].filter((path) => !path.startsWith('./')));
    for (const path of first) if (path.startsWith('./')) visit(normalize(join(dirname(file), path)));
  };
  visit(normalize(entry));
  const sum = (/** @type {(content: Buffer) => number} */ sizeOf) =>
    [...files.values()].reduce((total, content) => total + sizeOf(content), 0);
  return { files: [...files.keys()], raw: sum(({ length }) => length), brotli: sum(compressedSize), foreign };
}

/**
 * What a module imports at first (`import … from`, `export … from`) and lazily (`import()`).
 *
 * @param {string} code
 */
function importsOf(code) {
  /** @type {{ first: string[], lazy: string[] }} */
  const imports = { first: [], lazy: [] };
  const visit = (/** @type {any} */ node) => {
    if (typeof node !== 'object' || node === null) return;
    const path = typeof node.type === 'string' ? node.source?.value : undefined;
    if (typeof path === 'string') imports[node.type === 'ImportExpression' ? 'lazy' : 'first'].push(path);
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(parseAst(code));
  return imports;
}

/** @param {Buffer} content */
const compressedSize = (content) =>
  brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }).length;

/**
 * The most that is allowed, in bytes, for a page with a call and for one with a button that nobody has pressed; and why that is
 * what it is.
 *
 * @returns {{ budget: number, reason: string, button: number, buttonReason: string }}
 */
export const readBudget = () => JSON.parse(readFileSync(new URL('size.json', import.meta.url), 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { budget, button } = readBudget();
  report(measure(), 'until the first frame', budget);
  report(measure(BUTTON_ENTRY), 'until a button is pressed', button);
}

/**
 * @param {Size} size
 * @param {string} what
 * @param {number} budget
 */
function report({ files, raw, brotli }, what, budget) {
  const over = brotli > budget;
  process.stdout.write(
    `${brotli} bytes (brotli) ${what}, of at most ${budget}; ${raw} bytes raw in ${files.length} file(s)\n` +
      (over ? 'Over budget: make it smaller, or raise the budget in scripts/size.json and say there why.\n' : ''),
  );
  if (over) process.exitCode = 1;
}
