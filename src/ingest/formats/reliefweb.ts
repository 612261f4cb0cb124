import { field, isObject } from '../values.js';
import type { Format } from './format.js';

const at = (value: unknown, ...path: readonly string[]): unknown => path.reduce(field, value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const named = (value: unknown): readonly unknown[] => listOf(value).map((one) => field(one, 'name'));
/** Codes of ReliefWeb's own, which mean no country to anybody else. */
const NO_COUNTRY = /^(?:eai|chi|azo|gli|wld)$/i;

/** Old answers have addresses that only redirect. */
const secure = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/^http:(?=\/\/[^/]*\breliefweb\.int\b)/, 'https:') : value;

function kindOf(formats: unknown): string | undefined {
  const [name] = named(formats);
  if (typeof name !== 'string') return undefined;
  return /press release/i.test(name) ? 'press-release' : name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

function placesOf(fields: unknown): readonly object[] {
  const primary = field(fields, 'primary_country');
  const others = listOf(field(fields, 'country')).filter((one) => field(one, 'id') !== field(primary, 'id'));
  return [primary, ...others].filter(isObject).map((one) => {
    const code = field(one, 'iso3');
    return {
      name: one.name,
      country: NO_COUNTRY.test(String(code)) ? undefined : code,
      primary: one === primary,
    };
  });
}

const attachmentOf = (file: unknown): object => ({
  url: secure(field(file, 'url')),
  mime_type: field(file, 'mimetype'),
  title: field(file, 'description') || field(file, 'filename'), // '' for none
  size_in_bytes: Number(field(file, 'filesize') ?? NaN),
});

function pictureOf(fields: unknown): object | undefined {
  const image = at(fields, 'headline', 'image') ?? field(fields, 'image');
  if (!isObject(image)) return undefined;
  return {
    type: 'image',
    url: secure(image.url),
    alt: image.alt,
    caption: image.caption,
    credit: image.copyright,
    width: image.width,
    height: image.height,
  };
}

const partyOf = (source: unknown): object => ({
  name: field(source, 'name'),
  short_name: field(source, 'shortname'),
  url: field(source, 'homepage'),
  rel: 'publisher',
});

/** What is meant by the original date is a day, whatever hour stands there. */
const day = (value: unknown): unknown => (typeof value === 'string' ? value.slice(0, 10) : undefined);

function itemOf(entry: unknown): object {
  const fields = field(entry, 'fields');
  const get = (...path: string[]) => at(fields, ...path);
  const picture = pictureOf(fields);
  const url = secure(get('url_alias') ?? get('url'));
  const language = field(listOf(get('language'))[0], 'code');
  return {
    id: secure(field(entry, 'href')) ?? url ?? field(entry, 'id'),
    url,
    external_url: get('origin'),
    title: get('title'),
    summary: get('headline', 'summary'),
    content_html: get('body-html'),
    content_text: get('body'),
    date_published: day(get('date', 'original')) ?? get('date', 'created'),
    date_modified: get('date', 'changed'),
    language: language === 'ot' ? undefined : language, // "other"
    image: field(picture, 'url'),
    tags: [...named(get('theme')), ...named(get('disaster_type'))],
    attachments: listOf(get('file')).map(attachmentOf),
    _iom: {
      kind: kindOf(get('format')),
      status: /^(?:published|to-review)$/.test(String(get('status') ?? 'published')) ? 'usable' : 'withheld',
      places: placesOf(fields),
      organisations: listOf(get('source')).map(partyOf),
      media: picture,
    },
  };
}

/** The next page: its address has lost the name that ReliefWeb wants of whoever asks. */
function nextOf(document: unknown, base: string): unknown {
  const next = secure(at(document, 'links', 'next', 'href'));
  const name = /[?&]appname=[^&#]*/.exec(base)?.[0].slice(1);
  if (typeof next !== 'string' || !name || /[?&]appname=/.test(next)) return next;
  return next + (next.includes('?') ? '&' : '?') + name;
}

/** Reports of the ReliefWeb API, v1 and v2. */
export const reliefweb: Pick<Format<'feed'>, 'read'> = {
  read(document, { url, refuse }) {
    const message = at(document, 'error', 'message');
    if (field(document, 'error')) refuse(`ReliefWeb answered: ${String(message)}`);
    const entries = listOf(field(document, 'data'));
    const isReport = (entry: unknown) => at(entry, 'fields', 'title') !== undefined;
    if (entries.length && !entries.some(isReport)) refuse('the entries are no reports: none has a title');
    return {
      next_url: nextOf(document, url),
      _iom: { total_items: field(document, 'totalCount') },
      items: entries.map(itemOf),
    };
  },
};
