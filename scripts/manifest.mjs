// `npm run manifest` writes custom-elements.json; the build also writes what VS Code and JetBrains editors complete
// tags and attributes from, into dist/editors.
import { writeFile } from 'node:fs/promises';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { format, resolveConfig } from 'prettier';
import { fromRoot, isMain, root } from './paths.mjs';

const FILE = fromRoot('custom-elements.json');

/** The text of custom-elements.json as the source would have it now. */
export async function manifestText() {
  const manifest = await cli({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
  // the same words whatever formats the repository, so that only real changes show
  return format(JSON.stringify(manifest), { ...(await resolveConfig(FILE)), filepath: FILE });
}

export async function writeEditorData() {
  const options = { outdir: fromRoot('dist/editors'), hideLogs: true };
  const text = await manifestText();
  generateVsCodeCustomElementData(JSON.parse(text), options);
  generateJetBrainsWebTypes(JSON.parse(text), { ...options, packageJson: false });
}

if (isMain(import.meta)) await writeFile(FILE, await manifestText());
