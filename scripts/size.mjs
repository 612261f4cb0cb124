// `npm run size`: what a reader downloads, in bytes as a server sends them (brotli 11), against a budget.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { fromRoot } from './paths.mjs';

/** The first pattern that fits a file of dist/ is its budget: no more than today. What is aimed at may be less. */
const BUDGETS = [
  [/^iom-widgets\.js$/, 1_500],
  [/^standalone\/iom-news-list\.js$/, 17_500, 12_000],
  [/^standalone\/iom-[\w-]+\.js$/, undefined],
  [/^locales\/[\w-]+\.js$/, 1_500],
  [/^elements\/.+\.js$/, undefined],
  [/^chunks\/.+\.js$/, undefined],
];

const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
const size = (file) => brotliCompressSync(readFileSync(fromRoot(`dist/${file}`)), options).length;

function files() {
  try {
    return readdirSync(fromRoot('dist'), { recursive: true }).map((file) => file.replaceAll('\\', '/'));
  } catch {
    throw new Error('There is no dist/: run npm run build first');
  }
}

const rows = files().flatMap((file) => {
  const index = BUDGETS.findIndex(([pattern]) => pattern.test(file));
  const [, budget, aim] = BUDGETS[index] ?? [];
  return index < 0 ? [] : [{ file, index, bytes: size(file), budget, aim }];
});
rows.sort((a, b) => a.index - b.index || (a.file < b.file ? -1 : 1));

const columns = (file, bytes, budget, note = '') =>
  `${file.padEnd(44)}${bytes.padStart(8)}${budget.padStart(9)}  ${note}`;
const number = (value) => value?.toLocaleString('en') ?? '–';
console.log(columns('dist/', 'brotli', 'budget'));
for (const { file, bytes, budget, aim } of rows) {
  const over = bytes > budget && `over by ${number(bytes - budget)}`;
  const missed = bytes > aim && `${number(bytes - aim)} more than the ${number(aim)} aimed at`;
  console.log(columns(file, number(bytes), number(budget), over || missed || ''));
}

// a budget that no file meets any more would guard nothing
const unused = BUDGETS.filter(([, budget], index) => budget && !rows.some((row) => row.index === index));
const over = rows.filter(({ bytes, budget }) => bytes > budget);
if (unused.length)
  console.error(`\nNo such file in dist/: ${unused.map(([pattern]) => pattern.source).join(', ')}`);
if (over.length) console.error(`\nOver budget: ${over.map(({ file }) => file).join(', ')}`);
if (over.length || unused.length) process.exitCode = 1;
