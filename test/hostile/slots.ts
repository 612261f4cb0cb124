/** Every place of a document that a value can come from: a document in which one of them is hostile. */
type Json = Record<string, unknown>;

/** A document whose `slot` holds these values, one for each of its records. */
export type Fill = (values: readonly unknown[]) => Json;

/** Sets `a.b.0.c` in a fresh object. */
function set(into: Json, path: string, value: unknown): Json {
  const names = path.split('.');
  let at: any = into;
  for (const name of names.slice(0, -1)) at = at[name];
  at[names.at(-1)!] = value;
  return into;
}

const page = (i: number) => `https://press.example.org/${i}`;

const release = (i: number): Json => ({
  id: `r${i}`,
  url: page(i),
  title: 'Harbour',
  language: 'fr',
  summary: 'A summary',
  image: 'https://press.example.org/a.png',
  date_published: '2026-09-15T10:00:00Z',
  date_modified: '2026-09-16T10:00:00Z',
  _iom: {
    kind: 'statement',
    dateline: { text: 'Geneva' },
    date_precision: 'day',
    corrections: [{ kind: 'update', text: 'A correction' }],
    media: [{ type: 'image', url: 'https://press.example.org/a.png', alt: 'A boat', credit: 'A person' }],
    translations: [],
  },
});

const feed = (items: readonly Json[], more: Json = {}): Json => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'News',
  home_page_url: 'https://press.example.org/',
  language: 'en',
  items,
  ...more,
});

const inRelease =
  (path: string): Fill =>
  (values) =>
    feed(values.map((value, i) => set(release(i), path, value)));

/** Slot → document. */
export const newsSlots: Readonly<Record<string, Fill>> = Object.fromEntries(
  [
    'id', 'url', 'title', 'summary', 'content_html', 'language', 'image', 'banner_image', 'date_published', 'date_modified',
    '_iom', '_iom.kind', '_iom.dateline', '_iom.dateline.text', '_iom.date_precision', '_iom.corrections', '_iom.corrections.0.text',
    '_iom.corrections.0.kind', '_iom.media.0.url', '_iom.media.0.alt', '_iom.media.0.credit', '_iom.translations',
  ].map((path) => [path, inRelease(path)]),
); // prettier-ignore

export const newsHeads: Readonly<Record<string, (value: unknown) => Json>> = Object.fromEntries(
  ['title', 'home_page_url', 'language', 'feed_url', 'version'].map((name) => [
    name,
    (value: unknown) => feed([release(0)], { [name]: value }),
  ]),
);

const contact = (i: number): Json => ({
  id: `c${i}`,
  kind: 'individual',
  name: 'A Person',
  title: 'Press officer',
  role: 'Media',
  organisation: 'IOM',
  unit: 'Press office',
  emails: ['press@example.org'],
  phones: [{ number: '+41227179111', label: '+41 22 717 91 11', extension: '5', type: 'cell' }],
  languages: ['en', 'fr'],
  url: page(i),
  image: 'https://press.example.org/a.png',
  hours_text: 'Mornings',
  time_zone: 'Europe/Zurich',
});

export const contactSlots: Readonly<Record<string, Fill>> = Object.fromEntries(
  [
    'id', 'kind', 'name', 'title', 'role', 'organisation', 'unit', 'emails.0', 'emails', 'phones.0.number', 'phones.0.label',
    'phones.0.extension', 'phones.0.type', 'phones', 'languages', 'languages.0', 'url', 'image', 'hours_text', 'time_zone',
  ].map((path): [string, Fill] => [
    path,
    (values) => feed([release(0)], { _iom: { contacts: values.map((value, i) => set(contact(i), path, value)) } }),
  ]),
); // prettier-ignore

const unit = (i: number): Json => ({
  id: `u${i}`,
  parent_id: 'top',
  name: { en: 'Harbour', fr: 'Port' },
  short_name: 'HB',
  description: 'What it does',
  url: { en: page(i) },
  relation: 'line',
  classification: 'office',
  email: 'unit@example.org',
  phone: '+41227179111',
  locality: 'Geneva',
  country: 'CH',
  head: {
    name: 'A Person',
    title: { en: 'Head' },
    email: 'a@example.org',
    url: page(i),
    image: page(i),
    status: 'acting',
  },
  also_reports_to: [{ to: 'top', label: { fr: 'un sujet' }, relation: 'x' }],
});
const TOP = {
  id: 'top',
  name: 'All',
  url: page(0),
  relation: 'staff',
  head: { name: 'B', status: 'vacant' },
};
const organization = (units: readonly Json[], more: Json = {}): Json => ({
  version: '1.0',
  id: 'org',
  name: 'Organization',
  default_language: 'en',
  units: [TOP, ...units],
  ...more,
});

export const chartSlots: Readonly<Record<string, Fill>> = Object.fromEntries(
  [
    'id', 'parent_id', 'name', 'name.en', 'short_name', 'description', 'url', 'url.en', 'relation', 'classification', 'email', 'phone',
    'country', 'head', 'head.name', 'head.title', 'head.title.en', 'head.email', 'head.url', 'head.image', 'head.status',
    'also_reports_to', 'also_reports_to.0.to', 'also_reports_to.0.label', 'also_reports_to.0.label.fr',
  ].map((path): [string, Fill] => [
    path,
    (values) => organization(values.map((value, i) => set(unit(i), path, value))),
  ]),
); // prettier-ignore

/** Names of languages are values too. */
export const byLanguage: Fill = (values) =>
  organization(
    values.map((value, i) => ({
      ...unit(i),
      name: Object.fromEntries([
        [String(value), 'Harbour'],
        ['en', 'Harbour'],
      ]),
    })),
  );
