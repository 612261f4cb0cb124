import { isoDate } from '../dates.js';
import { XmlDocument, type XmlElement } from '../documents.js';
import { attachment, mainImage, mediaOf } from '../markup/media.js';
import {
  absolute, all, bodyOf, findRoot, hasMarkup, inside, isElement, markupIn, nameOf, pictureIn, plain, type Scope,
  trimmed, words,
} from '../markup/xml.js'; // prettier-ignore
import type { Format, ReadContext } from './format.js';

const ROOT = /^(?:rss|rdf|channel)$/i;
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

const rootOf = (document: unknown): XmlElement | undefined =>
  document instanceof XmlDocument ? findRoot(document.root, ROOT) : undefined;

const isRoot = (root: XmlElement | undefined): root is XmlElement =>
  root !== undefined && (nameOf(root) === 'channel' || all(root, 'channel', 'item').length > 0);

/** In the channel, as RSS 2.0 has them; beside it, as RDF does; or wherever they are. */
function itemsOf(root: XmlElement, channels: readonly XmlElement[]): XmlElement[] {
  const inChannels = channels.flatMap((one) => all(one, 'item'));
  if (inChannels.length || all(root, 'item').length) return [...inChannels, ...all(root, 'item')];
  return root.children.filter(isElement).flatMap((one) => itemsOf(one, [one]));
}

/** `press@example.org (Press Office)` and `Press Office <press@example.org>` name an office; an address names nobody. */
const nameIn = (author: string): string =>
  (/\(([^()]+)\)/.exec(author)?.[1] ?? author.replace(/<[^<>]*>|\S*@\S*/g, '')).trim();

function authorsOf(parent: XmlElement | undefined): object[] | undefined {
  for (const names of [['dc:creator'], ['author', 'atom:author'], ['itunes:author'], ['managingeditor']]) {
    const found = all(parent, ...names).flatMap(
      (one) => words(one, 'atom:name', 'name') ?? trimmed(one) ?? [],
    );
    const authors = found.map((one) => nameIn(plain(one) ?? '')).filter(Boolean);
    if (authors.length) return [...new Set(authors)].map((name) => ({ name }));
  }
  return undefined;
}

/** Text, or an element as Drupal writes it: `<time datetime="…">`. */
function dateIn(item: XmlElement, names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const one of all(item, name)) {
      const time = one.children.filter(isElement).find((child) => child.attribute('datetime'));
      const inText = /<time\s[^<>]*datetime="([^"<>]*)"/.exec(trimmed(one) ?? '')?.[1];
      const written = time?.attribute('datetime') ?? inText ?? trimmed(one);
      if (written) return plain(written);
    }
  }
  return undefined;
}

type Warn = (code: string, message: string) => void;

function dateOf(item: XmlElement, warn: Warn, ...names: readonly string[]) {
  const written = dateIn(item, names);
  const iso = written && isoDate(written, warn);
  if (written && !iso) warn('bad-date', `"${written.slice(0, 60)}" is not a date`);
  return { written, iso: iso || undefined };
}

function linkOf(item: XmlElement, scope: Scope): string | undefined {
  for (const link of all(item, 'link')) {
    const written = trimmed(link) ?? link.attribute('href');
    if (written) return absolute(written, inside(scope, link));
  }
  const alternate = atomLink(item, 'alternate', scope);
  if (alternate) return alternate;
  const guid = all(item, 'guid')[0];
  const address = guid?.attribute('isPermaLink') === 'false' ? undefined : trimmed(guid);
  if (/^https?:/i.test(address ?? '')) return address;
  const about = item.attribute('about', RDF) ?? item.attribute('about');
  return /^https?:/i.test(about ?? '') ? about : undefined;
}

function atomLink(parent: XmlElement | undefined, rel: string, scope: Scope): string | undefined {
  const found = all(parent, 'atom:link').find((one) => (one.attribute('rel') ?? 'alternate') === rel);
  return absolute(found?.attribute('href'), inside(scope, found));
}

function readItem(item: XmlElement, parent: Scope, warn: Warn) {
  const scope = inside(parent, item);
  const title = words(item, 'title', 'dc:title');
  if (title && hasMarkup(title)) warn('html-in-title', `"${title.slice(0, 60)}" was read as HTML`);
  const [encoded, description] = [
    ['content:encoded', 'xhtml:body', 'xhtml:div', 'atom:content'],
    ['description', 'dc:description', 'atom:summary', 'itunes:summary'],
  ].map((names) => names.flatMap((name) => all(item, name)).map((one) => markupIn(one, scope)).find(Boolean)); // prettier-ignore
  const body = encoded ?? description;
  const url = linkOf(item, scope);
  const published = dateOf(item, warn, 'pubdate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'atom:published', 'atom:updated'); // prettier-ignore
  const modified = dateOf(item, warn, 'atom:updated', 'dcterms:modified');
  const media = mediaOf(item, parent);
  const attachments = all(item, 'enclosure').flatMap((one) => attachment(one, scope) ?? []);
  const itunes = absolute(all(item, 'itunes:image')[0]?.attribute('href'), scope);
  const id = words(item, 'guid') ?? url ?? item.attribute('about', RDF);
  if (!id) warn('no-id', 'the item has neither guid nor link');
  const tags = all(item, 'category', 'dc:subject').flatMap((one) => plain(trimmed(one)) ?? []);
  return {
    id: id ?? (`${title ?? body?.slice(0, 200) ?? ''} ${published.written ?? ''}`.trim() || undefined),
    url,
    title: plain(title),
    summary: encoded && description !== encoded ? plain(description) : undefined,
    ...bodyOf(body),
    date_published: published.iso,
    date_modified: modified.iso,
    language: words(item, 'dc:language') ?? (scope.language === parent.language ? undefined : scope.language),
    image: mainImage(media, attachments) ?? itunes ?? pictureIn(body),
    tags: [...new Set(tags)],
    authors: authorsOf(item),
    attachments,
    _iom: { media, date_text: published.iso ? undefined : published.written },
  };
}

function read(document: unknown, { url, warn, refuse }: ReadContext) {
  const root = rootOf(document);
  if (!isRoot(root)) return refuse('this is no RSS');
  const channels = nameOf(root) === 'channel' ? [root] : all(root, 'channel');
  const channel = channels[0];
  const scope = inside(inside({ url }, root), channel);
  const home = words(channel, 'link');
  // without an address of its own, a document's relative addresses are those of its site
  const itemScope = url || scope.base ? scope : { ...scope, base: home };
  const rights = plain(words(channel, 'copyright', 'dc:rights'));
  return {
    title: plain(words(channel, 'title', 'dc:title')),
    description: plain(words(channel, 'description', 'atom:subtitle', 'itunes:summary')),
    home_page_url: absolute(home, scope) ?? atomLink(channel, 'alternate', scope),
    feed_url: atomLink(channel, 'self', scope),
    next_url: atomLink(channel, 'next', scope),
    language: words(channel, 'language', 'dc:language') ?? scope.language,
    icon: absolute(words(all(channel, 'image')[0] ?? all(root, 'image')[0], 'url'), scope),
    authors: authorsOf(channel),
    items: itemsOf(root, channels).map((item, i) =>
      readItem(item, itemScope, (code, message) => warn(code, message, `items[${i}]`)),
    ),
    _iom: { rights: rights && { notice: rights } },
  };
}

/** RSS 2.0, 0.91 to 0.94, 1.0 and 0.90, whatever is wrapped around it. */
export const rss: Format<'feed'> = {
  id: 'rss',
  kind: 'feed',
  detect: (document) => isRoot(rootOf(document)),
  read,
};
