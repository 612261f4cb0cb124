/** Real feeds and hostile ones, which are not part of this repository: ../shared/samples, or IOM_SAMPLES. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { XmlDocument } from '../../src/ingest/documents.js';
import { feed } from '../../src/ingest/feed.js';
import { moreFormats, readDocument } from '../../src/ingest/more.js';
import { ResourceError } from '../../src/model/resource.js';

const SAMPLES = process.env.IOM_SAMPLES ?? join(import.meta.dirname, '../../../shared/samples');
const FOLDERS = ['rss2', 'rss1-rdf', 'rss09x', 'atom', 'nasty'];
const SLOW = 5000;
const URL_OF_ALL = 'https://press.example.org/feed';

interface Agreed {
  readonly agree: number;
  readonly items: number;
  readonly wellFormed: boolean;
}

/** How many items a format finds, before any is cleaned. */
async function rawCount(bytes: Uint8Array): Promise<number | undefined> {
  const document = readDocument(bytes, '', () => {});
  if (!(document instanceof XmlDocument)) return undefined;
  const format = moreFormats.feed.find((one) => one.detect(document));
  const refuse = (why: string): never => {
    throw new ResourceError('schema', why);
  };
  return (await format?.read(document, { url: URL_OF_ALL, warn: () => {}, refuse }))?.items.length;
}

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await feed.ingest(bytes, { url: URL_OF_ALL });
    return 'feed';
  } catch (error) {
    if (error instanceof ResourceError) return error.code;
    throw error;
  }
}

const filesOf = (folder: string): string[] =>
  readdirSync(join(SAMPLES, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:xml|rss|rdf|atom)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();

const tally = (words: readonly string[]): string =>
  [...new Set(words)].map((word) => `${word} ${words.filter((one) => one === word).length}`).join(', ') ||
  '-';

const skip = existsSync(join(SAMPLES, 'item-counts.json')) ? false : `there are no samples in ${SAMPLES}`;

test('every sample ends in a feed or in an error with a code, and in time', { skip }, async () => {
  const counts = JSON.parse(readFileSync(join(SAMPLES, 'item-counts.json'), 'utf8')) as Record<
    string,
    Agreed
  >;
  const rows: string[] = [];
  const wrong: string[] = [];
  const sound = { all: 0, same: 0 };
  for (const folder of FOLDERS) {
    const outcomes: string[] = [];
    let [known, same] = [0, 0];
    for (const file of filesOf(folder)) {
      const bytes = new Uint8Array(readFileSync(join(SAMPLES, file)));
      const start = performance.now();
      outcomes.push(await outcome(bytes));
      assert.ok(performance.now() - start < SLOW, `${file} takes too long`);
      const agreed = counts[file];
      if (!agreed || agreed.agree < 3) continue;
      const found = await rawCount(bytes).catch(() => undefined);
      known++;
      if (agreed.wellFormed) sound.all++;
      if (found === agreed.items) same++;
      else
        wrong.push(
          `${file}: ${found ?? 'no feed'} instead of ${agreed.items}${agreed.wellFormed ? '' : ' (malformed)'}`,
        );
      if (found === agreed.items && agreed.wellFormed) sound.same++;
    }
    const errors = outcomes.filter((one) => one !== 'feed');
    rows.push(
      `${folder} | ${outcomes.length} | ${outcomes.length - errors.length} | ${tally(errors)} | ${same}/${known}`,
    );
  }
  console.log(['folder | files | feeds | errors | counts agreed', ...rows, ...wrong].join('\n'));
  assert.ok(
    sound.same >= sound.all * 0.99,
    `${sound.same} of ${sound.all} well-formed ones have the right count`,
  );
});
