// The bundles for CDNs: one address that works by itself, others for `<call-check>` and `<call-phone>`, which use the first, and
// that of `<call-button>`, which uses none until it is pressed. `tsc` has run before; TypeScript is out of the picture here.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import { shrinkCss, shrinkHtml } from './scripts/shrink.mjs';

/** What may go from the text of a template, by its tag. */
const SHRINK = new Map([
  ['css', shrinkCss],
  ['html', shrinkHtml],
  ['svg', shrinkHtml],
]);

/** What is always so in a browser that can hold a call, and lets go what partysocket has for Node, React Native and debugging: 440 bytes. */
const IN_A_BROWSER = {
  global_defs: {
    '@process': 'undefined',
    'globalThis.Event': true,
    'globalThis.EventTarget': true,
    'navigator.product': 'Gecko',
  },
  pure_funcs: ['this._debug'],
};

const CALL = 'dist/components/cdn.js';
/** What stands beside the call: each imports it. */
const BESIDE = {
  'call-check': 'dist/components/elements/call-check/call-check.js',
  'call-chat': 'dist/components/elements/call-chat/call-chat.js',
  'call-people': 'dist/components/elements/call-people/call-people.js',
  'call-phone': 'dist/components/elements/call-phone/call-phone.js',
  'call-settings': 'dist/components/elements/call-settings/call-settings.js',
  'call-panel': 'dist/components/elements/call-button/call-panel.js',
};
const BUTTON = 'dist/components/elements/call-button/call-button.js';

/** What a press on the button loads, as the button names it; it has the same name in the folder of the bundles. */
const PANEL = './call-panel.js';

/** What stands for the hash of a bundle until all of it is known. */
const RELEASE = '--release--';

/** @type {import('rollup').OutputOptions} */
const OUTPUT = {
  dir: 'dist/cdn',
  format: 'es',
  entryFileNames: '[name].js',
  chunkFileNames: `[name]${RELEASE}.js`,
  generatedCode: 'es2015',
};

/** @type {import('rollup').RollupOptions[]} */
export default [
  {
    input: { 'call-room': CALL, ...BESIDE },
    // Lazy features import what they share with the entry from the entry, instead of both from a third file:
    // one round trip less until the first frame.
    preserveEntrySignatures: 'allow-extension',
    output: OUTPUT,
    plugins: [
      { name: 'forget-old-chunks', buildStart: () => rmSync('dist/cdn', { recursive: true, force: true }) },
      resolve({ browser: true }),
      besideTheCall(),
      leanPartysocket(),
      ...shrinking(),
    ],
    onwarn,
  },
  // By itself, so that it shares nothing with the call: a page with nothing but a button loads nothing but this.
  {
    input: { 'call-button': BUTTON },
    output: OUTPUT,
    makeAbsoluteExternalsRelative: false,
    plugins: [panelOutside(), ...shrinking()],
    onwarn,
  },
];

/** @param {import('rollup').RollupLog} warning */
function onwarn(warning) {
  throw new Error(`rollup: ${warning.message}`);
}

function shrinking() {
  return [
    shrinkTemplates(),
    shortNames(),
    terser({
      ecma: 2020,
      module: true,
      compress: { passes: 3, pure_getters: true, ...IN_A_BROWSER },
      // Those of partysocket, which nobody else touches: 190 bytes. Lit's begin with `_$`, and ours with `#`.
      mangle: { properties: { regex: /^_[a-z]/i } },
      format: { comments: false },
    }),
    nameByRelease(),
  ];
}

/**
 * Gives all chunks of a bundle the same hash, that of the whole: one of each would be nothing that Brotli could shorten, 40 bytes in the
 * first file, and another number of them with any change anywhere.
 *
 * @returns {import('rollup').Plugin}
 */
function nameByRelease() {
  return {
    name: 'name-by-release',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const hash = createHash('sha256');
      for (const { fileName, code } of chunks) hash.update(`${fileName}\n${code}\n`);
      const release = `-${hash.digest('hex').slice(0, 6)}`;
      for (const chunk of chunks) {
        chunk.code = chunk.code.replaceAll(RELEASE, release);
        chunk.fileName = chunk.fileName.replaceAll(RELEASE, release);
      }
    },
  };
}

