import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { phone } from '../../src/ingest/contact.js';
import { country, email, positiveInteger } from '../../src/ingest/records.js';
import { type Cleaner, date, language, list, text, url, webUrl } from '../../src/ingest/values.js';

const warnings: string[] = [];
const context = { url: 'https://a.example/', warn: (code: string) => void warnings.push(code) };
const pad = (n: number, width = 2) => String(n).padStart(width, '0');

test('a day, month, year or moment that is real comes back as it was', () => {
  const moments = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  const lengths = fc.constantFrom([4, 'year'], [7, 'month'], [10, 'day']);
  const property = fc.property(moments, lengths, (moment, [length, precision]) => {
    const iso = moment.toISOString();
    const short = iso.slice(0, length);
    assert.deepEqual(date(short, context), { value: short, precision });
    assert.deepEqual(date(iso, context), { value: iso.replace(/\.\d+/, ''), precision: 'second' });
  });
  fc.assert(property, { seed: 1 });
});

test('a moment means the same as it did, whatever its zone and way of writing', () => {
  const parts = fc.tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom('Z', '+00:00', '-05:00', '+05:45', '+14:00'),
  );
  const property = fc.property(parts, ([y, m, d, h, min, zone]) => {
    const day = `${y}-${pad(m)}-${pad(d)}`;
    const time = `${pad(h)}:${pad(min)}`;
    const moment = Date.parse(`${day}T${time}:00${zone}`);
    const written = [
      `${day}T${time}:00${zone}`,
      `${day} ${time}:00 ${zone}`,
      `${day}t${time}${zone.toLowerCase()}`,
      `${day}T${time}:00.5${zone.replace(':', '')}`,
    ];
    for (const one of written) assert.equal(Date.parse(date(one, context)!.value), moment, one);
  });
  fc.assert(property, { seed: 1 });
});

test('what is no date is absent, and said', () => {
  const two = fc.integer({ min: 0, max: 99 });
  const property = fc.property(
    fc.integer({ min: 1600, max: 2400 }),
    two,
    two,
    two,
    two,
    two,
    (y, m, d, h, min, s) => {
      const day = new Date(Date.UTC(y, m - 1, d));
      const isDay = day.getUTCFullYear() === y && day.getUTCMonth() === m - 1 && day.getUTCDate() === d;
      const isTime = h < 24 && min < 60 && s <= 60;
      warnings.length = 0;
      const found = date(`${y}-${pad(m)}-${pad(d)}T${pad(h)}:${pad(min)}:${pad(s)}Z`, context);
      assert.equal(found !== undefined, isDay && isTime);
      assert.deepEqual(warnings, found ? [] : ['bad-date']);
      if (found) assert.ok(Number.isFinite(Date.parse(found.value)), found.value);
    },
  );
  fc.assert(property, { seed: 1, numRuns: 2000 });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const found = date(words, context);
      assert.ok(!found || Number.isFinite(Date.parse(found.value)));
    }),
    { seed: 1 },
  );
});

const VALUES: readonly (readonly [Cleaner<unknown>, value: unknown, cleaned: unknown])[] = [
  [text, ' a\n\tb ', 'a b'],
  [text, 0, '0'],
  [text, NaN, undefined],
  [text, '\ud83d', undefined],
  [text, 'x'.repeat(30_000), 'x'.repeat(20_000)],
  [language, 'pt_BR', 'pt-BR'],
  [language, 'zh-Hans', 'zh-Hans'],
  [language, 'und', undefined],
  [language, 'zxx', undefined],
  [language, 'english', undefined],
  [language, 'x-klingon', undefined],
  [language, ['fr'], undefined],
  [country, 'ch', 'CH'],
  [country, 'Switzerland', undefined],
  [email, 'a.b+c@d.example', 'a.b+c@d.example'],
  [email, 'mailto:a@b.example', 'a@b.example'],
  [email, 'é@müller.example', 'é@müller.example'],
  [email, 'a@b.example?bcc=c@d.example', undefined],
  [email, 'a@b.example,c@d.example', undefined],
  [email, 'a@b.example\r\nBcc: c@d.example', undefined],
  [email, 'Ana <a@b.example>', undefined],
  [email, 'a\u200b@b.example', undefined],
  [email, 'a%0a@b.example', undefined],
  [email, 'a@b@c.example', undefined],
  [email, 'a b@c.example', undefined],
  [positiveInteger, '640', 640],
  [positiveInteger, 0, undefined],
  [positiveInteger, '1.5', undefined],
  [positiveInteger, '', undefined],
  [list(text), 'one', ['one']],
  [list(text), ['one', {}, null, 'two'], ['one', 'two']],
  [list(text), undefined, []],
  [list(text, 2), ['a', 'b', 'c'], ['a', 'b']],
  [url, 5, undefined],
  [url, 'a b', 'https://a.example/a%20b'],
  [url, `/${'a'.repeat(30_000)}`, undefined],
  [webUrl, 'httpx://a.example', undefined],
];
for (const [cleaner, value, cleaned] of VALUES) {
  test(`${JSON.stringify(value)?.slice(0, 60)} → ${JSON.stringify(cleaned)?.slice(0, 60)}`, () =>
    assert.deepEqual(cleaner(value, context), cleaned));
}

test('no cleaner throws, whatever it is given', () => {
  const hostile: unknown[] = [
    { toString: 1, valueOf: 1 },
    Object.create(null),
    [[[]]],
    Symbol.iterator,
    1n,
    () => 1,
  ];
  for (const cleaner of [
    text,
    language,
    country,
    email,
    positiveInteger,
    date,
    phone,
    url,
    webUrl,
    list(text),
  ]) {
    for (const value of hostile) assert.doesNotThrow(() => cleaner(value, context));
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => void cleaner(value, context)),
      { seed: 1 },
    );
  }
});

test('long and monotonous values cost no time', () => {
  const units = [
    ' ',
    'a',
    '1',
    ',',
    '.',
    '-',
    '@',
    'a@',
    'x',
    'x ',
    '#',
    '(',
    ', ',
    'ext ',
    '+',
    '\n',
    '\u00a0',
    '١',
    '%',
    '/',
    '2026-',
  ];
  const start = performance.now();
  for (const unit of units) {
    const long = unit.repeat(60_000 / unit.length);
    for (const value of [long, `${long}!`, `1${long}!`, `a@${long}!`]) {
      for (const cleaner of [text, language, country, email, date, phone, url]) cleaner(value, context);
    }
  }
  assert.ok(performance.now() - start < 10_000, `${performance.now() - start} ms`);
});
