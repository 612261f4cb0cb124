import type { PublishedDate } from '../model/feed.js';
import type { SafeUrl } from '../model/rich.js';

/** What a cleaner needs besides the value: the address that relative ones are resolved against, and an ear. */
export interface Context {
  readonly url: string;
  warn(code: string, message: string, path?: string): void;
}

/** Makes a value of the model from anything a document may hold, or nothing where it cannot. Never throws. */
export type Cleaner<T> = (value: unknown, context: Context) => T | undefined;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a named field; what is inherited (`__proto__`, patched prototypes) is not a field. */
export const field = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

// control characters; directional overrides, embeddings and isolates, which can make one name read as another; halves
// of characters, which `encodeURIComponent` throws at
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu;
const SPACES = /[^\S\xa0\u202f]+/g; // not the no-break ones, which French puts before « : »
const MAX_TEXT = 20_000;

/** One line of plain text, without control characters; absent where nothing is left. */
export const text: Cleaner<string> = (value) => {
  if (typeof value !== 'string' && !Number.isFinite(value)) return undefined;
  return String(value).slice(0, MAX_TEXT).replace(CONTROLS, '').replace(SPACES, ' ').trim() || undefined;
};

/** One of a closed list of words. */
export const oneOf =
  <const T extends readonly string[]>(...words: T): Cleaner<T[number]> =>
  (value) =>
    words.find((word) => word === value);

/** A BCP 47 tag; `fr_CA` is read as `fr-CA`, `und` and `zxx` say nothing. */
export const language: Cleaner<string> = (value) => {
  const tag = typeof value === 'string' ? value.trim().replaceAll('_', '-') : '';
  return /^(?!und|zxx)[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) ? tag : undefined;
};

/** An absolute address of an allowed scheme, without credentials or control characters. */
export const url: Cleaner<SafeUrl> = (value, context) => {
  const written = typeof value === 'string' && text(value, context);
  if (!written || written !== value.trim()) return undefined;
  try {
    const { protocol, username, password, href } = new URL(written, context.url || undefined);
    return /^(https?|mailto|tel|webcal):$/.test(protocol) && !username && !password
      ? (href as SafeUrl)
      : undefined;
  } catch {
    return undefined;
  }
};

/** An address that a request may be made for: http and https only. */
export const webUrl: Cleaner<SafeUrl> = (value, context) => {
  const safe = url(value, context);
  return safe?.startsWith('http') ? safe : undefined;
};

const ISO_DATE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d)(:(?:[0-5]\d|60))?(?:[.,]\d+)? ?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?)?)?$/i;

/** ISO 8601 with its own precision: a year, a month, a day, or a moment (without a zone: taken as UTC). */
export const date: Cleaner<PublishedDate> = (value, { warn }) => {
  const written = text(value, NOWHERE);
  if (!written) return undefined;
  const [value10, year, month, day, time, second = ':00', zone] = ISO_DATE.exec(written) ?? [];
  const calendar = value10?.slice(0, 10);
  // 31 June is no day: it comes back from the calendar as another
  if (!calendar || !isoDay(+year!, +(month ?? 1), +(day ?? 1)).startsWith(calendar)) {
    return void warn('bad-date', `"${written.slice(0, 60)}" is not an ISO 8601 date`);
  }
  if (!time) return Object.freeze({ value: calendar, precision: day ? 'day' : month ? 'month' : 'year' });
  if (!zone) warn('assumed-utc', `"${written}" has no time zone`);
  const offset = (zone ?? 'Z').toUpperCase().replace(/(\d\d)(\d\d)$/, '$1:$2');
  // `Date` knows no leap seconds
  return Object.freeze({
    value: `${calendar}T${time}${second.replace('60', '59')}${offset}`,
    precision: 'second',
  });
};

const isoDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString();

/** Warns nobody, and resolves nothing. */
export const NOWHERE: Context = { url: '', warn: () => {} };

/** A list of what can be cleaned; a single value counts as a list of one. Always an array. */
export const list =
  <T>(each: Cleaner<T>, most = 200): Cleaner<readonly T[]> =>
  (value, context) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return Object.freeze(values.slice(0, most).flatMap((one) => each(one, context) ?? []));
  };
