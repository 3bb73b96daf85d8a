// Builds the worked examples into dist/demo/frameworks: `node demo/frameworks/build.js`, after `npm run build`. Each is built as
// its framework asks, by esbuild and the framework's own compiler.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile as compileSvelte } from 'svelte/compiler';
import { compileScript, parse } from 'vue/compiler-sfc';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../../dist/demo/frameworks/', import.meta.url));

/** An esbuild plugin that hands files of one kind to a compiler. */
const files = (filter, compile) => ({
  name: `files ${filter}`,
  setup(esbuild) {
    esbuild.onLoad({ filter }, async ({ path }) => ({ contents: compile(await readFile(path, 'utf8'), path), loader: 'js' }));
  },
});

const vue = files(/\.vue$/, (source, filename) => {
  const { descriptor, errors } = parse(source, { filename });
  if (errors.length > 0) throw errors[0];
  return compileScript(descriptor, {
    id: 'app',
    inlineTemplate: true,
    // Vue has to be told which tags are no components of its own.
    templateOptions: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('call-') } },
  }).content;
});

const svelte = files(/\.svelte$/, (source, filename) => compileSvelte(source, { filename, css: 'injected' }).js.code);

const EXAMPLES = {
  react: { entry: 'main.jsx', jsx: 'automatic' },
  vue: {
    entry: 'main.js',
    plugins: [vue],
    define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  },
  svelte: { entry: 'main.js', plugins: [svelte], conditions: ['svelte', 'browser'] },
  angular: {
    entry: 'main.ts',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  },
};

await Promise.all(
  Object.entries(EXAMPLES).map(([name, { entry, define, ...options }]) =>
    build({
      ...options,
      entryPoints: [`${HERE}${name}/${entry}`],
      outfile: `${OUTPUT}${name}/built.js`,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"', ...define },
      logLevel: 'warning',
    }),
  ),
);
