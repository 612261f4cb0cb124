import { isoDate } from '../dates.js';
import { XmlDocument, type XmlElement } from '../documents.js';
import { attachment, mainImage, mediaOf } from '../markup/media.js';
import {
  absolute, all, findRoot, htmlOf, inside, isElement, nameOf, pictureIn, plain, rebased, type Scope, trimmed, words,
  wordsOf,
} from '../markup/xml.js'; // prettier-ignore
import type { Format, ReadContext } from './format.js';

const rootOf = (document: unknown): XmlElement | undefined =>
  document instanceof XmlDocument ? findRoot(document.root, /^(?:feed|entry)$/i) : undefined;

/** Atom's own children, in the namespace of the root too if that is none we know. */
const own = (parent: XmlElement | undefined, ...names: readonly string[]): XmlElement[] => {
  const prefix = parent && /^(?:[^:]*:)?/.exec(nameOf(parent))![0];
  return all(parent, ...names.flatMap((name) => [`atom:${name}`, name, `${prefix}${name}`]));
};
const ownWords = (parent: XmlElement | undefined, name: string): string | undefined =>
  own(parent, name).map(trimmed).find(Boolean);

/** A text construct, or a content: HTML, or text that is nothing but text, or neither where it is something else. */
function construct(element: XmlElement | undefined, parent: Scope): { html?: string; text?: string } {
  if (!element) return {};
  const scope = inside(parent, element);
  const type = element.attribute('type')?.trim().toLowerCase() ?? 'text';
  const inner = element.children.filter(isElement);
  if (element.attribute('mode')?.trim() === 'base64') return {};
  if (
    type === 'xhtml' ||
    type === 'application/xhtml+xml' ||
    (inner.length && !/^application|[+/]xml$/.test(type))
  ) {
    const div = inner.length === 1 && inner[0]!.name.toLowerCase() === 'div' ? inner[0]! : undefined;
    return { html: htmlOf(div ?? element, inside(scope, div)).trim() };
  }
  const written = wordsOf(element).trim();
  if (type === 'html' || type === 'text/html') return { html: rebased(written, scope) };
  return type.startsWith('text') ? { text: written } : {};
}

function plainOf(element: XmlElement | undefined, scope: Scope): string | undefined {
  const { html, text } = construct(element, scope);
  return (html === undefined ? text : plain(html)) || undefined;
}

interface Link {
  readonly rel: string;
  readonly url: string;
  readonly type: string;
  readonly language: string | undefined;
  readonly element: XmlElement;
}

