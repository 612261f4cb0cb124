// Guards package-lock.json against two silent faults.
// 1. npm leaves out the optional platform packages that the registry in use lacks; `npm ci` then fails, or the
//    install is broken on another operating system.
// 2. Download addresses tie the file to one registry.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { packages } = JSON.parse(
  readFileSync(fileURLToPath(new URL('../package-lock.json', import.meta.url)), 'utf8'),
);
const faults = [];

/** Node's own look-up: the nearest node_modules outwards from the package that asks. */
function locked(from, name) {
  for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')))) {
    const found = packages[`${path ? `${path}/` : ''}node_modules/${name}`];
    if (found || !path) return found;
  }
}

for (const [path, entry] of Object.entries(packages)) {
  if (entry.resolved) faults.push(`${path}: has a download address (see .npmrc)`);
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!locked(path, name))
      faults.push(`${path || 'the root'}: wants ${name}@${range}, which is not locked`);
  }
}

if (faults.length) {
  console.error(`package-lock.json:\n  ${faults.join('\n  ')}`);
  process.exitCode = 1;
} else
  console.log(`package-lock.json: complete, ${Object.keys(packages).length} packages, no download addresses`);
