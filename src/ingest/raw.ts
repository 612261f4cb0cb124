/**
 * What a format's `read` returns: the canonical document (JSON Feed 1.1 + `_iom`, or organization.json) with nothing
 * trusted yet. Every value is unknown until a cleaner has seen it, so a new format cannot forget to make it safe.
 */
export interface RawFeed {
  readonly items: readonly unknown[];
  readonly [field: string]: unknown;
}
export interface RawOrganization {
  readonly units: readonly unknown[];
  readonly [field: string]: unknown;
}
export interface Raws {
  feed: RawFeed;
  organization: RawOrganization;
}

/** Where a model keeps what it was made from; shared by every copy of the library on a page. */
const SOURCE = Symbol.for('iom.widgets.source');
export interface Source {
  readonly raw: unknown;
  readonly url: string;
}

/** Freezes a model of headlines; what they do not need is cleaned from the source when an element asks for it. */
export function keepSource<M extends object>(model: M, raw: unknown, url: string): M {
  Object.defineProperty(model, SOURCE, { value: { raw, url } });
  return Object.freeze(model);
}

export const sourceOf = (model: object): Source =>
  (model as { [SOURCE]?: Source })[SOURCE] ?? { raw: {}, url: '' };
