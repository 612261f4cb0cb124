import { BLOCK_TAG, type MarkupNode, XMLNS, XmlNode, XmlTree } from './markup.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string };
}

/** The one policy this library asks of a page that enforces Trusted Types. It only ever feeds inert documents. */
const policy = (() => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    return trustedTypes?.createPolicy('iom-widgets', { createHTML: (html) => html });
  } catch {
    return undefined; // the page's list of policies does not name ours
  }
})();

const parsed = (markup: string, type: DOMParserSupportedType): Document =>
  new DOMParser().parseFromString(policy ? policy.createHTML(markup) : markup, type);

/**
 * The platform's own reading of a property: a form answers to the names of its fields (`<input name=childNodes>`), a
 * document to those of its forms and pictures (`<form name=body>`).
 */
const own = <T>(prototype: object, name: string) => {
  const read = Object.getOwnPropertyDescriptor(prototype, name)!.get!;
  return (node: Node): T => read.call(node) as T;
};
const bodyOf = own<HTMLElement | null>(Document.prototype, 'body');

/** Parses HTML in a document that runs nothing and requests nothing. */
function inert(html: string): HTMLElement | null {
  let document: Document | undefined;
  try {
    document = parsed(html, 'text/html');
  } catch {
    // Trusted Types without our policy: the browser's own sanitizing parser needs none, where there is one
    document = (Document as { parseHTML?(html: string): Document }).parseHTML?.(html);
  }
  return document ? bodyOf(document) : null;
}

/** The words of some HTML, for a text node; a space between blocks. */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const body = inert(html.replace(BLOCK_TAG, ' <'));
  body?.querySelectorAll('script,style,template,noscript').forEach((element) => element.remove());
  return body?.textContent ?? '';
}

const HTML = 'http://www.w3.org/1999/xhtml';

const nodeType = own<number>(Node.prototype, 'nodeType');
const childNodes = own<NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
const localName = own<string>(Element.prototype, 'localName');
const namespace = own<string | null>(Element.prototype, 'namespaceURI');

const wrap = (node: Node): MarkupNode => ({
  get name() {
    const type = nodeType(node);
    if (type === Node.TEXT_NODE) return '#text';
    return type === Node.ELEMENT_NODE && namespace(node) === HTML ? localName(node) : '#other';
  },
  get text() {
    return node.nodeValue ?? '';
  },
  attribute: (name) => Element.prototype.getAttribute.call(node, name),
  get children() {
    return Array.from(childNodes(node), wrap);
  },
});

export function parseHtml(html: string): MarkupNode | undefined {
  const body = inert(html);
  return body ? wrap(body) : undefined;
}

const lighten = ({ localName, namespaceURI, attributes }: Element): XmlNode =>
  new XmlNode(
    localName,
    namespaceURI ?? '',
    Array.from(attributes, (one) => [one.localName, one.namespaceURI ?? '', one.value] as const).filter(
      ([, namespace]) => namespace !== XMLNS,
    ),
  );

/** Parses XML strictly; nothing where it is not well-formed, or too deep or too long. */
export function parseXml(xml: string): XmlNode | undefined {
  try {
    const root = parsed(xml, 'application/xml').documentElement;
    if (root.parentNode!.querySelector('parsererror')) return undefined;
    const tree = new XmlTree();
    for (let node: Node | null = root; node;) {
      if (node instanceof Element) tree.open(lighten(node));
      else if (node instanceof Text) tree.text(node.data); // and CDATA, which is text
      let next: Node | null = node.firstChild;
      while (node && !next) {
        if (node instanceof Element) tree.close();
        next = node === root ? null : node.nextSibling;
        node = node === root ? null : node.parentNode;
      }
      node = next;
    }
    return tree.root;
  } catch {
    return undefined; // too much of it, or Trusted Types without our policy
  }
}
