import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** What these tests read of the two documents; the schemas say the rest. */
interface Contact {
  id: string;
  name: string;
  unit_id: string;
  emails: string[];
  phones: { number: string; extension: string; label: string }[];
}
interface Figure {
  id: string;
  value: number;
  unit: string;
  display: string;
}
interface Item {
  id: string;
  url: string;
  language: string;
  title: string;
  summary: string;
  content_html: string;
  date_published?: string;
  _iom: {
    kind: string;
    date_precision: string;
    dateline?: { country: string; in_content: boolean };
    translation_of?: string;
    translation_status: string;
    translations: { language: string; id: string; url: string; title: string }[];
    key_figures?: Figure[];
    sdgs: string[];
    contacts: Contact[];
    quotes?: unknown[];
    boilerplate_text: string;
  };
}
interface Feed {
  items: Item[];
  _iom: { contacts: Contact[] };
}
type Names = Record<string, string>;
interface Unit {
  id: string;
  parent_id: string | null;
  name: Names;
  head?: { title: Names; name?: string };
  contact_ids?: string[];
}
interface Organization {
  name: Names;
  units: Unit[];
  contacts: Contact[];
}
type Json = Record<string, unknown>;

const LANGUAGES = ['en', 'fr', 'es', 'ar'];
const RELEASE = 'urn:iom-widgets:schema:release:1.0';
const ORGANIZATION = 'urn:iom-widgets:schema:organization:1.0';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const schemas = ['release', 'organization'].map(
  (name) => JSON.parse(read(`schemas/${name}.schema.json`)) as Json,
);
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
formats.default(ajv);
ajv.addSchema(schemas);

const validator = (id: string): ValidateFunction => {
  const validate = ajv.getSchema(id);
  assert.ok(validate, `${id} is known`);
  return validate as ValidateFunction;
};
const isRelease = validator(RELEASE);
const isOrganization = validator(ORGANIZATION);

const feed = JSON.parse(read('demo/releases.json')) as Feed;
const organization = JSON.parse(read('demo/organization.json')) as Organization;
const { items } = feed;
const { units } = organization;
const byId = new Map(items.map((item) => [item.id, item]));

/** The id of the original a release goes back to: the same for all its languages. */
const originalIdOf = (item: Item): string => item._iom.translation_of ?? item.id;
const originalOf = (item: Item): Item => {
  const original = byId.get(originalIdOf(item));
  assert.ok(original, `${originalIdOf(item)} is in the feed`);
  return original;
};
const inLanguage = (language: string): Item[] => items.filter((item) => item.language === language);
const pageOf = (language: string): string =>
  read(language === 'en' ? 'demo/index.html' : `demo/${language}/index.html`);
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

/**
 * A copy of a document with one value replaced, or taken away where the value is `undefined`.
 * A step of the path is a key, a place in a list, or the `id` of a member of the list.
 */
function changed(document: object, path: string, value: unknown): unknown {
  const copy = structuredClone(document) as Json;
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  let target: Json = copy;
  for (const step of steps) {
    const list: Json[] = Array.isArray(target) ? (target as Json[]) : [];
    target = (list.find((member) => member['id'] === step) ?? target[step]) as Json;
    assert.ok(target, `${path} is there`);
  }
  if (value === undefined) delete target[last];
  else target[last] = value;
  return copy;
}

describe('the schemas', () => {
  it('carry their own names', () => {
    assert.deepEqual(
      schemas.map((schema) => schema['$id']),
      [RELEASE, ORGANIZATION],
    );
  });

  it('describe every property in words', () => {
    const silent: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (node === null || typeof node !== 'object') return;
      for (const [key, value] of Object.entries(node as Json)) {
        // conditions narrow properties that are described elsewhere
        if (key === 'if' || key === 'then') continue;
        if (key === 'properties') {
          for (const [name, property] of Object.entries(value as Record<string, Json>)) {
            if (!property['description']) silent.push(`${path}/${name}`);
          }
        }
        visit(value, `${path}/${key}`);
      }
    };
    visit(schemas, '');
    assert.deepEqual(silent, []);
  });
});

