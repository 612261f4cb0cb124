/** What a document can be besides JSON, once its bytes are text. Only what reads other formats than our own knows these. */

/** An element of an XML document, whoever parsed it. Names are local; a namespace is its address, '' for none. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** An attribute by its local name; without a namespace of its own unless one is given. */
  attribute(name: string, namespace?: string): string | undefined;
  readonly children: readonly (XmlElement | string)[];
}

export class XmlDocument {
  constructor(readonly root: XmlElement) {}
}

/** A page, not yet parsed. */
export class HtmlDocument {
  constructor(readonly html: string) {}
}

/** Neither JSON nor markup: perhaps a table with separators. */
export class TextDocument {
  constructor(readonly text: string) {}
}
