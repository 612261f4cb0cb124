/** The HTML elements a release body may contain: THE allow-list. What is not here is unwrapped or dropped. */
export const RICH_TAGS = [
  'p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'q', 'cite', 'pre', 'code', 'kbd', 'samp', 'var',
  'em', 'strong', 'b', 'i', 'u', 's', 'small', 'sub', 'sup', 'mark', 'abbr', 'dfn', 'time', 'bdi', 'bdo', 'span',
  'div', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'table', 'caption', 'colgroup', 'col', 'thead',
  'tbody', 'tfoot', 'tr', 'th', 'td', 'a', 'img', 'ins', 'del', 'wbr', 'ruby', 'rt', 'rp',
] as const; // prettier-ignore

/** Attributes that may stay on any of them; `href` and `src` only as a checked address. */
export const RICH_ATTRIBUTES = [
  'href', 'src', 'alt', 'width', 'height', 'title', 'lang', 'dir', 'datetime', 'colspan', 'rowspan', 'scope',
  'headers', 'start', 'reversed', 'value', 'span',
] as const; // prettier-ignore

export type RichTag = (typeof RICH_TAGS)[number];
export type RichAttribute = (typeof RICH_ATTRIBUTES)[number];

export interface RichElement {
  readonly tag: RichTag;
  readonly attributes: Readonly<Partial<Record<RichAttribute, string>>>;
  readonly children: readonly RichNode[];
}
export type RichNode = string | RichElement;

declare const rich: unique symbol;
/** A body made safe: a frozen tree of allowed elements and text. Only the ingest layer's `clean()` makes one. */
export type Rich = readonly RichNode[] & { readonly [rich]: true };

declare const safeUrl: unique symbol;
/** An absolute http, https, mailto, tel (or webcal) address. Only the ingest layer's `clean()` makes one. */
export type SafeUrl = string & { readonly [safeUrl]: true };
