import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ingest } from '../../src/ingest/ingest.js';

/** Where every fixture is said to come from. */
export const BASE = 'https://press.example.org/feeds/all.json';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** A model as JSON. Lists that are empty are left out, so that an expectation shows what there is. */
export const plain = (model: unknown): unknown =>
  JSON.parse(
    JSON.stringify(model, (_, value: unknown) => (Array.isArray(value) && !value.length ? undefined : value)),
  );

/**
 * One test for each folder of `fixtures/<format>`: `input.json` becomes `<model>.json`, and warns of what is in
 * `warnings.json` (`path code`; no such file: of nothing). The expectations are written by hand.
 */
export function conformance(format: string, model: string): void {
  const folder = join(FIXTURES, format);
  for (const name of readdirSync(folder)) {
    test(`${format}: ${name}`, async () => {
      const path = (file: string) => join(folder, name, file);
      const result = await ingest(readFileSync(path('input.json')), { url: BASE });
      assert.deepEqual(plain(result.model), read(path(`${model}.json`)));
      const warnings = existsSync(path('warnings.json')) ? read(path('warnings.json')) : [];
      assert.deepEqual(
        result.warnings.map(({ code, path: where }) => [where, code].filter(Boolean).join(' ')),
        warnings,
      );
    });
  }
}
