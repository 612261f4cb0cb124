import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseText, directionOf, languageRank } from '../../src/model/text.js';

const RANKS: readonly (readonly [tag: string | undefined, wanted: string, rank: number])[] = [
  ['fr', 'fr en', 0],
  ['en', 'fr en', 1],
  ['FR', 'fr en', 0],
  ['fr-CA', 'fr en', 0.5],
  ['fr', 'fr-CA en', 0.5],
  ['fr-CH', 'fr-CA en', 0.5],
  ['fr', 'fr-CA fr', 0.5], // a reader from Canada is served as well by plain French as by the next wish
  ['es', 'fr en', Infinity],
  [undefined, 'fr en', Infinity],
  ['', 'fr en', Infinity],
  ['fr', '', Infinity],
];
for (const [tag, wanted, rank] of RANKS) {
  test(`"${tag}" among "${wanted}" ranks ${rank}`, () =>
    assert.equal(languageRank(tag, wanted.split(' ').filter(Boolean)), rank));
}

const NAMES = { en: 'Kenya office', fr: 'Bureau du Kenya', 'pt-BR': 'Escritório do Quênia' };
const CHOICES: readonly (readonly [
  what: string,
  args: Parameters<typeof chooseText>,
  chosen: string | undefined,
])[] = [
  ['as asked', [NAMES, ['fr', 'en']], 'fr: Bureau du Kenya'],
  ['by the order asked for', [NAMES, ['ar', 'en', 'fr']], 'en: Kenya office'],
  ['of the same language, another region', [NAMES, ['pt-PT']], 'pt-BR: Escritório do Quênia'],
  ["the document's own language", [NAMES, ['ar'], 'fr'], 'fr: Bureau du Kenya'],
  ['the first there is', [NAMES, ['ar'], 'es'], 'en: Kenya office'],
  ['one of no stated language', [{ '': 'Kenya' }, ['fr']], ': Kenya'],
  ["one of no stated language, taken for the document's", [{ '': 'Kenya' }, ['fr'], 'en'], 'en: Kenya'],
  ['nothing, of nothing', [undefined, ['fr']], undefined],
  ['nothing, of no text', [{}, ['fr']], undefined],
];
for (const [what, args, chosen] of CHOICES) {
  test(`chooses ${what}`, () => {
    const found = chooseText(...args);
    assert.equal(found && `${found.language}: ${found.text}`, chosen);
  });
}

test('knows the direction of a language', () => {
  const tags = 'ar ar-EG he fa-IR ur ckb dv ps sd ug yi AR az-Arab ku-Arab-IQ'.split(' ');
  for (const tag of tags) assert.equal(directionOf(tag), 'rtl', tag);
  for (const tag of ['en', 'fr-CA', 'az', 'ar-Latn', 'arn', 'fao', 'zh-Hans'])
    assert.equal(directionOf(tag), 'ltr', tag);
  for (const tag of [undefined, '']) assert.equal(directionOf(tag), 'auto');
});
