import type { Kind } from '../../model/resource.js';
import type { Format } from './format.js';

/** THE lists of all formats but our own two, in the order in which they are tried. Each is loaded when its turn comes. */
export const moreFormats: { readonly [K in Kind]: readonly Format<K>[] } = {
  feed: [],
  organization: [],
};