describe('the demonstration documents', () => {
  it('are valid', () => {
    assert.ok(isRelease(feed), JSON.stringify(isRelease.errors));
    assert.ok(isOrganization(organization), JSON.stringify(isOrganization.errors));
  });
});

/** Each case spoils its own copy of the demonstration feed in one place. */
const REFUSED_RELEASES: readonly [what: string, path: string, value: unknown][] = [
  ['a feed without a title', 'title', undefined],
  ['a feed that is not JSON Feed', 'version', '1.0'],
  ['items that are not a list', 'items', { 0: items[0] }],
  ['an item without an id', 'items/0/id', undefined],
  ['an item without a body', 'items/0/content_html', undefined],
  ['a relative address', 'items/0/url', '/releases/1'],
  ['an address that runs a script', 'items/0/url', 'javascript:alert(1)'],
  ['a date in words', 'items/0/date_published', '10 November 2026'],
  ['a language in words', 'items/0/language', 'in French'],
  ['an unknown precision', 'items/0/_iom/date_precision', 'week'],
  ['an unknown status', 'items/0/_iom/status', 'draft'],
  ['an eighteenth goal', 'items/0/_iom/sdgs', ['18']],
  ['a goal as a number', 'items/0/_iom/sdgs', [10]],
  ['a country of three letters', 'items/0/_iom/dateline', { text: 'Geneva', country: 'CHE' }],
  ['a dateline without words', 'items/0/_iom/dateline', { country: 'US' }],
  ['a figure without number and wording', 'items/0/_iom/key_figures', [{ label: 'Member States' }]],
  ['a thirteenth month', 'items/0/_iom/key_figures/0/as_of', '2026-13'],
  [
    'a number with its extension inside',
    'items/0/_iom/contacts/0/phones/0/number',
    '+1 202 862 1826 ext 230',
  ],
  ['an extension with letters', 'items/0/_iom/contacts/0/phones/0/extension', 'ext 230'],
  ['a mail address that is none', '_iom/contacts/0/emails', ['mgmoreno']],
  ['a contact nobody can reach', '_iom/contacts', [{ role: 'Press contact' }]],
  ['a translation without address and id', 'items/0/_iom/translations', [{ language: 'fr' }]],
  ['another major version', '_iom/version', '2.0'],
];

const REFUSED_ORGANIZATIONS: readonly [what: string, path: string, value: unknown][] = [
  ['an organisation without units', 'units', []],
  ['a unit without a name', 'units/dg/name', undefined],
  ['a name in no language', 'units/dg/name', {}],
  ['a name under something that is no language', 'units/dg/name', { 'in English': 'Director General' }],
  ['an unknown relation', 'units/ocs/relation', 'friend'],
  ['a vacant post with a name', 'units/dg/head', { name: 'A. Person', vacant: true }],
  ['a post with the status vacant and a name', 'units/dg/head', { name: 'A. Person', status: 'vacant' }],
  ['an undisclosed name that is given', 'units/dg/head', { name: 'A. Person', status: 'undisclosed' }],
  ['a post both vacant and filled', 'units/dg/head', { vacant: true, status: 'filled' }],
  ['a post shared by nobody', 'units/dg/head', []],
  ['a vacant post with a name, in a list', 'units/dg/head', [{ name: 'A' }, { name: 'B', vacant: true }]],
  ['an unknown state of a post', 'units/dg/head/status', 'resting'],
  ['a second link that leads nowhere', 'units/us-dc/also_reports_to', [{ relation: 'dotted' }]],
  ['children at an address that runs a script', 'units/ocs/children', 'javascript:alert(1)'],
  ['half a unit', 'units/ocs/count', 0.5],
  ['a contact with words for a number', 'contacts/contact-washington/phones/0/number', 'call us'],
];

