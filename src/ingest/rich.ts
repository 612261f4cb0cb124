import { parseHtml } from '#platform';
import type { MarkupNode } from '../platform/markup.js';
import { RICH_ATTRIBUTES, RICH_TAGS } from '../model/rich.js';
import type { Rich, RichAttribute, RichElement, RichNode, RichTag } from '../model/rich.js';
import { positiveInteger } from './records.js';
import { type Cleaner, type Context, language, NOWHERE, text, url, webUrl } from './values.js';

const ALLOWED: ReadonlySet<string> = new Set(RICH_TAGS);
/** Old or foreign names that mean an allowed element. */
const RENAMED: Readonly<Record<string, RichTag>> = {
  h1: 'h2', strike: 's', tt: 'code', acronym: 'abbr', dir: 'ul', menu: 'ul', listing: 'pre',
  section: 'div', article: 'div', aside: 'div', header: 'div', footer: 'div', main: 'div', address: 'p', center: 'div',
}; // prettier-ignore
/** Gone with all that is inside. Any other element that is not allowed leaves its content behind. */
const DROPPED =
  /^(?:#other|script|style|template|iframe|object|embed|applet|noscript|input|select|textarea|button|option|datalist|title|xmp|noembed|noframes|plaintext|audio|video|canvas|map|frameset|head|dialog|progress|meter|output)$/;

const MAX_DEPTH = 60;
const MAX_NODES = 20_000;

const word =
  (pattern: RegExp): Cleaner<string> =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value.toLowerCase() : undefined;
const digits: Cleaner<string> = (value, context) => positiveInteger(value, context)?.toString();

const ATTRIBUTES: Readonly<Record<RichAttribute, Cleaner<string>>> = {
  // a place in a page of which only this part is shown
  href: (value, context) => (/^\s*#/.test(String(value)) ? undefined : url(value, context)),
  src: webUrl, alt: (value) => (typeof value === 'string' ? (text(value, NOWHERE) ?? '') : undefined),
  title: text, lang: language, dir: word(/^(?:ltr|rtl|auto)$/i), datetime: text, headers: text,
  width: digits, height: digits, colspan: digits, rowspan: digits, start: digits, value: digits, span: digits,
  scope: word(/^(?:row|col|rowgroup|colgroup)$/i), reversed: word(/^(?:reversed)?$/i),
}; // prettier-ignore
/** Attributes that mean something on one element only. */
const ONLY_ON: Readonly<Partial<Record<RichAttribute, RegExp>>> = {
  href: /^a$/, src: /^img$/, alt: /^img$/, width: /^img$/, height: /^img$/, value: /^li$/,
  start: /^ol$/, reversed: /^ol$/, datetime: /^(?:time|ins|del)$/, span: /^col/,
  colspan: /^t[dh]$/, rowspan: /^t[dh]$/, scope: /^th$/, headers: /^t[dh]$/,
}; // prettier-ignore

function attributesOf(node: MarkupNode, tag: RichTag, context: Context): RichElement['attributes'] {
  const kept: Partial<Record<RichAttribute, string>> = {};
  for (const name of RICH_ATTRIBUTES) {
    if (ONLY_ON[name] && !ONLY_ON[name].test(tag)) continue;
    const written = node.attribute(name);
    if (written === null) continue;
    const clean = ATTRIBUTES[name](written, context);
    if (clean !== undefined) kept[name] = clean;
  }
  return Object.freeze(kept);
}

/** A picture without an address, or of one pixel or none (a counter), is not a picture. */
const isPicture = (node: MarkupNode, { src }: RichElement['attributes']): boolean =>
  src !== undefined &&
  ![node.attribute('width'), node.attribute('height')].some((size) =>
    /^\s*[01](?:px)?\s*$/i.test(size ?? ''),
  );

const cleanText = (written: string): string =>
  // eslint-disable-next-line no-control-regex
  written.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '');

/**
 * HTML of any origin, made into a small frozen tree of allowed elements. It is never written out as HTML again: whoever
 * shows it builds new nodes, so what a parser might make of it the second time does not matter.
 */
export function cleanHtml(html: string, context: Context): Rich {
  const top: RichNode[] = [];
  const root = parseHtml(html);
  // an explicit stack: deep nesting must not end the script
  const waiting: { node: MarkupNode; into: RichNode[]; depth: number }[] = [];
  const push = (node: MarkupNode, into: RichNode[], depth: number) => {
    const { children } = node;
    for (let i = children.length; i--;) waiting.push({ node: children[i]!, into, depth });
  };
  if (root) push(root, top, 0);
  for (let count = 0; waiting.length && count < MAX_NODES; count++) {
    const { node, into, depth } = waiting.pop()!;
    const { name } = node;
    if (name === '#text') {
      const words = cleanText(node.text);
      if (words) into.push(words);
      continue;
    }
    if (DROPPED.test(name)) continue;
    const tag = (Object.hasOwn(RENAMED, name) ? RENAMED[name] : name) as RichTag;
    const attributes = ALLOWED.has(tag) ? attributesOf(node, tag, context) : undefined;
    if (tag === 'img' && !(attributes && isPicture(node, attributes))) continue;
    if (!attributes || depth >= MAX_DEPTH || (tag === 'a' && !attributes.href)) {
      push(node, into, depth);
      continue;
    }
    const children: RichNode[] = [];
    into.push({ tag, attributes, children });
    push(node, children, depth + 1);
  }
  if (waiting.length) context.warn('too-many-nodes', `only the first ${MAX_NODES} nodes of a body were kept`);
  return freezeTree(top);
}

function freezeTree(top: RichNode[]): Rich {
  const waiting: RichNode[][] = [top];
  for (let nodes = waiting.pop(); nodes; nodes = waiting.pop()) {
    Object.freeze(nodes);
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      Object.freeze(node);
      waiting.push(node.children as RichNode[]);
    }
  }
  return top as readonly RichNode[] as Rich;
}

/** Plain text as a body: blank lines part paragraphs. */
export function paragraphs(plain: string): Rich {
  const nodes = plain
    .split(/\n\s*\n/)
    .map((part) => cleanText(part).trim())
    .filter(Boolean)
    .map((part): RichNode => ({ tag: 'p', attributes: Object.freeze({}), children: [part] }));
  return freezeTree(nodes);
}
