import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Correction, Feed, PublishedDate, Release } from '../../src/model/feed.js';
import { findRelease, inBestLanguage, isListed, noticeOf } from '../../src/model/release.js';
import type { SafeUrl } from '../../src/model/rich.js';

const release = (fields: Partial<Release> = {}): Release => ({
  id: '1',
  title: 't',
  kind: 'news',
  status: 'usable',
  corrections: [],
  translationIds: [],
  ...fields,
});
const second = (value: string): PublishedDate => ({ value, precision: 'second' });
const day = (value: string): PublishedDate => ({ value, precision: 'day' });

const NOW = Date.parse('2026-09-15T12:00:00Z');
const LISTED: readonly (readonly [listed: boolean, fields: Partial<Release>])[] = [
  [true, {}],
  [false, { status: 'withheld' }],
  [false, { status: 'canceled' }],
  [true, { embargoedUntil: second('2026-09-15T12:00:00Z') }],
  [false, { embargoedUntil: second('2026-09-15T12:00:01Z') }],
  [true, { embargoedUntil: second('2026-09-15T13:59:00+02:00') }],
  [false, { embargoedUntil: day('2026-09-16') }],
  [true, { expires: second('2026-09-15T12:00:01Z') }],
  [false, { expires: second('2026-09-15T12:00:00Z') }],
  [false, { expires: day('2026-09-15') }],
  [false, { embargoedUntil: day('2026-09-16'), expires: day('2026-09-14') }],
];
for (const [listed, fields] of LISTED) {
  test(`${listed ? 'lists' : 'does not list'} ${JSON.stringify(fields)}`, () =>
    assert.equal(isListed(release(fields), NOW), listed));
}

const NOTICES: readonly (readonly [notice: string | undefined, fields: Partial<Release>])[] = [
  [undefined, {}],
  ['corrected', { corrections: kinds('correction') }],
  ['corrected', { corrections: kinds('update', 'retraction') }],
  ['updated', { corrections: kinds('update') }],
  ['updated', { corrections: kinds('clarification') }],
  ['updated', { date: second('2026-09-15T08:00:00Z'), modified: second('2026-09-15T09:00:01Z') }],
  [undefined, { date: second('2026-09-15T08:00:00Z'), modified: second('2026-09-15T09:00:00Z') }],
  [undefined, { date: second('2026-09-15T08:00:00Z'), modified: second('2026-09-14T08:00:00Z') }],
  // a release of a day has no hour that a change could be later than
  [undefined, { date: day('2026-09-15'), modified: second('2026-09-15T18:00:00Z') }],
  [undefined, { modified: second('2026-09-15T18:00:00Z') }],
];
function kinds(...all: Correction['kind'][]): Correction[] {
  return all.map((kind) => ({ kind, text: 't' }));
}
for (const [notice, fields] of NOTICES) {
  test(`says "${notice}" of ${JSON.stringify(fields)}`, () =>
    assert.equal(noticeOf(release(fields)), notice));
}

/** `fr1<en1`: fr1 is a translation of en1; `en1:fr1,es1`: en1 names its translations. The first two letters: the language. */
const feedOf = (written: string): Release[] =>
  written.split(' ').map((item) => {
    const [, id, original, others] = /^(\w+)(?:<(\w+))?(?::(.*))?$/.exec(item)!;
    const translationIds = others?.split(',') ?? [];
    return release({ id, language: id!.slice(0, 2), translationOf: original, translationIds });
  });

