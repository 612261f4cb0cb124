/**
 * Makes dist/, one mode a run; scripts/build.mjs runs them in this order.
 *
 * npm              dist/index.js, dist/npm/**    for bundlers and Node: readable, Lit stays outside, and whoever
 *                                                imports it chooses '#platform'
 * cdn              dist/iom-widgets.js           the autoloader: no Lit in it, it fetches what a page uses
 *                  dist/elements/<n>/<n>.js      one element, to load by hand
 *                  dist/chunks/*                 what those share
 *                  dist/locales/<lang>.js        catalogues, fetched on demand, by the standalone files too
 * standalone:<n>   dist/standalone/iom-<n>.js    one element and all it needs but the other languages
 *                  dist/standalone/chunks/*      what that file fetches on demand
 */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { defaultClientConditions, defineConfig, type BuildEnvironmentOptions, type Plugin } from 'vite';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const banner = `/*! iom-widgets ${version}, MIT License; includes Lit, Copyright Google LLC, BSD-3-Clause */`;

/** Every folder of src/elements but the base classes is one element. */
export const elementNames = readdirSync('src/elements').filter((name) => name !== 'base');
const CATALOGUE = /\/src\/i18n\/locales\/([a-z]{2,3}(?:-\w+)?)\.ts$/;
const languages = readdirSync('src/i18n/locales').flatMap(
  (file) => CATALOGUE.exec(`/src/i18n/locales/${file}`)?.[1] ?? [],
);

const elementPath = (name: string) => `elements/${name}/${name}`;
const entries = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `src/${name}.ts`]));

/**
 * Makes a generated catalogue a file that imports nothing, so that every build of ours can share it: `str` is written
 * into it. HTML would drag Lit in, and is not needed.
 */
const catalogues: Plugin = {
  name: 'catalogues',
  enforce: 'pre',
  transform(code, id) {
    if (!CATALOGUE.test(id)) return null;
    if (/\bhtml`/.test(code)) this.error(`${id}: a message holds HTML; texts must be plain strings`);
    const own = code.replace(/^\s*import .*$/gm, '');
    if (!/\bstr`/.test(own)) return { code: own, map: null };
    return {
      code: `const str = (strings, ...values) => ({ strTag: true, strings, values });\n${own}`,
      map: null,
    };
  },
};

/** In a standalone file the catalogues stay outside: it fetches those of the cdn build. */
const sharedCatalogues: Plugin = {
  name: 'shared-catalogues',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    const language = found && CATALOGUE.exec(found.id)?.[1];
    return language ? { id: `../locales/${language}.js`, external: true } : null;
  },
};

/** No minifier looks into templates: this takes the comments and the indents out of css`…`. */
const shortStyles: Plugin = {
  name: 'short-styles',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !code.includes('css`')) return null;
    const shorten = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n');
    return { code: code.replace(/\bcss`[^`]*`/g, shorten), map: null };
  },
};

/** The style sheet for what the page shows before and without the script needs no processing. */
const fallbackStyles: Plugin = {
  name: 'fallback-styles',
  writeBundle() {
    if (existsSync('src/styles/fallback.css')) copyFileSync('src/styles/fallback.css', 'dist/fallback.css');
  },
};

/** Names with hashes pile up otherwise, since dist/ is not emptied between the modes. */
const dropOldChunks = (folder: string): Plugin => ({
  name: 'drop-old-chunks',
  buildStart: () => rmSync(folder, { recursive: true, force: true }),
});

const npm: BuildEnvironmentOptions = {
  outDir: 'dist',
  emptyOutDir: true,
  minify: false,
  lib: {
    entry: entries([
      'index',
      ...elementNames.map(elementPath),
      'ingest/ingest',
      'platform/browser',
      'platform/node',
    ]),
    formats: ['es'],
  },
  rolldownOptions: {
    external: [/^lit($|\/)/, /^@lit\//, 'parse5', 'saxes', '#platform'],
    output: {
      preserveModules: true,
      preserveModulesRoot: 'src',
      // the helper for decorators would sit in a folder named after the compiler's version
      entryFileNames: ({ name }) =>
        name === 'index'
          ? 'index.js'
          : `npm/${name.startsWith('_virtual') ? `helpers/${basename(name)}` : name}.js`,
    },
  },
};

const minified = (entry: Record<string, string>, outDir: string): BuildEnvironmentOptions => ({
  outDir,
  emptyOutDir: false,
  sourcemap: true,
  // Library mode, since Vite would wrap each import() of an application in its own preloader.
  lib: { entry, formats: ['es'] },
  rolldownOptions: {
    preserveEntrySignatures: 'allow-extension',
    output: {
      minify: true, // white space as well, which library mode would keep
      comments: false,
      postBanner: ({ isEntry, name }) => (isEntry && !name.startsWith('locales/') ? banner : ''),
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
  },
});

export default defineConfig(({ command, mode }) => {
  const element = mode.startsWith('standalone:') && mode.slice('standalone:'.length);
  if (command === 'build' && !element && mode !== 'npm' && mode !== 'cdn') {
    throw new Error(`No build mode "${mode}": see vite.config.ts, or run npm run build`);
  }
  const build =
    mode === 'npm'
      ? npm
      : element
        ? minified({ [`iom-${element}`]: `src/${elementPath(element)}.ts` }, 'dist/standalone')
        : minified(
            {
              'iom-widgets': 'src/autoload.ts',
              ...entries(elementNames.map(elementPath)),
              ...Object.fromEntries(
                languages.map((language) => [`locales/${language}`, `src/i18n/locales/${language}.ts`]),
              ),
            },
            'dist',
          );
  return {
    base: './',
    publicDir: false,
    resolve: { conditions: ['source', ...defaultClientConditions] },
    plugins: [
      catalogues,
      ...(mode === 'npm' ? [] : [shortStyles]),
      ...(element ? [sharedCatalogues] : []),
      ...(mode === 'cdn' ? [dropOldChunks('dist/chunks'), fallbackStyles] : []),
    ],
    build: { target: 'es2022', modulePreload: false, ...build },
  };
});
