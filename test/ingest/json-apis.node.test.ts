import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { moreFormats } from '../../src/ingest/formats/more.js';
import { ingest } from '../../src/ingest/ingest.js';
import { conformance } from './conformance.js';

const FORMATS = ['wordpress', 'reliefweb'];
const FIXTURES = join(import.meta.dirname, '../fixtures');

for (const format of FORMATS) {
  conformance(format, 'feed');
  for (const name of readdirSync(join(FIXTURES, format))) {
    test(`${format}: ${name} is taken for nothing else`, () => {
      const document: unknown = JSON.parse(readFileSync(join(FIXTURES, format, name, 'input.json'), 'utf8'));
      const all = [...moreFormats.feed, ...moreFormats.organization];
      assert.deepEqual(
        all.filter((one) => one.detect(document)).map(({ id }) => id),
        [format],
      );
    });
  }
}

const ERRORS: readonly unknown[] = [
  { code: 'rest_not_logged_in', message: 'no', data: { status: 401 } },
  { time: 1, status: 403, error: { message: 'appname' } },
  { totalCount: 1, data: [{ id: '1', fields: { name: 'A flood' } }] },
];
for (const document of ERRORS) {
  test(`refused: ${JSON.stringify(document)}`, () => assert.rejects(ingest(document), { code: 'schema' }));
}
