import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLoaded, loadLocale, matchLocale, msgIn, str } from '../../src/i18n/localize.js';

const MATCHES: Readonly<Record<string, string>> = {
  fr: 'fr',
  'fr-CA': 'fr',
  'FR-ca': 'fr',
  'ar-EG': 'ar',
  'es-419': 'es',
  'en-GB': 'en',
  en: 'en',
  'fr-Latn-CH-x-private': 'fr',
  de: 'en',
  '': 'en',
  '-': 'en',
  'x-klingon': 'en',
  frr: 'en',
  toString: 'en',
  'not a tag': 'en',
};
for (const [tag, locale] of Object.entries(MATCHES)) {
  test(`"${tag}" is served in "${locale}"`, () => assert.equal(matchLocale(tag), locale));
}

test('a catalogue is there once it is loaded, and English from the start', async () => {
  assert.ok(isLoaded('en'));
  assert.ok(!isLoaded('fr'));
  await Promise.all([loadLocale('fr'), loadLocale('fr')]);
  assert.ok(isLoaded('fr'));
  assert.ok(!isLoaded('ar'));
});

test('what a catalogue does not have is said in English', async () => {
  await loadLocale('ar');
  for (const locale of ['en', 'ar', 'es'] as const) {
    const msg = msgIn(locale);
    assert.equal(msg('Plain words', { id: 'test.nowhere' }), 'Plain words');
    assert.equal(msg(str`${2} of ${'<b>'}`, { id: 'test.nowhere' }), '2 of <b>');
    assert.equal(msg(str`${0}`, { id: 'test.nowhere' }), '0');
  }
});
