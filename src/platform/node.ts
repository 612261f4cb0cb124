import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { BLOCK_TAG, type MarkupNode, XMLNS, XmlNode, XmlTree } from './markup.js';

type Parsed = DefaultTreeAdapterTypes.ChildNode;
const HTML = 'http://www.w3.org/1999/xhtml';

const wrap = (node: Parsed): MarkupNode => ({
  get name() {
    if (node.nodeName === '#text') return '#text';
    return 'tagName' in node && (node.namespaceURI as string) === HTML ? node.tagName : '#other';
  },
  get text() {
    return 'value' in node ? node.value : '';
  },
  attribute: (name) => ('attrs' in node ? (node.attrs.find((a) => a.name === name)?.value ?? null) : null),
  get children() {
    return 'childNodes' in node ? node.childNodes.map(wrap) : [];
  },
});

/** Parses HTML as browsers do, without a browser. */
export function parseHtml(html: string): MarkupNode | undefined {
  const root = parse(html, { scriptingEnabled: false }).childNodes.find((n) => n.nodeName === 'html');
  const body = root && 'childNodes' in root && root.childNodes.find((n) => n.nodeName === 'body');
  return body ? wrap(body) : undefined;
}

const WORDLESS = new Set(['script', 'style', 'template', 'noscript']);

/** The words of some HTML, for a text node; a space between blocks. */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html;
  let words = '';
  const root = parse(html.replace(BLOCK_TAG, ' <'), { scriptingEnabled: false });
  const waiting: Parsed[] = [...root.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeName === '#text' && 'value' in node) words += node.value;
    else if ('childNodes' in node && !WORDLESS.has(node.nodeName))
      for (let i = node.childNodes.length; i--;) waiting.push(node.childNodes[i]!); // more than a call takes arguments
  }
  return words;
}

/** Parses XML strictly, as browsers do; nothing where it is not well-formed, or too deep or too long. */
export function parseXml(xml: string): XmlNode | undefined {
  const tree = new XmlTree();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const given = Object.values(attributes).map((one) => [one.local, one.uri, one.value] as const);
    tree.open(
      new XmlNode(
        local,
        uri,
        given.filter(([, namespace]) => namespace !== XMLNS),
      ),
    );
  });
  parser.on('closetag', () => tree.close());
  parser.on('text', (text) => tree.text(text));
  parser.on('cdata', (text) => tree.text(text));
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(xml).close();
    return tree.root;
  } catch {
    return undefined;
  }
}
