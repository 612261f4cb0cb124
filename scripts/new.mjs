/**
 * `npm run new widget <name>`  an element with its styles, a story and a test, in the two lists of widgets.
 * `npm run new format <id>`    a feed format with a pair of samples and their test, in the list of formats.
 *
 * What is written works as it is: run the tests, then change it. The models are in scripts/templates/.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { fromRoot, isMain } from './paths.mjs';

const USAGE =
  'Usage: npm run new widget <name>, or npm run new format <id>, in small letters: press-map, news-ml';
const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What is written (by template) and what is changed, for each kind. */
const KINDS = {
  widget: {
    files: ({ name }) => ({
      'widget.ts': `src/elements/${name}/${name}.ts`,
      'widget.styles.ts': `src/elements/${name}/${name}.styles.ts`,
      'widget.stories.ts': `stories/${name}.stories.ts`,
      'widget.test.ts': `test/elements/${name}.test.ts`,
    }),
    registrations: ({ name, tag, Class }) => [
      [
        'src/manifest.ts',
        (text) =>
          insertSorted(text, /^ {2}'iom-.*$/gm, `  '${tag}': () => import('./elements/${name}/${name}.js'),`),
      ],
      [
        'src/index.ts',
        (text) =>
          insertSorted(
            text,
            /^export \{ Iom\w+ \} from '.\/elements\/.*$/gm,
            `export { ${Class} } from './elements/${name}/${name}.js';`,
          ),
      ],
    ],
    next: ({ tag }) =>
      `<${tag}> works as it is. Describe it in its comment, then: npm run locales (its words), npm run manifest, npm test.`,
  },
  format: {
    files: ({ name }) => ({
      'format.ts': `src/ingest/formats/${name}.ts`,
      'format.input.json': `test/fixtures/${name}/minimal/input.json`,
      'format.feed.json': `test/fixtures/${name}/minimal/feed.json`,
      'format.test.ts': `test/ingest/${name}.node.test.ts`,
    }),
    registrations: ({ name, camel }) => [
      [
        'src/ingest/formats/index.ts',
        // first of all, since JSON Feed takes whatever has items
        (text) =>
          insertSorted(text, /^import .*$/gm, `import { ${camel} } from './${name}.js';`).replace(
            /(feedFormats\b[^=]*= \[)/,
            `$1${camel}, `,
          ),
      ],
    ],
    next: ({ name }) =>
      `The format "${name}" works as it is. Put a real document into test/fixtures/${name}/, then: npm run test:node.`,
  },
};

function namesOf(name) {
  const Words = name.replace(/-/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
  const camel = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  return { name, camel, tag: `iom-${name}`, Class: `Iom${camel[0].toUpperCase()}${camel.slice(1)}`, Words };
}

/** Puts a line among the lines of its kind, before the first that sorts after it. */
function insertSorted(text, pattern, line) {
  const lines = [...text.matchAll(pattern)];
  if (!lines.length) throw new Error(`There is no line like "${line}" to put it beside`);
  const next = lines.find((match) => match[0] > line);
  const last = lines.at(-1);
  const at = next ? next.index : last.index + last[0].length + 1;
  return `${text.slice(0, at)}${line}\n${text.slice(at)}`;
}

async function pretty(path, text) {
  const file = fromRoot(path);
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

/** Checks and prepares everything before it writes anything. Returns the paths, and what to do next. */
export async function create(kind, name) {
  const make = Object.hasOwn(KINDS, kind ?? '') && KINDS[kind];
  const bare = (name ?? '').replace(/^iom-/, '');
  if (!make || !KEBAB.test(bare) || bare === 'base') throw new Error(USAGE);
  const names = namesOf(bare);
  const written = [];
  for (const [template, path] of Object.entries(make.files(names))) {
    if (existsSync(fromRoot(path))) throw new Error(`${path} is there already; nothing was changed`);
    const text = readFileSync(fromRoot(`scripts/templates/${template}.txt`), 'utf8');
    written.push([
      path,
      await pretty(
        path,
        text.replace(/__(name|camel|tag|Class|Words)__/g, (_, key) => names[key]),
      ),
    ]);
  }
  for (const [path, change] of make.registrations(names)) {
    written.push([path, await pretty(path, change(readFileSync(fromRoot(path), 'utf8')))]);
  }
  for (const [path, text] of written) {
    mkdirSync(dirname(fromRoot(path)), { recursive: true });
    writeFileSync(fromRoot(path), text);
  }
  return { paths: written.map(([path]) => path), next: make.next(names) };
}

if (isMain(import.meta)) {
  try {
    const { paths, next } = await create(...process.argv.slice(2));
    console.log(`${paths.map((path) => `  ${path}`).join('\n')}\n\n${next}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