describe('refused', () => {
  for (const [what, path, value] of REFUSED_RELEASES) {
    it(what, () => assert.equal(isRelease(changed(feed, path, value)), false));
  }
  for (const [what, path, value] of REFUSED_ORGANIZATIONS) {
    it(what, () => assert.equal(isOrganization(changed(organization, path, value)), false));
  }
});

/** What the format allows beyond the demonstration. */
const ACCEPTED: readonly [what: string, path: string, value: unknown][] = [
  ['a name without languages', 'units/dg/name', 'Director General'],
  ['a shared post', 'units/dg/head', ['A', 'B'].map((name) => ({ name, status: 'shared' }))],
  ['a vacant post without a name', 'units/dg/head', { vacant: true, status: 'vacant' }],
  ['an acting head', 'units/dg/head', { name: 'A. Person', acting: true, status: 'acting' }],
  ['children elsewhere', 'units/ocs/children', 'units/ocs.json'],
  ['a count of the children', 'units/ocs/count', 42],
  ['dotted lines', 'units/us-dc/also_reports_to', ['ddg-ops', { to: 'opac', label: { en: 'press' } }]],
  ['a field nobody knows', 'units/dg/colour', 'blue'],
];

describe('accepted', () => {
  for (const [what, path, value] of ACCEPTED) {
    it(what, () => {
      assert.ok(isOrganization(changed(organization, path, value)), JSON.stringify(isOrganization.errors));
    });
  }
});

