// `npm run build` makes all of dist/; `npm run build:cdn` only what a page loads by address.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { build } from 'vite';
import { writeEditorData } from './manifest.mjs';
import { fromRoot, root } from './paths.mjs';

process.chdir(root);
const isWhole = !process.argv.includes('--cdn');
const run = (mode) => build({ mode, logLevel: 'warn' });

if (isWhole) {
  await run('npm'); // first, since it empties dist/
  const tsc = fromRoot('node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
  if (status) process.exit(status);
  await writeEditorData();
}
await run('cdn');
rmSync('dist/standalone', { recursive: true, force: true });
for (const name of readdirSync('src/elements')) if (name !== 'base') await run(`standalone:${name}`);