/**
 * Makes whatever stands beside the call import it. What they share with it then stays in the call's file, instead of in a
 * third one that each page with a call would have to wait for.
 *
 * @returns {import('rollup').Plugin}
 */
function besideTheCall() {
  const beside = new Set(Object.values(BESIDE).map((file) => path.resolve(file)));
  return {
    name: 'beside-the-call',
    transform(code, id) {
      return beside.has(id) ? { code: `import ${JSON.stringify(path.resolve(CALL))};\n${code}`, map: null } : null;
    },
  };
}

/**
 * Leaves what a press on the button loads to the other bundle.
 *
 * @returns {import('rollup').Plugin}
 */
function panelOutside() {
  return {
    name: 'panel-outside',
    resolveId: (source) => (source === PANEL ? { id: source, external: true } : null),
  };
}

/** What partysocket says only to developers: of a missing `WebSocket`, and of sending after `close()`, which our wrapper rules out. */
const ADVICE = ['typeof WebSocket === "undefined"', 'this._closeCalled && !this._didWarnAboutClosedSend'];
/** What it does with subprotocols, of which we have none. */
const PROTOCOLS = 'this._getNextProtocols(this._protocols || null)';
/** Members of partysocket that our wrapper does not use, and that no minifier can know to be unused. */
const UNUSED = new Set([
  '_debug',
  '_getNextProtocols',
  'binaryType',
  'bufferedAmount',
  'extensions',
  'protocol',
  'drainQueuedMessages',
  'retryCount',
  'shouldReconnect',
  'url',
]);

/**
 * Takes out of partysocket what a call never needs: about 560 bytes.
 *
 * @returns {import('rollup').Plugin}
 */
function leanPartysocket() {
  return {
    name: 'lean-partysocket',
    transform(code, id) {
      if (!id.includes('partysocket')) return null;
      if (![...ADVICE, PROTOCOLS].every((part) => code.includes(part))) this.error('partysocket is not as it was: see ADVICE');
      /** @type {{ start: number, end: number }[]} */
      const unused = [];
      visit(this.parse(code), (node) => {
        if (node.type === 'MethodDefinition' && UNUSED.has(node.key.name)) unused.push(node);
      });
      unused.sort((a, b) => b.start - a.start);
      const used = unused.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
      const lean = ADVICE.reduce((text, condition) => text.replace(condition, 'false'), used);
      return { code: lean.replace(PROTOCOLS, 'null'), map: null };
    },
  };
}

/**
 * Takes indentation and comments out of our templates, which no minifier of JavaScript looks into: about 240 bytes.
 *
 * @returns {import('rollup').Plugin}
 */
function shrinkTemplates() {
  return {
    name: 'shrink-templates',
    transform(code, id) {
      if (id.includes('node_modules')) return null;
      /** @type {{ start: number, end: number, text: string }[]} */
      const edits = [];
      visit(this.parse(code), (node) => {
        const shrink = node.type === 'TaggedTemplateExpression' && SHRINK.get(node.tag.name);
        if (!shrink) return;
        for (const { start, end } of node.quasi.quasis) edits.push({ start, end, text: shrink(code.slice(start, end)) });
      });
      edits.sort((a, b) => b.start - a.start);
      return {
        code: edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code),
        map: null,
      };
    },
  };
}

/**
 * Calls every node of a syntax tree.
 *
 * @param {any} node
 * @param {(node: any) => void} action
 */
function visit(node, action) {
  if (typeof node !== 'object' || node === null) return;
  if (typeof node.type === 'string') action(node);
  for (const inner of Object.values(node)) visit(inner, action);
}

/**
 * Shortens names before terser does: esbuild gives the private names of each class the same few letters, terser no two
 * the same. About 310 bytes.
 *
 * @returns {import('rollup').Plugin}
 */
function shortNames() {
  return {
    name: 'short-names',
    async renderChunk(code) {
      const options = /** @type {const} */ ({ minifyIdentifiers: true, minifySyntax: true, format: 'esm', target: 'es2022' });
      const shorter = await transform(code, { ...options, legalComments: 'none' });
      return { code: shorter.code, map: null };
    },
  };
}
