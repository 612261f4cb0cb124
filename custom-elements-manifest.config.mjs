/**
 * custom-elements.json: what each element offers, read from the source. scripts/manifest.mjs runs it.
 */

/** The built file of a source file. */
const published = (path) => path.replace(/^\/?src\//, 'dist/npm/').replace(/\.ts$/, '.js');

const isPublic = ({ privacy }) => privacy !== 'private' && privacy !== 'protected';
const byPath = (a, b) => (a.path < b.path ? -1 : 1);

/** "Class.property" of what is an element's own state: `shown: { state: true }` in its `static properties`. */
const states = new Set();
let tags = [];

/** What the analyzer does not see by itself: such states, and the tag in `define('iom-…', Class)`. */
const ownWords = {
  name: 'own-words',
  analyzePhase({ ts, node }) {
    if (ts.isCallExpression(node) && node.expression.getText() === 'define') {
      const [tag, element] = node.arguments;
      tags.push({ tagName: tag.text, name: element.getText() });
    }
    if (ts.isPropertyAssignment(node) && /\bstate: true\b/.test(node.initializer.getText())) {
      states.add(`${node.parent.parent.parent.name?.text}.${node.name.getText()}`);
    }
  },
  moduleLinkPhase({ moduleDoc: { path, declarations, exports } }) {
    for (const { tagName, name } of tags) {
      const element = declarations.find((declaration) => declaration.name === name);
      if (!element) continue;
      Object.assign(element, { tagName, customElement: true });
      exports.push({ kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } });
    }
    tags = [];
  },
};

/**
 * Leaves only what a user of the elements needs. The base classes had to be read, since the elements inherit their
 * attributes, slots, parts and events; but nobody imports them.
 */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    manifest.modules = manifest.modules
      .filter(({ declarations }) => declarations?.some(({ tagName }) => tagName))
      .sort(byPath);
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(({ tagName }) => tagName);
      const kept = new Set(module.declarations.map(({ name }) => name));
      module.exports = module.exports.filter(({ declaration }) => kept.has(declaration.name));
      for (const element of module.declarations) {
        const isState = ({ inheritedFrom, name }) => states.has(`${(inheritedFrom ?? element).name}.${name}`);
        element.members = element.members?.filter((each) => isPublic(each) && !each.static && !isState(each));
        const fields = new Set(element.members?.map(({ name }) => name));
        element.attributes = element.attributes?.filter(({ fieldName }) => fields.has(fieldName));
        // the analyzer also guesses events from dispatchEvent(new SomeEvent('first argument'))
        element.events = element.events?.filter(({ name }) => name?.startsWith('iom-'));
        for (const { type } of [...(element.members ?? []), ...(element.attributes ?? [])]) {
          if (type) type.text = type.text.replace(/\s+/g, ' ').replace(/^\| /, ''); // however the source breaks lines
        }
      }
      module.path = published(module.path);
      rewriteReferences(module);
    }
  },
};

function rewriteReferences(object) {
  for (const [key, value] of Object.entries(object)) {
    if (key === 'module' && typeof value === 'string') object[key] = published(value);
    else if (value && typeof value === 'object') rewriteReferences(value);
  }
}

export default {
  globs: ['src/elements/*/*.ts'],
  exclude: ['**/*.styles.ts', '**/*.view.ts'],
  litelement: true,
  dependencies: false,
  outdir: '.',
  plugins: [ownWords, publicOnly],
};
