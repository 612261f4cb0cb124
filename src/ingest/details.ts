import type * as model from '../model/feed.js';
import type { Feed, FeedDetails, Release, ReleaseDetails } from '../model/feed.js';
import type { Rich } from '../model/rich.js';
import { contact } from './contact.js';
import { CORRECTIONS } from './feed.js';
import { type Source, sourceOf } from './raw.js';
import { cleanHtml, paragraphs } from './rich.js';
import { country, flag, number, positiveInteger, record, withDefault } from './records.js';
import {
  type Cleaner, type Context, date, field, isObject, language, list, NOWHERE, oneOf, text, url, webUrl,
} from './values.js'; // prettier-ignore

const dateline = record<model.DatelineDetails>(
  { locality: text, country, date, inContent: withDefault(flag, false) },
  () => true,
);
const correction = record<model.CorrectionDetails>(
  { kind: withDefault(oneOf(...CORRECTIONS), 'correction'), text, date, url },
  (c) => c.text,
);
const translation = record<model.Translation>(
  { language, id: text, url, feedUrl: webUrl, title: text },
  (t) => t.language && (t.url ?? t.id),
);
const media = record<model.Media>(
  {
    type: withDefault(oneOf('image', 'video', 'audio', 'document'), 'image'), url: webUrl, mimeType: text, alt: text,
    caption: text, credit: text, rights: text, width: positiveInteger, height: positiveInteger, language,
    poster: webUrl,
  }, // prettier-ignore
  (m) => m.url,
);
const party = record<model.Party>(
  { name: text, shortName: text, url, logo: webUrl, rel: text },
  (p) => p.name,
);
const quote = record<model.Quote>(
  {
    text,
    speaker: record<NonNullable<model.Quote['speaker']>>(
      { name: text, title: text, organisation: text, url, image: webUrl },
      (s) => s.name ?? s.title ?? s.organisation,
    ),
    language,
    inContent: withDefault(flag, false),
  },
  (q) => q.text,
);
const keyFigure = record<model.KeyFigure>(
  {
    id: text, label: text, value: number, unit: text, display: text,
    qualifier: oneOf('exact', 'about', 'more-than', 'less-than', 'up-to'),
    place: text, country, asOf: date, source: text, sourceUrl: url, note: text,
  }, // prettier-ignore
  (f) => f.label && (f.display ?? f.value) !== undefined,
);
const place = record<model.Place>(
  { name: text, country, rel: text, primary: withDefault(flag, false) },
  (p) => p.name,
);
const subject = record<model.Subject>({ name: text, code: text, scheme: text }, (s) => s.name);
const attachment = record<model.Attachment>(
  { url: webUrl, mimeType: text, title: text, sizeInBytes: number, durationInSeconds: number },
  (a) => a.url,
);
const related = record<model.Related>({ url, rel: text, id: text, title: text, language }, (r) => r.url);
const rights = record<model.Rights>(
  { notice: text, holder: text, usageTerms: text, licenceUrl: url },
  () => true,
);
const alternate = record<model.FeedAlternate>(
  { language, feedUrl: webUrl, homePageUrl: webUrl },
  (a) => a.language && a.feedUrl,
);
const authors: Cleaner<readonly string[]> = list(
  (value, context) => text(field(value, 'name') ?? value, context),
  20,
);

const plainFields = record<Pick<ReleaseDetails, 'summary' | 'externalUrl' | 'tags' | 'attachments'>>(
  { summary: text, externalUrl: url, tags: list(text, 50), attachments: list(attachment) },
  () => true,
);
const ownFields = record<
  Omit<
    ReleaseDetails,
    | 'summary'
    | 'externalUrl'
    | 'tags'
    | 'attachments'
    | 'authors'
    | 'body'
    | 'datelineDetails'
    | 'correctionDetails'
  >
>(
  {
    subtitle: text, translations: list(translation), dateText: text, contacts: list(contact), translationStatus: oneOf('original', 'official', 'unofficial', 'machine'),
    quotes: list(quote), keyFigures: list(keyFigure), places: list(place), subjects: list(subject), sdgs: list(text),
    organisations: list(party), media: list(media), related: list(related), boilerplateText: text, rights,
    version: text,
  }, // prettier-ignore
  () => true,
);
const feedFields = record<Omit<FeedDetails, 'description'>>(
  {
    publisher: party, contacts: list(contact), alternates: list(alternate), boilerplateText: text, rights,
    totalItems: number,
  }, // prettier-ignore
  () => true,
);

const known = new WeakMap<object, unknown>();

/** Cleaned once, when first asked for. The source travels with the model, whichever copy of the library made it. */
function once<M extends object, D>(from: M, clean: (source: Source) => D): D {
  let details = known.get(from) as D | undefined;
  if (!details) known.set(from, (details = Object.freeze(clean(sourceOf(from)))));
  return details;
}
const contextOf = ({ url: base }: Source): Context => ({ ...NOWHERE, url: base });

const additions = (raw: unknown): object => {
  const own = field(raw, '_iom');
  return isObject(own) ? own : {};
};

/** JSON Feed 1.0 had one author; a release without any takes the feed's. */
const authorsOf = (raw: unknown): unknown => field(raw, 'authors') ?? field(raw, 'author');

/** What a feed says of itself and its publisher. */
export const feedDetails = (feed: Feed): FeedDetails =>
  once(feed, (source) => {
    const context = contextOf(source);
    const description = text(field(source.raw, 'description'), context);
    return { description, ...feedFields(additions(source.raw), context)! };
  });

/** All of a release but its headline. */
export const releaseDetails = (release: Release, feed: Feed): ReleaseDetails =>
  once(release, (source) => {
    const { raw } = source;
    const context = contextOf(source);
    const given = additions(raw);
    const own = ownFields(given, context)!;
    const ids = list(text)(field(given, 'contact_ids'), context)!;
    const shared = feedDetails(feed).contacts.filter(({ id }) => id && ids.includes(id));
    const body = lazily(() => bodyOf(raw, context));
    return {
      ...plainFields(raw, context)!,
      ...own,
      correctionDetails: list(correction)(field(given, 'corrections'), context)!,
      datelineDetails: dateline(field(given, 'dateline'), context),
      contacts: Object.freeze([...own.contacts, ...shared]),
      authors: authors(authorsOf(raw) ?? authorsOf(sourceOf(feed).raw), context)!,
      get body() {
        return body();
      },
    };
  });

function bodyOf(raw: unknown, context: Context): Rich {
  const html = field(raw, 'content_html');
  if (typeof html === 'string' && html.trim()) return cleanHtml(html, context);
  const plain = field(raw, 'content_text');
  return paragraphs(typeof plain === 'string' ? plain : '');
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
