/** `npm run new` in a copy of the project: what it writes is of this project's types and style, and works. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'iom-widgets-'));
after(() => rmSync(copy, { recursive: true, force: true }));

for (const path of [
  'src',
  'scripts',
  'test',
  'package.json',
  'tsconfig.json',
  '.prettierrc',
  '.prettierignore',
]) {
  cpSync(join(root, path), join(copy, path), { recursive: true });
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');

function run(...args: string[]): { status: number | null; output: string } {
  // else the runner inside would report to the one outside
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}
const make = (...args: string[]) => run('scripts/new.mjs', ...args);
const read = (path: string) => readFileSync(join(copy, path), 'utf8');

test('writes a widget and registers it', () => {
  const { status, output } = make('widget', 'sample-widget');
  assert.equal(status, 0, output);
  assert.match(
    read('src/manifest.ts'),
    /^ {2}'iom-sample-widget': \(\) => import\('.\/elements\/sample-widget\/sample-widget.js'\),$/m,
  );
  assert.match(
    read('src/index.ts'),
    /^export \{ IomSampleWidget \} from '.\/elements\/sample-widget\/sample-widget.js';$/m,
  );
  const tags = read('src/manifest.ts').match(/iom-[\w-]+/g)!;
  assert.deepEqual(tags, [...tags].sort());
});

test('writes a format and registers it before JSON Feed, which takes whatever has items', () => {
  const { status, output } = make('format', 'sample-format');
  assert.equal(status, 0, output);
  assert.match(read('src/ingest/formats/index.ts'), /feedFormats = \[sampleFormat,/);
});

test('what it writes has no fault of type', () => {
  const include = [
    'src',
    'stories',
    'test/elements/sample-widget.test.ts',
    'test/ingest/sample-format.node.test.ts',
  ];
  writeFileSync(join(copy, 'tsconfig.new.json'), JSON.stringify({ extends: './tsconfig.json', include }));
  const { status, output } = run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.new.json');
  assert.equal(status, 0, output);
});

test('what it writes is formatted', () => {
  const written = [
    'src/elements/sample-widget',
    'stories',
    'test/elements/sample-widget.test.ts',
    'test/ingest/sample-format.node.test.ts',
  ];
  const { status, output } = run(
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    ...written,
    'src/ingest/formats/sample-format.ts',
  );
  assert.equal(status, 0, output);
});

test('the new format reads its sample', () => {
  const { status, output } = run(
    '--conditions=source',
    '--import',
    'tsx',
    '--test',
    'test/ingest/sample-format.node.test.ts',
  );
  assert.equal(status, 0, output);
  assert.match(output, /sample-format: minimal/);
});

test('refuses a bad name, an unknown kind and what is there already', () => {
  const before = read('src/manifest.ts');
  const bad = [
    [],
    ['widget'],
    ['widget', 'base'],
    ['widget', 'Sample Widget'],
    ['widget', '../x'],
    ['toString', 'x'],
    ['widget', 'news-list'],
    ['format', 'json-feed'],
  ];
  for (const args of bad) assert.equal(make(...args).status, 1, args.join(' '));
  assert.equal(read('src/manifest.ts'), before);
  assert.ok(!existsSync(join(copy, 'src/x')));
});
