import type { Correction, Feed, Picture, PublishedDate, Release } from '../model/feed.js';
import { textOfHtml } from '#platform';
import { feedFormats } from './formats/index.js';
import { keepSource, type RawFeed } from './raw.js';
import { reader } from './reader.js';
import { forEachInSlices } from './slices.js';
import {
  type Cleaner,
  type Context,
  date,
  field,
  language,
  list,
  NOWHERE,
  oneOf,
  text,
  url,
  webUrl,
} from './values.js';

const MAX_ITEMS = 10_000;
const TITLE_LENGTH = 80;
const EXCERPT_LENGTH = 240;

export const CORRECTIONS = ['correction', 'clarification', 'update', 'retraction'] as const;

const correction: Cleaner<Correction> = (value, context) => {
  const words = text(field(value, 'text'), context);
  const kind = oneOf(...CORRECTIONS)(field(value, 'kind'), context) ?? 'correction';
  return words ? Object.freeze({ kind, text: words }) : undefined;
};

const picture: Cleaner<Picture> = (value, context) => {
  const address = field(value, 'type') === 'image' && webUrl(field(value, 'url'), context);
  const words = (name: string) => text(field(value, name), context);
  return address ? Object.freeze({ url: address, alt: words('alt'), credit: words('credit') }) : undefined;
};

/** One release, as far as a list needs it; none where it has neither identity nor words. */
function cleanRelease(raw: unknown, feedLanguage: string | undefined, context: Context): Release | undefined {
  const own = field(raw, '_iom');
  const get = <T>(name: string, clean: Cleaner<T>, from = raw) => clean(field(from, name), context);
  const address = get('url', url);
  const words = get('summary', text) ?? get('content_html', textOfMarkup) ?? get('content_text', text);
  const title = get('title', text) ?? shorten(words, TITLE_LENGTH);
  const id = get('id', text) ?? address;
  if (!id || !title) return void context.warn('dropped-item', `the item has no ${id ? 'words' : 'id'}`);
  const pictures = get('media', list(picture), own)!;
  const image = get('image', webUrl) ?? get('banner_image', webUrl);
  const embargoedUntil = get('embargoed_until', date, own);
  // a word or a date that we cannot read must not publish by mistake
  const status = oneOf('usable', 'canceled')(field(own, 'status') ?? 'usable', context);
  const isUnclear = !status || (get('embargoed_until', text, own) && !embargoedUntil);
  const release = {
    id,
    title,
    url: address,
    excerpt: shorten(words, EXCERPT_LENGTH),
    language: get('language', language) ?? feedLanguage,
    kind: get('kind', text, own) ?? 'news',
    status: isUnclear ? 'withheld' : status,
    date: atPrecision(get('date_published', date), get('date_precision', precision, own)),
    modified: get('date_modified', date),
    embargoedUntil,
    expires: get('expires', date, own),
    dateline: text(field(field(own, 'dateline'), 'text') ?? field(own, 'dateline'), context),
    image: image ? (pictures.find((one) => one.url === image) ?? Object.freeze({ url: image })) : pictures[0],
    corrections: get('corrections', list(correction), own)!,
    translationOf: get('translation_of', text, own),
    translationIds: get(
      'translations',
      list((value) => text(field(value, 'id'), context)),
      own,
    )!,
  };
  return keepSource(release as Release, raw, context.url);
}

const textOfMarkup: Cleaner<string> = (html, context) =>
  typeof html === 'string' ? text(textOfHtml(html), context) : undefined;

function shorten(words: string | undefined, length: number): string | undefined {
  if (!words || words.length <= length) return words;
  const kept = words.slice(0, Math.max(words.lastIndexOf(' ', length), length / 2));
  return `${text(kept, NOWHERE)}…`; // without the half of a character
}

/** A date never says more than its publisher meant: a release of a day has no hour. */
function atPrecision(moment?: PublishedDate, meant?: keyof typeof LENGTHS): PublishedDate | undefined {
  if (!moment || !meant || moment.value.length <= LENGTHS[meant]) return moment;
  return meant === 'unknown'
    ? undefined
    : Object.freeze({ value: moment.value.slice(0, LENGTHS[meant]), precision: meant });
}
const LENGTHS = { unknown: 0, year: 4, month: 7, day: 10 };
const precision = oneOf('unknown', 'year', 'month', 'day');

/** Undated releases come after the others, in the order of the feed. */
const moment = ({ date }: Release): number => (date ? Date.parse(date.value) : -8.64e15);

async function cleanFeed(raw: RawFeed, context: Context): Promise<Feed> {
  const { warn } = context;
  const get = <T>(name: string, clean: Cleaner<T>) => clean(field(raw, name), context);
  const feedLanguage = get('language', language);
  const seen = new Set<string>();
  const items: Release[] = [];
  if (raw.items.length > MAX_ITEMS) warn('too-many-items', `only the first ${MAX_ITEMS} items were kept`);
  await forEachInSlices(raw.items.slice(0, MAX_ITEMS), (item, i) => {
    const at = (code: string, message: string) => warn(code, message, `items[${i}]`);
    const release = cleanRelease(item, feedLanguage, { ...context, warn: at });
    if (!release) return;
    // the same page is the same release, whatever campaign brought the reader there
    const page = release.url?.replace('?', '&').replace(/#.*|&utm_[^&#]*/g, '') ?? release.id;
    if (seen.has(release.id) || seen.has(page)) return at('duplicate-id', `"${release.id}" is there already`);
    seen.add(release.id).add(page);
    items.push(release);
  });
  items.sort((a, b) => moment(b) - moment(a));
  const head = {
    title: get('title', text),
    homePageUrl: get('home_page_url', webUrl),
    feedUrl: get('feed_url', webUrl),
    nextUrl: get('next_url', webUrl),
    language: feedLanguage,
  };
  return keepSource({ ...head, items: Object.freeze(items) }, raw, context.url);
}

/** A list of releases: in, any feed; out, clean and frozen headlines. */
export const feed = reader('feed', feedFormats, cleanFeed);
