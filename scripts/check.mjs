// `npm run check`: every check that runs no test, one after the other, and at the end which of them failed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fromRoot, root } from './paths.mjs';
import { localeFaults } from './locales.mjs';
import { manifestText } from './manifest.mjs';

const npmRun = (script) => () => {
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    cwd: root,
    stdio: 'inherit',
    shell: true,
  });
  return status ? [`npm run ${script} found faults`] : [];
};

async function manifestFaults() {
  const file = fromRoot('custom-elements.json');
  const isFresh = existsSync(file) && readFileSync(file, 'utf8') === (await manifestText());
  return isFresh ? [] : ['custom-elements.json is not what the source makes: run npm run manifest'];
}

function lockFaults() {
  const { status } = spawnSync(process.execPath, [fromRoot('scripts/check-lock.mjs')], { stdio: 'inherit' });
  return status ? ['package-lock.json is not fit for every machine'] : [];
}

const checks = {
  types: npmRun('types'),
  lint: npmRun('lint'),
  format: npmRun('format:check'),
  locales: localeFaults,
  manifest: manifestFaults,
  lock: lockFaults,
};

const wanted = process.argv.slice(2);
const failed = [];
for (const [name, check] of Object.entries(checks)) {
  if (wanted.length && !wanted.includes(name)) continue;
  const faults = await Promise.resolve().then(check).catch((error) => [error.message]); // prettier-ignore
  console.log(faults.length ? `✗ ${name}\n    ${faults.join('\n    ')}` : `✓ ${name}`);
  if (faults.length) failed.push(name);
}
if (failed.length) {
  console.error(`\nFailed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
