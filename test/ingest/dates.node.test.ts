import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isoDate } from '../../src/ingest/dates.js';
import { date, NOWHERE } from '../../src/ingest/values.js';

const READ: readonly (readonly [written: string, iso: string])[] = [
  ['Mon, 15 Sep 2025 10:20:30 GMT', '2025-09-15T10:20:30Z'],
  ['Mon, 15 Sep 2025 10:20:30 +0200', '2025-09-15T10:20:30+02:00'],
  ['15 Sep 2025 10:20:30 +02:00', '2025-09-15T10:20:30+02:00'],
  ['Mon,15 Sep 2025 10:20:30 GMT+2', '2025-09-15T10:20:30+02:00'],
  ['Mon, 15 sep 25 10:20 UT', '2025-09-15T10:20:00Z'],
  ['Mon, 15 Sep 98 10:20 Z', '1998-09-15T10:20:00Z'],
  ['Mon, 5 Sep 2025 9:20 EST', '2025-09-05T09:20:00-05:00'],
  ['Mon, 15 Sep 2025 10:20:30 PDT', '2025-09-15T10:20:30-07:00'],
  ['Mon, 15 Sep 2025 10:20:30 ET', '2025-09-15T10:20:30-05:00'],
  ['Mon, 15 Sep 2025 10:20:30 PT', '2025-09-15T10:20:30-08:00'],
  ['Mon, 15 Sep 2025 10:20:30 UTC', '2025-09-15T10:20:30Z'],
  ['Mon, 15 Sep 2025 (a comment) 10:20:30 +0000 (UTC)', '2025-09-15T10:20:30+00:00'],
  ['Monday, 15 September 2025', '2025-09-15'],
  ['Monday, September 15, 2025 - 17:11', '2025-09-15T17:11:00Z'],
  ['September 15, 2025', '2025-09-15'],
  ['September 15th, 2025 5:11 pm', '2025-09-15T17:11:00Z'],
  ['September 2025', '2025-09'],
  ['lun., 15 août 2025 10:20:30 +0200', '2025-08-15T10:20:30+02:00'],
  ['1er février 2025', '2025-02-01'],
  ['15 juillet 2025', '2025-07-15'],
  ['15 juin 2025', '2025-06-15'],
  ['15 de enero de 2025', '2025-01-15'],
  ['Mar, 15 Dic 2025 10:20:30 +0100', '2025-12-15T10:20:30+01:00'],
  ['Seg, 15 Set 2025 10:20:30 -0300', '2025-09-15T10:20:30-03:00'],
  ['segunda-feira, 15 de março de 2025', '2025-03-15'],
  ['lunedì 15 maggio 2025', '2025-05-15'],
  ['Mo, 15 Okt 2025 10:20:30 +0200', '2025-10-15T10:20:30+02:00'],
  ['15. März 2025', '2025-03-15'],
  ['2025-09-15T10:20:30Z', '2025-09-15T10:20:30Z'],
  ['2025-09-15t10:20:30.123+05:30', '2025-09-15T10:20:30+05:30'],
  ['2025-09-15 10:20:30', '2025-09-15T10:20:30Z'],
  ['2025-09-15T10:20', '2025-09-15T10:20:00Z'],
  ['2025-09-15T10:20+0200', '2025-09-15T10:20:00+02:00'],
  ['2025-09-15 10:20:30 +0200', '2025-09-15T10:20:30+02:00'],
  ['2025', '2025'],
  ['2025-09', '2025-09'],
  ['2025-09-15', '2025-09-15'],
  ['20250915', '2025-09-15'],
  ['20250915T102030Z', '2025-09-15T10:20:30Z'],
  ['2025/1/10 14:33:00', '2025-01-10T14:33:00Z'],
  ['22.11.2025 12:16:00', '2025-11-22T12:16:00Z'],
  ['Ven, 03/17/2025 - 10:33', '2025-03-17T10:33:00Z'],
  ['03/17/2025', '2025-03-17'],
  ['Mon Sep 15 10:20:30 2025', '2025-09-15T10:20:30Z'],
  ['Mon Sep  5 10:20:30 EST 2025', '2025-09-05T10:20:30-05:00'],
  ['Mon, 15 Sep 2025 23:59:60 GMT', '2025-09-15T23:59:59Z'],
  ['  Mon,\n 15 Sep 2025 10:20:30 GMT ', '2025-09-15T10:20:30Z'],
];
for (const [written, iso] of READ) {
  test(`reads "${written.trim()}"`, () => assert.equal(isoDate(written), iso));
}

const REFUSED = [
  '', 'yesterday', '31 Jun 2025', '2025-02-29', '2025-13-01', '2025-00-10', 'Mon, 15 Sep 2025 25:00:00 GMT',
  'Mon, 15 Sep 2025 10:60:00 GMT', 'Mon, 15 Sep 2025 10:20:61 GMT', 'Mon, 15 Sep 2025 10:20:30 +2500',
  '17/03/2025', '15 Foo 2025', '00 Sep 2025', 'Mon, 15 Sep 2025 13:00 pm', '15 Sep 2025 and more', '12:30',
]; // prettier-ignore
for (const written of REFUSED) {
  test(`does not read "${written}"`, () => assert.equal(isoDate(written), undefined));
}

test('says what it assumes', () => {
  const codes: string[] = [];
  const warn = (code: string) => codes.push(code);
  isoDate('Mon, 15 Sep 2025 10:20:30', warn);
  isoDate('2025-09-15', warn);
  isoDate('1970-01-01T00:00:00Z', warn);
  assert.deepEqual(codes, ['assumed-utc', 'bad-date']);
});

const WORDS = [
  'Mon',
  'Sep',
  'de',
  ',',
  '15',
  '2025',
  '10:20',
  ':30',
  '+',
  '-',
  'GMT',
  '0200',
  '/',
  '.',
  'T',
  ' ',
  '(',
  ')',
];
const written = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join('')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
  fc.date({ noInvalidDate: true }).map((one) => one.toUTCString()),
);

test('whatever is written: nothing is thrown, and what comes out is a date of the model', () => {
  fc.assert(
    fc.property(written, (one) => {
      const iso = isoDate(one);
      if (iso !== undefined) assert.equal(date(iso, NOWHERE)?.value, iso);
    }),
    { numRuns: 3000 },
  );
});

test('every moment comes back from the form in which mail writes it', () => {
  const moments = fc.date({ min: new Date('1950-01-01'), max: new Date('9999-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      moment.setUTCMilliseconds(0);
      assert.equal(Date.parse(isoDate(moment.toUTCString())!), moment.getTime());
    }),
  );
});

test('long texts take no longer than short ones', () => {
  const start = performance.now();
  for (const part of ['1', ' ', 'a', '(', 'Mon, ', '-', '1:', 'é', 'sep 1 ', '\u0301'])
    isoDate(part.repeat(1e6));
  assert.ok(performance.now() - start < 1000);
});
