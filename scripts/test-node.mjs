// Runs test/**/*.node.test.ts with Node's own runner, which knows no globs before Node 21.
// FILES=part-of-a-name runs only the files whose path holds it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, root } from './paths.mjs';

const wanted = process.env.FILES?.split(',');
const files = (existsSync(fromRoot('test')) ? readdirSync(fromRoot('test'), { recursive: true }) : [])
  .filter((file) => file.endsWith('.node.test.ts'))
  .map((file) => join('test', file))
  .filter((file) => !wanted || wanted.some((part) => file.replaceAll('\\', '/').includes(part)))
  .sort();

if (!files.length) console.log('No tests for Node here.');
else {
  // 'source': '#platform' then means src/, not dist/ (package.json, "imports")
  const args = [
    '--conditions=source',
    '--import',
    'tsx',
    '--test',
    '--test-reporter=spec',
    ...process.argv.slice(2),
    ...files,
  ];
  process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}