const GROUPS: readonly (readonly [feed: string, wanted: string, shown: string])[] = [
  ['en1 en2', 'en', 'en1 en2'],
  ['en1 fr1<en1 es1<en1', 'fr en', 'fr1'],
  ['fr1<en1 es1<en1 en1', 'en', 'en1'],
  ['fr1<en1 es1<en1', 'es fr', 'es1'], // the original is not in the feed
  ['en1:fr1 fr1:en1', 'fr', 'fr1'],
  ['en1:fr1,es1 fr1 es1', 'es', 'es1'],
  ['fr1 es1 en1:fr1,es1', 'es', 'es1'], // named only afterwards
  ['es1<en1 fr1:es1 en1:fr1,es1', 'fr', 'fr1'], // both ways of saying it
  ['fr1:es1 es1<en1 en1', 'en', 'en1'],
  ['fr1<en1 ar1<fr1 en1', 'ar', 'ar1'], // a translation of a translation
  ['en1 en2 fr2<en2 fr1<en1 en3', 'fr en', 'fr1 fr2 en3'], // the order is that of the feed
  ['en1 fr1<en1', 'ar', 'en1'], // what nobody wants: the first
  ['fr1<fr1 en1:en1', 'en', 'fr1 en1'], // naming oneself
  ['en1<fr1 fr1<en1', 'fr', 'fr1'], // each the translation of the other
  ['en1 fr2<en9 es2<en9:en9', 'en', 'en1 fr2'],
];
for (const [feed, wanted, shown] of GROUPS) {
  test(`of "${feed}" shows "${shown}" to who reads "${wanted}"`, () => {
    const best = inBestLanguage(feedOf(feed), wanted.split(' '));
    assert.equal(best.map(({ id }) => id).join(' '), shown);
  });
}

/** The slow and obvious way: everybody takes the smallest name among those it is linked with, until nobody changes. */
function slowly(all: readonly Release[]): string[] {
  const names = new Map<string, string>();
  const nameOf = (id: string) => names.get(id) ?? id;
  for (let round = 0; round < 10; round++) {
    for (const { id, translationOf = id, translationIds } of all) {
      const linked = [id, translationOf, ...translationIds];
      const smallest = linked.map(nameOf).sort()[0]!;
      for (const one of linked) names.set(one, smallest);
    }
  }
  const order = (one: Release) => ['fr', 'en', 'es', 'ar'].indexOf(one.language!);
  const groups = [...new Set(all.map(({ id }) => nameOf(id)))];
  return groups.map(
    (name) => all.filter(({ id }) => nameOf(id) === name).sort((a, b) => order(a) - order(b))[0]!.id,
  );
}

test('any feed is grouped as the slow and obvious way groups it', () => {
  const ids = fc.constantFrom('en1', 'en2', 'fr1', 'fr2', 'es1', 'ar1');
  const entry = fc.record({
    id: ids,
    translationOf: fc.option(ids, { nil: undefined }),
    translationIds: fc.array(ids),
  });
  const group = fc.property(fc.uniqueArray(entry, { selector: ({ id }) => id }), (entries) => {
    const all = entries.map((fields) => release({ ...fields, language: fields.id.slice(0, 2) }));
    const best = inBestLanguage(all, ['fr', 'en', 'es', 'ar']);
    assert.deepEqual(
      best.map(({ id }) => id),
      slowly(all),
    );
  });
  fc.assert(group, { seed: 1, numRuns: 1000 });
});

test('10,000 releases that all hang together are grouped at once', () => {
  const chain = Array.from({ length: 10_000 }, (_, i) =>
    release({ id: `${i}`, translationIds: [`${i - 1}`, `${i + 1}`] }),
  );
  const start = performance.now();
  assert.equal(inBestLanguage(chain, ['en']).length, 1);
  assert.equal(inBestLanguage(chain.toReversed(), ['en']).length, 1);
  assert.ok(performance.now() - start < 1000);
});

const FEED: Feed = {
  items: [
    release({ id: 'embargo', embargoedUntil: day('2026-09-16') }),
    release({ id: 'expired', expires: day('2026-09-14') }),
    release({ id: 'withheld', status: 'withheld' }),
    release({ id: 'canceled', status: 'canceled' }),
    release({ id: 'en1', language: 'en', url: 'https://example.org/1' as SafeUrl }),
    release({ id: 'fr1', language: 'fr', translationOf: 'en1' }),
    release({ id: 'en2', language: 'en' }),
  ],
};
const FOUND: readonly (readonly [id: string, found: string | undefined])[] = [
  ['', 'fr1'],
  ['en2', 'en2'],
  ['https://example.org/1', 'en1'],
  ['canceled', 'canceled'], // shown as withdrawn where it is asked for by name
  ['withheld', undefined],
  ['embargo', undefined], // never before its time
  ['expired', undefined],
  ['nobody', undefined],
];
for (const [id, found] of FOUND) {
  test(`finds ${found ?? 'nothing'} by "${id}"`, () =>
    assert.equal(findRelease(FEED, id, ['fr', 'en'], NOW)?.id, found));
}
