// `npm run locales`: collects the texts of src/ into xliff/ for the translators, and makes src/i18n/locales/ from what
// they wrote. Fails while a text lacks a translation, which the tool itself only mentions.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot, isMain, root } from './paths.mjs';

const FOLDERS = ['xliff', 'src/i18n/locales'];
const TOOL = fromRoot('node_modules/@lit/localize-tools/bin/lit-localize.js');

/** Extracts and builds by the configuration in a folder; returns what is wrong with the texts there, as sentences. */
function localize(folder) {
  const config = join(folder, 'lit-localize.json');
  const said = ['extract', 'build'].map((command) => {
    const options = { cwd: root, encoding: 'utf8' };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [TOOL, `--config=${config}`, command],
      options,
    );
    if (status) throw new Error(`lit-localize ${command} failed:\n${stdout}${stderr}`);
    return stdout + stderr;
  });
  const missing = {};
  for (const [, language, id] of said.join('\n').matchAll(/^(\S+) message (\S+) is missing/gm)) {
    (missing[language] ??= []).push(id);
  }
  return [
    ...unnamed(folder),
    ...Object.entries(missing).map(
      ([language, ids]) => `${language}: no translation yet of ${ids.join(', ')}`,
    ),
  ];
}

/** A text without an id of its own gets a hash, by which src/i18n/localize.ts would never find its translation. */
function unnamed(folder) {
  const units = Object.values(contents(join(folder, 'xliff')))[0] ?? '';
  const found = units.matchAll(/<trans-unit id="[sh][0-9a-f]{16}">\s*<source>(.*?)<\/source>/gs);
  return Array.from(found, ([, text]) => `the text "${text}" needs an id: msg('…', { id: 'widget.word' })`);
}

const contents = (folder) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** What is wrong with xliff/ and src/i18n/locales/, as sentences; looks in a copy and changes nothing. */
export function localeFaults() {
  const copy = mkdtempSync(join(tmpdir(), 'locales-'));
  try {
    for (const folder of FOLDERS) cpSync(fromRoot(folder), join(copy, folder), { recursive: true });
    const config = JSON.parse(readFileSync(fromRoot('lit-localize.json'), 'utf8'));
    config.tsConfig = fromRoot(config.tsConfig); // the source stays where it is, the results go into the copy
    writeFileSync(join(copy, 'lit-localize.json'), JSON.stringify(config));
    const faults = localize(copy);
    const stale = FOLDERS.flatMap((folder) => {
      const [now, fresh] = [contents(fromRoot(folder)), contents(join(copy, folder))];
      const names = Object.keys({ ...now, ...fresh }).filter((name) => now[name] !== fresh[name]);
      return names.map((name) => `${folder}/${name} is not what the source makes: run npm run locales`);
    });
    return [...stale, ...faults];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

if (isMain(import.meta)) {
  const faults = localize(root);
  if (faults.length) {
    console.error(`${faults.join('\n')}\nTranslations go into xliff/; then run npm run locales again.`);
    process.exitCode = 1;
  }
}