describe('the demonstration releases', () => {
  it('are four, each in four languages', () => {
    assert.equal(items.length, 16);
    assert.equal(byId.size, 16, 'ids are unique');
    const originals = [...new Set(items.map(originalIdOf))].sort();
    assert.equal(originals.length, 4);
    for (const language of LANGUAGES) {
      assert.deepEqual(inLanguage(language).map(originalIdOf).sort(), originals, language);
    }
  });

  it('say the same in every language: kind, date, place, figures, goals', () => {
    const essence = ({ date_published, _iom }: Item): unknown => [
      date_published,
      _iom.kind,
      _iom.date_precision,
      _iom.dateline?.country,
      _iom.sdgs,
      _iom.key_figures?.map(({ id, value, unit }) => [id, value, unit]),
    ];
    for (const item of items) assert.deepEqual(essence(item), essence(originalOf(item)), item.id);
  });

  it('lead to their translations and back, inside the feed', () => {
    for (const item of items) {
      const { translations } = item._iom;
      const languages = [item.language, ...translations.map((link) => link.language)];
      assert.deepEqual(languages.sort(), [...LANGUAGES].sort(), item.id);
      for (const { language, id, url, title } of translations) {
        const other = byId.get(id);
        assert.ok(other, `${id} is in the feed`);
        assert.deepEqual([other.language, other.url, other.title], [language, url, title]);
        assert.equal(originalIdOf(other), originalIdOf(item));
      }
      const original = originalOf(item);
      assert.equal(original._iom.translation_of, undefined);
      assert.equal(original._iom.translation_status, 'original');
    }
  });

  it('leave the workshop without a date, and date the others by the day', () => {
    const undated = items.filter((item) => item._iom.date_precision === 'unknown');
    assert.equal(undated.length, 4);
    for (const item of undated) {
      assert.equal(item.date_published, undefined);
      assert.equal(item._iom.dateline?.country, 'US');
      assert.equal(item._iom.dateline.in_content, false);
      assert.equal(originalOf(item).language, 'fr');
    }
    for (const item of items.filter((one) => !undated.includes(one))) {
      assert.match(item.date_published ?? '', /^2026-(09|10|11)-\d\dT00:00:00Z$/);
      assert.equal(item._iom.date_precision, 'day');
      assert.equal(originalOf(item).language, 'en');
    }
  });

  it('give every figure in the published digits, in the body too', () => {
    const published: Record<string, RegExp> = {
      participants: /\b50\b/,
      americas: /\b57[.,]5\b/,
      share: /\b30\b/,
      world: /\b214\b/,
      states: /\b175\b/,
      countries: /\b171\b/,
    };
    const seen = new Set<string>();
    for (const item of items) {
      for (const { id, display } of item._iom.key_figures ?? []) {
        const digits = published[id];
        assert.ok(digits, id);
        assert.match(display, digits);
        assert.match(item.content_html, digits);
        seen.add(id);
      }
    }
    assert.deepEqual([...seen].sort(), Object.keys(published).sort());
  });

  it('name the extension of the telephone apart', () => {
    const contacts = [feed, ...items].flatMap((one) => one._iom.contacts).concat(organization.contacts);
    assert.equal(contacts.length, 18);
    for (const { name, emails, phones } of contacts) {
      assert.equal(name, 'Maria G. Moreno');
      assert.deepEqual(emails, ['mgmoreno@iom.int']);
      assert.deepEqual(
        phones.map(({ number, extension }) => [number, extension]),
        [['+12028621826', '230']],
      );
      assert.match(phones[0]?.label ?? '', /^\+1\s202\s862\s1826 \S+\s230$/u);
    }
  });

  it('hold no quotation', () => {
    for (const item of items) {
      assert.equal(item._iom.quotes, undefined);
      assert.doesNotMatch(item.content_html, /<blockquote|[«»“”"]/);
    }
  });

  it('keep to French typography', () => {
    for (const { title, summary, content_html, _iom } of inLanguage('fr')) {
      for (const text of [title, summary, content_html, _iom.boilerplate_text]) {
        assert.doesNotMatch(text, /[^\u00a0\u202f][;:!?%](?=[\s<]|$)/u, 'no-break space before ; : ! ? %');
        assert.doesNotMatch(text, /'/, 'curved apostrophe');
      }
    }
  });
});

describe('the demonstration structure', () => {
  it('names every unit and every title in four languages', () => {
    const maps = [organization.name, ...units.map((one) => one.name)];
    for (const { head } of units) if (head) maps.push(head.title);
    for (const map of maps) assert.deepEqual(Object.keys(map), LANGUAGES);
  });

  it('names nobody as head of a unit', () => {
    for (const one of units) assert.equal(one.head?.name, undefined);
  });

  it('is one tree whose links all lead somewhere', () => {
    const ids = new Set(units.map((one) => one.id));
    const contactIds = new Set(organization.contacts.map((contact) => contact.id));
    assert.equal(ids.size, units.length);
    assert.deepEqual(
      units.filter((one) => one.parent_id === null).map((one) => one.id),
      ['dg'],
    );
    for (const { id, parent_id, contact_ids } of units) {
      assert.ok(parent_id === null || ids.has(parent_id), id);
      for (const contact of contact_ids ?? []) assert.ok(contactIds.has(contact), contact);
    }
    for (const contact of organization.contacts) assert.ok(ids.has(contact.unit_id));
  });
});

describe('the demonstration pages', () => {
  for (const language of LANGUAGES) {
    it(`hold the same in plain HTML (${language})`, () => {
      const page = pageOf(language);
      const text = flat(page);
      const releases = inLanguage(language);

      assert.match(page, new RegExp(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`));
      assert.deepEqual(
        [...page.matchAll(/href="(https:\/\/press\.example\.org\/[^"]+)"/g)].map((match) => match[1]),
        releases.map((item) => item.url),
      );
      for (const { title } of releases) assert.ok(text.includes(flat(title)), title);
      for (const { id, parent_id, name } of units) {
        if (parent_id === null || parent_id === 'dg' || id === 'us-dc') {
          assert.ok(text.includes(flat(name[language] ?? 'no name')), id);
        }
      }
      assert.match(page, /href="tel:\+12028621826,230"/);
      assert.match(page, /href="mailto:mgmoreno@iom\.int"/);
    });

    it(`ask no exception of a strict content security policy (${language})`, () => {
      const page = pageOf(language);
      assert.doesNotMatch(page, /\sstyle=|<style|\son[a-z]+=|javascript:/i);
      assert.deepEqual(page.match(/<script[^>]*>[^<]*<\/script>/g), [
        '<script type="module" src="/dist/iom-widgets.js"></script>',
      ]);
    });
  }
});
