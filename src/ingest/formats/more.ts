import type { Kind } from '../../model/resource.js';
import { TextDocument } from '../documents.js';
import { field, isObject } from '../values.js';
import { atom } from './atom.js';
import type { Format } from './format.js';
import { rss } from './rss.js';

const at = (value: unknown, ...path: readonly string[]): unknown => path.reduce(field, value);
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);

const wordpress: Format<'feed'> = {
  id: 'wordpress',
  kind: 'feed',
  detect(document) {
    const body = field(document, 'body') ?? document;
    const isError = typeof field(body, 'code') === 'string' && !!at(body, 'data', 'status');
    return isError || typeof at(firstOf(body), 'title', 'rendered') === 'string';
  },
  read: async (...args) => (await import('./wordpress.js')).wordpress.read(...args),
};
const reliefweb: Format<'feed'> = {
  id: 'reliefweb',
  kind: 'feed',
  detect(document) {
    const data = field(document, 'data');
    const isError = !!field(document, 'status') && !!at(document, 'error', 'message');
    const isAnswer = Array.isArray(data) && typeof field(document, 'totalCount') === 'number';
    return isError || (isAnswer && (!data.length || isObject(field(data[0], 'fields'))));
  },
  read: async (...args) => (await import('./reliefweb.js')).reliefweb.read(...args),
};
const organogramCsv: Format<'organization'> = {
  id: 'organogram-csv',
  kind: 'organization',
  detect(document) {
    if (!(document instanceof TextDocument)) return false;
    const header = document.text
      .slice(0, 2000)
      .replace(/^\ufeff/, '')
      .trimStart()
      .split(/[\r\n]/, 1)[0]!;
    const names = header.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim().toLowerCase());
    return (
      names.includes('post unique reference') || ['id', 'parent', 'name'].every((one) => names.includes(one))
    );
  },
  read: async (...args) => (await import('./organogram-csv.js')).organogramCsv.read(...args),
};

/** THE lists of all formats but our own two, in the order in which they are tried. Each is loaded when its turn comes. */
export const moreFormats: { readonly [K in Kind]: readonly Format<K>[] } = {
  feed: [rss, atom, wordpress, reliefweb],
  organization: [organogramCsv],
};
