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
