import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ingest } from '../../src/ingest/ingest.js';
import type { Feed } from '../../src/model/feed.js';
import { BASE, conformance } from './conformance.js';

conformance('json-feed', 'feed');

const MINIMAL =
  '{"version":"https://jsonfeed.org/version/1.1","title":"Minimal","items":[{"id":"1","title":"é"}]}';
const withVersion = (version: unknown, own?: unknown) => ({
  version,
  title: 't',
  items: [],
  ...(own !== undefined && { _iom: { version: own } }),
});

/** What can be read at all, however it is wrapped. */
const READABLE: readonly (readonly [what: string, source: unknown])[] = [
  ['text', MINIMAL],
  ['text with a byte order mark', `\ufeff${MINIMAL}`],
  ['text in white space', `\r\n  ${MINIMAL}\n`],
  ['UTF-8 bytes', new TextEncoder().encode(MINIMAL)],
  ['UTF-8 bytes with a byte order mark', new TextEncoder().encode(`\ufeff${MINIMAL}`)],
  ['JSON that is parsed already', JSON.parse(MINIMAL)],
];
for (const [what, source] of READABLE) {
  test(`reads ${what}`, async () => {
    const { kind, model } = await ingest(source);
    assert.equal(kind, 'feed');
    assert.equal((model as Feed).items[0]?.title, 'é');
  });
}

const VERSIONS: readonly unknown[] = [
  withVersion('https://jsonfeed.org/version/1'),
  withVersion('https://jsonfeed.org/version/1.1'),
  withVersion('http://jsonfeed.org/version/1.2'),
  withVersion('1.0'),
  withVersion(1),
  withVersion(undefined),
  withVersion({ toString: 1 }),
  withVersion('1', '1.0'),
  withVersion('1', '1.7'),
  withVersion('1', 1),
  withVersion('1', null),
  withVersion('1', 'latest'),
  { version: 'https://jsonfeed.org/version/1.1', items: [] },
];
for (const document of VERSIONS) {
  test(`reads ${JSON.stringify(document)}`, async () => assert.equal((await ingest(document)).kind, 'feed'));
}

/** What cannot be shown, and how that is said. */
const REFUSED: readonly (readonly [code: 'parse' | 'schema', what: string, source: unknown])[] = [
  ['parse', 'nothing', ''],
  ['parse', 'white space', ' \n\ufeff '],
  ['parse', 'no bytes', new Uint8Array()],
  ['parse', 'an HTML page', '<!DOCTYPE html><title>Log in</title>'],
  ['parse', 'an HTML page after many comments', `${'<!---->'.repeat(20_000)}<html>`],
  ['parse', 'XML', '<?xml version="1.0"?><rss version="2.0"/>'],
  ['parse', 'truncated JSON', MINIMAL.slice(0, -5)],
  ['parse', 'single quotes', "{'items': []}"],
  ['parse', 'a prefix against hijacking', `)]}',\n${MINIMAL}`],
  ['parse', 'JSONP', `callback(${MINIMAL})`],
  ['parse', 'UTF-16', new Uint8Array(Buffer.from(MINIMAL, 'utf16le'))],
  ['schema', 'null', 'null'],
  ['schema', 'undefined', undefined],
  ['schema', 'a string', '"a string"'],
  ['schema', 'a number', '5'],
  ['schema', 'a list', `[${MINIMAL}]`],
  ['schema', 'deep nesting', '['.repeat(200_000) + ']'.repeat(200_000)],
  ['schema', 'an error with 200 OK', '{"error": {"code": 500, "message": "no"}}'],
  [
    'schema',
    'items that are no list',
    '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":{}}',
  ],
  ['schema', 'items that are inherited', '{"title":"t","__proto__":{"items":[]}}'],
  ['schema', 'an unknown major version', withVersion('https://jsonfeed.org/version/2')],
  ['schema', 'a far version', withVersion('https://jsonfeed.org/version/10.1')],
  ['schema', 'an unknown major version of _iom', withVersion('1', '2.0')],
];
for (const [code, what, source] of REFUSED) {
  test(`${code}: ${what}`, () =>
    assert.rejects(ingest(source, { url: BASE }), { name: 'ResourceError', code }));
}

test('what is inherited is not read, not even on a page that adds to Object.prototype', async () => {
  await assert.rejects(ingest(Object.create({ title: 't', items: [] })), { code: 'schema' });
  const names = ['subtitle', 'url', '_iom', 'units', 'status'];
  for (const name of names)
    Object.defineProperty(Object.prototype, name, { value: '/inherited', configurable: true });
  const read = ingest(MINIMAL, { url: BASE });
  const { kind, model } = await read.finally(() =>
    names.forEach((name) => Reflect.deleteProperty(Object.prototype, name)),
  );
  assert.equal(kind, 'feed');
  assert.equal((model as Feed).items[0]?.url, undefined);
  assert.equal((model as Feed).items[0]?.status, 'usable');
});

test('a page that came instead of a document is named as such', () =>
  assert.rejects(ingest('<html><body>Log in</body></html>'), /HTML/));

test('a format can be forced, and must exist', async () => {
  assert.equal((await ingest('{"items":[]}', { format: 'json-feed' })).kind, 'feed');
  await assert.rejects(ingest('{"units":[]}', { format: 'json-feed' }), { code: 'schema' });
  await assert.rejects(ingest(MINIMAL, { format: 'toString' }), { code: 'schema' });
});

test('lists are always there, empty or not', async () => {
  const { model } = await ingest(MINIMAL);
  const lists = Object.entries((model as Feed).items[0]!).flatMap(([name, value]) =>
    Array.isArray(value) ? [name] : [],
  );
  assert.deepEqual(lists.sort(), [
    'attachments',
    'authors',
    'body',
    'contacts',
    'correctionDetails',
    'corrections',
    'keyFigures',
    'media',
    'organisations',
    'places',
    'quotes',
    'related',
    'sdgs',
    'subjects',
    'tags',
    'translationIds',
    'translations',
  ]);
});

test('no more than 10,000 items are read', async () => {
  const items = Array.from({ length: 10_001 }, (_, id) => ({ id, title: 't' }));
  const { model, warnings } = await ingest({ title: 't', items });
  assert.equal((model as Feed).items.length, 10_000);
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['too-many-items'],
  );
});
