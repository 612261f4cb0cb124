import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ingest } from '../../src/ingest/ingest.js';
import { BASE, plain } from './conformance.js';

const FIXTURES = join(import.meta.dirname, '../fixtures');
for (const format of ['rss', 'atom']) {
  for (const name of readdirSync(join(FIXTURES, format))) {
    test(`${format}: ${name}`, async () => {
      const path = (file: string) => join(FIXTURES, format, name, file);
      const read = (file: string): unknown => JSON.parse(readFileSync(path(file), 'utf8'));
      const bytes = new Uint8Array(readFileSync(path('input.xml')));
      const result = await ingest(bytes, { url: BASE });
      const warned = result.warnings.map(({ code, path: at }) => [at, code].filter(Boolean).join(' '));
      assert.deepEqual(plain(result.model), read('feed.json'));
      assert.deepEqual(warned, existsSync(path('warnings.json')) ? read('warnings.json') : []);
      assert.equal((await ingest(bytes, { url: BASE, format })).kind, 'feed');
    });
  }
}

const REFUSED: readonly (readonly [what: string, source: string | Uint8Array])[] = [
  ['gzip', new Uint8Array([0x1f, 0x8b, 8, 0])],
  ['UTF-32', new Uint8Array(Buffer.from('\ufeff<\0r\0s\0s\0>\0', 'utf16le'))],
  ['XML beyond repair', '<?xml version="1.0"?><rss><channel'],
  ['unclosed comments', '<rss><!--'.repeat(100_000)],
  ['unclosed CDATA', '<rss><item><![CDATA['.repeat(100_000)],
  ['ampersands', `<rss>${'&'.repeat(1_000_000)}`],
];
for (const [what, source] of REFUSED) {
  test(`parse: ${what}`, async () => {
    const start = performance.now();
    await assert.rejects(ingest(source, { url: BASE }), { name: 'ResourceError', code: 'parse' });
    assert.ok(performance.now() - start < 5000);
  });
}
