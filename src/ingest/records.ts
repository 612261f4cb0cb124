/** Cleaners that a list of headlines does not need. */
import { type Cleaner, field, isObject, text } from './values.js';

export const flag: Cleaner<boolean> = (value) => value === true;

export const number: Cleaner<number> = (value) => (Number.isFinite(value) ? (value as number) : undefined);

export const positiveInteger: Cleaner<number> = (value, context) => {
  const n = Number(text(value, context));
  return Number.isInteger(n) && n > 0 ? n : undefined;
};

export const country: Cleaner<string> = (value, context) => {
  const code = text(value, context);
  return code && /^[a-z]{2,3}$/i.test(code) ? code.toUpperCase() : undefined;
};

// invisible characters, which could hide a second address in the first
// eslint-disable-next-line no-control-regex
const HIDDEN = /[\0-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

export const email: Cleaner<string> = (value) => {
  const written = typeof value === 'string' ? value.trim().replace(/^mailto:/i, '') : '';
  // printable, one @, no space, quote, bracket or separator that could add a header or a second address
  return /^[^\s@"'<>()[\],;:\\?&%]{1,64}@[\p{L}\p{N}.-]{1,253}$/u.test(written) && !HIDDEN.test(written)
    ? written
    : undefined;
};

/** For each field of a model: how to clean it. */
export type Shape<T> = { readonly [K in keyof T]-?: Cleaner<Exclude<T[K], undefined>> };

/** With a default where a value is missing or unusable. */
export const withDefault =
  <T>(cleaner: Cleaner<T>, fallback: T): Cleaner<T> =>
  (value, context) =>
    cleaner(value, context) ?? fallback;

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * An object cleaned field by field, each read by its snake_case name, and frozen. `usable` says whether what is left
 * means anything: a quote needs its words, a contact at least one way to be reached.
 */
export function record<T extends object>(shape: Shape<T>, usable: (model: T) => unknown): Cleaner<T> {
  const fields = Object.entries<Cleaner<unknown>>(shape).map(
    ([name, cleaner]) => [name, snakeCase(name), cleaner] as const,
  );
  return (value, context) => {
    if (!isObject(value)) return undefined;
    const model: Record<string, unknown> = {};
    for (const [name, from, cleaner] of fields) {
      const clean = cleaner(field(value, from), context);
      if (clean !== undefined) model[name] = clean;
    }
    return usable(model as T) ? (Object.freeze(model) as T) : undefined;
  };
}