const linksOf = (parent: XmlElement, scope: Scope): Link[] =>
  own(parent, 'link').flatMap((element) => {
    const url = absolute(element.attribute('href') ?? trimmed(element), inside(scope, element));
    const rel = (element.attribute('rel')?.trim().toLowerCase() || 'alternate').replace(/^https?:.*\//, '');
    const type = element.attribute('type')?.trim().toLowerCase() ?? '';
    return url ? [{ rel, url, type, language: element.attribute('hreflang')?.trim(), element }] : [];
  });

const linkTo = (links: readonly Link[], rel: string): string | undefined =>
  links.find((one) => one.rel === rel)?.url;

/** The page, and not the same as XML or JSON. */
function pageOf(links: readonly Link[], language?: string): Link | undefined {
  const alternates = links.filter(({ rel }) => rel === 'alternate');
  const pages = alternates.filter(({ type }) => !/xml$|json$/.test(type) || type.includes('xhtml'));
  return pages.find((one) => !one.language || one.language === language) ?? pages[0] ?? alternates[0];
}

const authorsOf = (parent: XmlElement | undefined): object[] | undefined => {
  const authors = own(parent, 'author').flatMap((one) => {
    const name = ownWords(one, 'name') ?? (one.children.some(isElement) ? undefined : trimmed(one));
    return name ? [{ name: plain(name), url: ownWords(one, 'uri') ?? ownWords(one, 'url') }] : [];
  });
  return authors.length ? authors : undefined;
};

type Warn = (code: string, message: string) => void;

function dateOf(entry: XmlElement, warn: Warn, ...names: readonly string[]) {
  const written = names.map((name) => ownWords(entry, name)).find(Boolean);
  const iso = written && isoDate(written, warn);
  if (written && !iso) warn('bad-date', `"${written.slice(0, 60)}" is not a date`);
  return { written, iso: iso || undefined };
}

const tagsOf = (entry: XmlElement): string[] => {
  const tags = own(entry, 'category').flatMap(
    (one) => plain(one.attribute('label')?.trim() || one.attribute('term')?.trim() || trimmed(one)) ?? [],
  );
  return [...new Set([...tags, ...all(entry, 'dc:subject').flatMap((one) => trimmed(one) ?? [])])];
};

function readEntry(entry: XmlElement, parent: Scope, warn: Warn) {
  const scope = inside(parent, entry);
  const [content, summary] = ['content', 'summary'].map((name) => own(entry, name)[0]);
  const bodies = [construct(content, scope), construct(summary, scope)] as const;
  const body = bodies[0].html || bodies[0].text ? bodies[0] : bodies[1];
  const links = linksOf(entry, scope);
  const page = pageOf(links, scope.language);
  const src = absolute(content?.attribute('src'), inside(scope, content));
  const published = dateOf(entry, warn, 'published', 'issued', 'created', 'updated', 'modified');
  const modified = dateOf(entry, () => {}, 'updated', 'modified');
  const language = inside(scope, body === bodies[0] ? content : summary).language;
  const media = mediaOf(entry, parent);
  const enclosures = links.filter(({ rel }) => rel === 'enclosure');
  const attachments = enclosures.flatMap(({ element }) => attachment(element, scope) ?? []);
  const id = ownWords(entry, 'id') ?? page?.url;
  const title = plainOf(own(entry, 'title')[0], scope);
  if (!id) warn('no-id', 'the entry has neither id nor link');
  const isDraft = all(all(entry, 'app:control')[0], 'app:draft').some((one) => trimmed(one) === 'yes');
  return {
    id: id ?? (`${title ?? ''} ${published.written ?? ''}`.trim() || undefined),
    url: page?.url ?? src,
    external_url: linkTo(links, 'related'),
    title,
    summary: body === bodies[1] ? undefined : plainOf(summary, scope),
    content_html: body.html || undefined,
    content_text: body.text || undefined,
    date_published: published.iso,
    date_modified: modified.iso,
    language: language === parent.language ? undefined : language,
    image: mainImage(media, attachments) ?? pictureIn(body.html),
    tags: tagsOf(entry),
    authors: authorsOf(entry) ?? authorsOf(own(entry, 'source')[0]),
    attachments,
    _iom: {
      media,
      date_text: published.iso ? undefined : published.written,
      translations: links
        .filter((one) => one.rel === 'alternate' && one !== page && one.language)
        .map((one) => ({ language: one.language, url: one.url })),
      ...(isDraft && { status: 'withheld' }),
    },
  };
}

function read(document: unknown, { url, warn, refuse }: ReadContext) {
  const root = rootOf(document);
  if (!root) return refuse('this is no Atom');
  const isFeed = root.name.toLowerCase() === 'feed';
  const scope = isFeed ? inside({ url }, root) : { url };
  const links = isFeed ? linksOf(root, scope) : [];
  const head = isFeed ? root : undefined;
  const rights = plainOf(own(head, 'rights')[0] ?? own(head, 'copyright')[0], scope);
  return {
    title: plainOf(own(head, 'title')[0], scope),
    description: plainOf(own(head, 'subtitle')[0] ?? own(head, 'tagline')[0], scope),
    home_page_url: pageOf(links, scope.language)?.url,
    feed_url: linkTo(links, 'self'),
    next_url: linkTo(links, 'next'),
    language: scope.language ?? words(head, 'dc:language'),
    icon: absolute(ownWords(head, 'icon') ?? ownWords(head, 'logo'), scope),
    authors: authorsOf(head),
    items: (isFeed ? own(root, 'entry') : [root]).map((entry, i) =>
      readEntry(entry, scope, (code, message) => warn(code, message, `items[${i}]`)),
    ),
    _iom: { rights: rights && { notice: rights } },
  };
}

/** Atom 1.0 and 0.3: a feed, or one entry, whatever is wrapped around it. */
export const atom: Format<'feed'> = {
  id: 'atom',
  kind: 'feed',
  detect: (document) => rootOf(document) !== undefined,
  read,
};
