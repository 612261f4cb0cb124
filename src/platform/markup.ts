/** A parsed HTML node, whoever parsed it: the browser's own parser, or a conforming one in Node. */
export interface MarkupNode {
  /** Lower-case name of an HTML element; '#text' for text; anything else is neither. */
  readonly name: string;
  /** The characters of a text node. */
  readonly text: string;
  attribute(name: string): string | null;
  readonly children: readonly MarkupNode[];
}

/** Where one block of text ends and the next begins. */
export const BLOCK_TAG =
  /<(?=\/?(?:p|br|div|h\d|hr|li|[ou]l|d[dlt]|t[dhr]|pre|blockquote|caption|figcaption|section|article|address)\b)/gi;

export type XmlAttribute = readonly [name: string, namespace: string, value: string];

/** An element of an XML document, whoever parsed it. */
export class XmlNode {
  readonly children: (XmlNode | string)[] = [];
  constructor(
    readonly name: string,
    readonly namespace: string,
    readonly attributes: readonly XmlAttribute[] = [],
  ) {}
  attribute(name: string, namespace = ''): string | undefined {
    return this.attributes.find(([local, uri]) => local === name && uri === namespace)?.[2];
  }
}

const MAX_XML_DEPTH = 200;
const MAX_XML_NODES = 300_000;
export const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Makes the tree of what a parser meets, in the order of the document; throws where that is too much of it. */
export class XmlTree {
  root?: XmlNode;
  readonly #open: XmlNode[] = [];
  #count = 0;

  open(node: XmlNode): void {
    if (++this.#count > MAX_XML_NODES || this.#open.length >= MAX_XML_DEPTH)
      throw new RangeError('too much XML');
    this.root ??= node;
    this.#open.at(-1)?.children.push(node);
    this.#open.push(node);
  }
  text(text: string): void {
    const children = this.#open.at(-1)?.children;
    if (!children || !text) return;
    if (typeof children.at(-1) === 'string') children.push(String(children.pop()) + text);
    else children.push(text);
  }
  close(): void {
    this.#open.pop();
  }
}
