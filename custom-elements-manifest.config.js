// What editors and documentation tools read: made from the JSDoc of the elements.

/** In the package stands what `tsc` made of a source file. */
const published = (path) => path.replace(/^\/?(components\/.*)\.ts$/, 'dist/$1.js');

/** The analyzer knows `customElements.define`; ours is called `define`, and looks whether the tag is taken. */
const guardedDefine = {
  name: 'call-room-define',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, element] = node.arguments;
    if (!tag || !element || !ts.isStringLiteral(tag)) return;
    const declaration = moduleDoc.declarations?.find(({ name }) => name === element.getText());
    if (declaration) Object.assign(declaration, { customElement: true, tagName: tag.text });
    moduleDoc.exports = [
      ...(moduleDoc.exports ?? []),
      {
        kind: 'custom-element-definition',
        name: tag.text,
        declaration: { name: element.getText(), module: moduleDoc.path },
      },
    ];
  },
};

/** Keeps what a user of the elements can see: elements, their documented events, and the classes of these. */
const publicOnly = {
  name: 'call-room-public-only',
  packageLinkPhase({ customElementsManifest }) {
    const isPublic = ({ path, declarations = [] }) =>
      path.startsWith('components/events/') || declarations.some(({ tagName }) => tagName);
    customElementsManifest.modules = customElementsManifest.modules.filter(isPublic);
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        // The analyzer guesses further names from the arguments of `dispatchEvent`.
        if (declaration.events) declaration.events = declaration.events.filter(({ description }) => description);
        // And takes what an element merely watches, as its `id`, for one of its own.
        if (declaration.attributes) declaration.attributes = declaration.attributes.filter(({ description }) => description);
      }
    }
  },
};

const publishedPaths = {
  name: 'call-room-published-paths',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) rewrite(module);
  },
};

/** Modules are named by `path`, and by `module` in whatever refers to them. */
function rewrite(value) {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if ((key === 'path' || key === 'module') && typeof inner === 'string') value[key] = published(inner);
    else rewrite(inner);
  }
}

export default {
  globs: ['components/elements/**/*.ts', 'components/events/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [guardedDefine, publicOnly, publishedPaths],
};
