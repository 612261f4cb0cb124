/** What every XML feed needs: names, words, what is inherited, and HTML that was written as XML. */
import { textOfHtml } from '#platform';
import type { XmlElement } from '../documents.js';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Namespaces by short names of ours; '' is RSS, in its many. Compared without scheme, case and last sign. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'www.w3.org/2005/atom': 'atom', 'purl.org/atom/ns': 'atom', 'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/dc/elements/1.1': 'dc', 'purl.org/dc/elements/1.0': 'dc', 'purl.org/dc/terms': 'dcterms',
  'search.yahoo.com/mrss': 'media', 'www.rssboard.org/media-rss': 'media',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes', 'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'www.w3.org/1999/xhtml': 'xhtml', 'www.w3.org/2007/app': 'app', 'purl.org/rss/1.0': '',
}; // prettier-ignore
const RSS =
  /^(?:(?:backend\.userland|blogs\.law\.harvard|(?:my|channel)\.netscape)\.|purl\.org\/(?:net\/)?rss\d)/;

function prefixOf(namespace: string): string {
  const address = namespace.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/[/#]$/, ''); // prettier-ignore
  if (Object.hasOwn(NAMESPACES, address)) return NAMESPACES[address]!;
  return !address || RSS.test(address) ? '' : '?';
}

/** `dc:date`, `title`: the same name whichever prefix a feed has chosen. */
export function nameOf({ name, namespace }: XmlElement): string {
  const prefix = namespace && prefixOf(namespace);
  return (prefix && `${prefix}:`) + name.toLowerCase();
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

/** The children of these names, in the order of the document. */
export const all = (parent: XmlElement | undefined, ...names: readonly string[]): XmlElement[] =>
  parent?.children.filter(isElement).filter((one) => names.includes(nameOf(one))) ?? [];

/** The words of an element and all that is in it. */
export const wordsOf = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? wordsOf(child) : child)).join('');

export const trimmed = (element: XmlElement | undefined): string | undefined =>
  (element && wordsOf(element).trim()) || undefined;

/** The words of the first of these that has any; the names in the order of preference. */
export function words(parent: XmlElement | undefined, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = all(parent, name).map(trimmed).find(Boolean);
    if (found) return found;
  }
  return undefined;
}

/** The nearest element whose local name fits: the root, or what a page has wrapped around it. */
export function findRoot(root: XmlElement, name: RegExp): XmlElement | undefined {
  if (name.test(root.name)) return root;
  // deeper than a page goes around a feed, this would find words in bodies
  if (!/^(?:html|body|div|pre)$/i.test(root.name)) return undefined;
  for (const child of root.children) {
    const found = isElement(child) ? findRoot(child, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** What an element inherits. No base: none is given but the address of the document. */
export interface Scope {
  readonly url: string;
  readonly base?: string | undefined;
  readonly language?: string | undefined;
}

export function inside(scope: Scope, element: XmlElement | undefined): Scope {
  const base = element?.attribute('base', XML)?.trim();
  const language = element?.attribute('lang', XML)?.trim();
  return {
    url: scope.url,
    base: base ? resolve(base, scope.base ?? scope.url) : scope.base,
    language: language === undefined ? scope.language : language || undefined,
  };
}

function resolve(address: string, base: string): string {
  try {
    return new URL(address, base || undefined).href;
  } catch {
    return address;
  }
}

/** An address as it is meant; what is relative to the document itself is resolved later. */
export const absolute = (address: string | undefined, { base }: Scope): string | undefined => {
  const written = address?.trim();
  return written && base ? resolve(written, base) : written || undefined;
};

// ---- HTML

export const hasMarkup = (text: string): boolean => /<\/?[a-z]|<!|&(?:[a-z]\w*|#\w+);/i.test(text);

/** The words of what may be HTML: `AT&amp;T` and `<i>AT&T</i>` are "AT&T", "1 < 2" is itself. */
export const plain = (text: string | undefined): string | undefined =>
  text && hasMarkup(text) ? textOfHtml(text) : text;

const ADDRESS = /(\s(?:href|src|poster|cite)\s{0,9}=\s{0,9})("[^"]*"|'[^']*')/gi;

/** HTML whose addresses are those that `xml:base` makes of them. */
export function rebased(html: string, scope: Scope): string {
  if (!scope.base) return html;
  return html.replace(ADDRESS, (whole, name: string, value: string) => {
    const written = value.slice(1, -1);
    if (/^\s*#|^\s*$/.test(written)) return whole;
    return name + value[0] + absolute(written, scope)!.replaceAll(value[0]!, '%22') + value[0];
  });
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

function htmlOfElement(element: XmlElement & { attributes?: unknown }, scope: Scope): string {
  const inner = inside(scope, element);
  const name = element.name.toLowerCase();
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return htmlOf(element, inner);
  let tag = `<${name}`;
  for (const attribute of ATTRIBUTES) {
    const written =
      element.attribute(attribute) ?? (attribute === 'lang' ? element.attribute('lang', XML) : undefined);
    if (written === undefined) continue;
    const value = /^(?:href|src|poster|cite)$/.test(attribute) ? (absolute(written, inner) ?? '') : written;
    tag += ` ${attribute}="${escaped(value).replaceAll('"', '&quot;')}"`;
  }
  return VOID.test(name) ? `${tag}>` : `${tag}>${htmlOf(element, inner)}</${name}>`;
}
/** The attributes that a body may have (others would be dropped when it is cleaned). */
const ATTRIBUTES =
  'href src poster cite alt title lang dir width height datetime colspan rowspan span scope headers start value reversed'.split(
    ' ',
  );

/** What is in an element, as HTML. */
export const htmlOf = (element: XmlElement, scope: Scope): string =>
  element.children.map((child) => (isElement(child) ? htmlOfElement(child, scope) : escaped(child))).join('');

/** Text that is HTML by convention, or elements where text was meant. */
export function markupIn(element: XmlElement | undefined, scope: Scope): string | undefined {
  if (!element) return undefined;
  const inner = inside(scope, element);
  const html = element.children.some(isElement) ? htmlOf(element, inner) : rebased(wordsOf(element), inner);
  return html.trim() || undefined;
}

/** A body in the field it belongs to: text without any markup keeps its paragraphs as text. */
export const bodyOf = (markup: string | undefined): object =>
  markup === undefined ? {} : hasMarkup(markup) ? { content_html: markup } : { content_text: markup };

/** The first picture of a body that is not a counter. */
export function pictureIn(html: string | undefined): string | undefined {
  for (const [tag] of (html ?? '').matchAll(/<img\s[^<>]*>/gi)) {
    if (/\s(?:width|height)\s?=\s?["']?[01](?:px)?["'\s>/]/i.test(tag)) continue;
    const src = /\ssrc\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
    const address = (src?.[1] ?? src?.[2] ?? src?.[3])?.trim();
    if (address && !address.startsWith('data:')) return plain(address);
  }
  return undefined;
}
