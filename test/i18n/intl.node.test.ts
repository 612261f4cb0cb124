import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import {
  choosePlural,
  formatDate,
  formatLanguage,
  formatList,
  formatNumber,
  usableTag,
} from '../../src/i18n/intl.js';
import type { PublishedDate } from '../../src/model/feed.js';

const date = (value: string, precision: PublishedDate['precision'] = 'day'): PublishedDate => ({
  value,
  precision,
});

const DATES: readonly (readonly [tag: string, date: PublishedDate, written: string])[] = [
  ['en', date('2026-09-15'), '15 September 2026'],
  ['en-US', date('2026-09-15'), 'September 15, 2026'],
  ['en-GB', date('2026-09-15'), '15 September 2026'],
  ['fr', date('2026-09-15'), '15 septembre 2026'],
  ['es', date('2026-09-15'), '15 de septiembre de 2026'],
  ['ar-EG', date('2026-09-15'), '١٥ سبتمبر ٢٠٢٦'],
  ['fr', date('2026-09', 'month'), 'septembre 2026'],
  ['fr', date('2026', 'year'), '2026'],
  // the day it was published where it was published
  ['en', date('2026-12-31T23:30:00-05:00', 'second'), '31 December 2026'],
  ['en', date('2026-01-01T00:30:00+14:00', 'second'), '1 January 2026'],
  ['en', date('2026-01-01T00:00:00Z', 'second'), '1 January 2026'],
];
for (const [tag, day, written] of DATES) {
  test(`${tag}: ${day.value} is written ${written}`, () => assert.equal(formatDate(tag, day), written));
}

test('languages with a calendar of their own are given the Gregorian year', () => {
  const latin = '-u-nu-latn';
  for (const tag of ['fa', 'th', 'ar-SA', 'am', 'he', 'ja', 'th-TH-u-ca-buddhist'])
    assert.match(formatDate(tag.includes('-u-') ? tag : tag + latin, date('2026-09-15')), /2026/, tag);
});

for (const zone of ['America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu']) {
  test(`a day is the same day to a reader in ${zone}`, () => {
    const module = new URL('../../src/i18n/intl.ts', import.meta.url).href;
    const script = `import(${JSON.stringify(module)}).then(({ formatDate }) => console.log(
      [new Date(2026, 0, 1).getTimezoneOffset(), formatDate('en', { value: '2026-03-29', precision: 'day' })].join()))`;
    const options = { env: { ...process.env, TZ: zone }, encoding: 'utf8' } as const;
    const [offset, ...day] = execFileSync(process.execPath, ['--import', 'tsx', '--eval', script], options)
      .trim()
      .split(',');
    assert.notEqual(offset, '0', 'the reader is in another time zone');
    assert.equal(day.join(), '29 March 2026');
  });
}

test('numbers and lists are written as the language writes them', () => {
  assert.equal(formatNumber('en', 1234567.8), '1,234,567.8');
  assert.equal(formatNumber('fr', 1234567).replace(/\s/g, '_'), '1_234_567');
  assert.equal(formatNumber('ar-EG', 42), '٤٢');
  assert.equal(formatList('fr', ['a', 'b', 'c']), 'a, b et c');
  assert.equal(formatList('en', []), '');
  assert.equal(formatList('en', ['a']), 'a');
});

const PLURALS: readonly (readonly [tag: string, forms: string])[] = [
  ['ar', 'zero one two few few many many other other'],
  ['fr', 'one one other other other other other other many'],
  ['es', 'other one other other other other other other many'],
  ['en', 'other one other other other other other other other'],
];
for (const [tag, forms] of PLURALS) {
  test(`${tag}: 0 1 2 3 10 11 99 100 1000000 ask for ${forms}`, () => {
    const words = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
    const all = Object.fromEntries(words.map((word) => [word, () => word])) as Record<
      (typeof words)[number],
      () => string
    >;
    const chosen = [0, 1, 2, 3, 10, 11, 99, 100, 1_000_000].map((n) => choosePlural(tag, n, all));
    assert.equal(chosen.join(' '), forms);
  });
}

test('a form that is missing is the general one', () => {
  assert.equal(choosePlural<string>('ar', 2, { one: () => 'one', other: () => 'other' }), 'other');
  assert.equal(choosePlural<string>('en', 1, { other: () => 'other' }), 'other');
});

test('a tag that Intl refuses gives way to another', () => {
  for (const tag of ['en_US', 'x-klingon', 'not a tag', '', 'e', 'fr-'])
    assert.equal(usableTag(tag, 'es'), 'es', tag);
  assert.equal(usableTag('FR-ca', 'en'), 'fr-CA');
});

test("languages have the reader's names for them", () => {
  assert.equal(formatLanguage('fr', 'ar'), 'arabe');
  assert.equal(formatLanguage('en', 'pt-BR'), 'Brazilian Portuguese');
  assert.equal(formatLanguage('en', 'zh-Hans'), 'Simplified Chinese');
});

test('more formatters than are kept give the same words again', () => {
  const tags = Array.from(
    { length: 26 * 6 },
    (_, i) => `en-${'ABCDEF'[i % 6]}${String.fromCharCode(65 + (i % 26))}`,
  );
  for (const tag of [...tags, ...tags]) assert.equal(formatNumber(tag.replace(/-.*/, '-US'), 5), '5');
  for (const tag of new Set(tags)) assert.match(formatDate(tag, date('2026', 'year')), /2026/);
  assert.equal(formatDate('fr', date('2026-09-15')), '15 septembre 2026');
});
