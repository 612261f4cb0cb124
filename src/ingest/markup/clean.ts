/** Repairs XML that no parser accepts. Everything here takes time in proportion to the length of the document. */
import { textOfHtml } from '#platform';

/** The first element of something we know. */
export const KNOWN_ROOT = /<(?:[\w.-]{1,40}:)?(?:rss|rdf|feed|channel|entry)(?=[\s/>])/i;

/** Where a document type ends, with the entities it may declare. */
function endOfDoctype(xml: string, start: number): number {
  const marks = /[[\]>"']|<!--/g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(xml); mark; mark = marks.exec(xml)) {
    const [found] = mark;
    if (found === '[') depth++;
    else if (found === ']') depth--;
    else if (found === '>' && depth <= 0) return marks.lastIndex;
    else if (found !== '>') {
      const end = xml.indexOf(found === '<!--' ? '-->' : found, marks.lastIndex);
      if (end < 0) return xml.length;
      marks.lastIndex = end + 1;
    }
  }
  return xml.length;
}

/** Without declaration and document type: entities of its own are how a small document becomes a large one. */
export function withoutProlog(xml: string): string {
  let at = 0;
  for (;;) {
    while (/\s/.test(xml[at] ?? '')) at++;
    if (xml.startsWith('<?', at)) at = after(xml, '?>', at);
    else if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (/^<!doctype/i.test(xml.slice(at, at + 9))) at = endOfDoctype(xml, at + 9);
    else return xml.slice(at);
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

/** Changes what is outside CDATA and comments. */
function outside(xml: string, change: (part: string) => string): string {
  const parts: string[] = [];
  const opening = /<!--|<!\[CDATA\[/g;
  let from = 0;
  for (let found = opening.exec(xml); found; found = opening.exec(xml)) {
    const isComment = found[0] === '<!--';
    const end = xml.indexOf(isComment ? '-->' : ']]>', opening.lastIndex);
    if (end < 0) break;
    parts.push(change(xml.slice(from, found.index)));
    if (!isComment) parts.push(xml.slice(found.index, end + 3));
    opening.lastIndex = from = end + 3;
  }
  return parts.join('') + change(xml.slice(from));
}

const XML_CHARACTER = /[\t\n\r\x20-\ud7ff\ue000-\ufffd]|[\ud800-\udbff][\udc00-\udfff]/;
// eslint-disable-next-line no-control-regex
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu;

/** `&nbsp;` by its character, and an ampersand that begins nothing as itself. */
function reference(known: Map<string, string>, whole: string, name: string, code: string): string {
  if (code) {
    const point = /x/i.test(code[0]!) ? parseInt(code.slice(1), 16) : parseInt(code, 10);
    return point < 0x11_0000 && XML_CHARACTER.test(String.fromCodePoint(point))
      ? `&#${code.toLowerCase()};`
      : '';
  }
  if (!name) return '&amp;';
  if (/^(?:amp|lt|gt|quot|apos)$/.test(name)) return `&${name};`;
  let text = known.get(name);
  if (text === undefined) {
    const html = textOfHtml(`&${name};`);
    text = html.startsWith('&') ? `&amp;${name};` : html.replace(/</g, '&lt;');
    known.set(name, text);
  }
  return text;
}

function escapeStrays(part: string, known: Map<string, string>): string {
  return part
    .replace(
      /&(?:([a-z][a-z0-9]{1,30});|#(x[0-9a-f]{1,6}|[0-9]{1,7});)?/gi,
      (whole, name: string, code: string) => reference(known, whole, name, code),
    )
    .replace(/<(?![\p{L}/?_])/gu, '&lt;')
    .replaceAll(']]>', ']]&gt;');
}

const PREFIXES: Readonly<Record<string, string>> = {
  atom: 'http://www.w3.org/2005/Atom', a10: 'http://www.w3.org/2005/Atom', atom10: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/', dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/', media: 'http://search.yahoo.com/mrss/',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  app: 'http://www.w3.org/2007/app', xhtml: 'http://www.w3.org/1999/xhtml',
}; // prettier-ignore

/** The root's tag with a namespace for each prefix that has none. */
function bindPrefixes(xml: string): string {
  const root = /^<[^\s/>]{1,80}/.exec(xml)?.[0];
  if (!root) return xml;
  const end = xml.indexOf('>');
  const bound = new Set(['xml', 'xmlns']);
  for (const [, prefix] of xml.slice(0, end).matchAll(/xmlns:([\w.-]{1,40})/g)) bound.add(prefix!);
  let declarations = '';
  for (const [, prefix] of xml.matchAll(/[<\s/]([a-z_][\w.-]{0,40}):[a-z_]/gi)) {
    if (bound.has(prefix!) || bound.size > 100) continue;
    bound.add(prefix!);
    const known = Object.hasOwn(PREFIXES, prefix!) ? PREFIXES[prefix!] : `urn:unbound:${prefix}`;
    declarations += ` xmlns:${prefix}="${known}"`;
  }
  return root + declarations + xml.slice(root.length);
}

/** What a strict parser refused, with the usual faults repaired. */
export function preClean(xml: string): string {
  const known = new Map<string, string>();
  const wrapped = /<html(?=[\s>])/i.exec(xml.slice(0, 2000));
  const root = KNOWN_ROOT.exec(xml);
  const start = wrapped && root && wrapped.index < root.index ? wrapped : root;
  const name = start?.[0].slice(1);
  const last = name ? xml.lastIndexOf(`</${name}`) : -1;
  const end = last < 0 ? -1 : xml.indexOf('>', last);
  const kept = xml.slice(start?.index ?? 0, end < 0 ? undefined : end + 1).replace(NO_XML, '');
  return bindPrefixes(outside(kept, (part) => escapeStrays(part, known)));
}
