import type { PublishedDate } from '../model/feed.js';

const MOST = 100;
const kept = new Map<string, unknown>();

/** Making a formatter costs a hundred times what using it does: the latest are kept. */
function formatter<T, O extends object>(
  Make: new (tag: string, options: O) => T,
  tag: string,
  options: O,
): T {
  const key = [Make.name, tag, ...(Object.values(options) as string[])].join();
  let value = kept.get(key) as T | undefined;
  if (!value) {
    if (kept.size >= MOST) kept.clear();
    kept.set(key, (value = new Make(tag, options)));
  }
  return value;
}

/** A page's own tag may be one that `Intl` refuses (`en_US`, `x-klingon`): then another. */
export function usableTag(tag: string, otherwise: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** The calendar day as published, whatever time zone the reader is in, and no more of it than was said. */
export function formatDate(tag: string, { value, precision }: PublishedDate): string {
  const [year, month = 1, day = 1] = value.slice(0, 10).split('-');
  const options: Intl.DateTimeFormatOptions = {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    month: precision === 'year' ? undefined : 'long',
    day: value.length < 10 ? undefined : 'numeric',
  };
  // English of no stated country is the United Nations': day, month, year
  return formatter(Intl.DateTimeFormat, tag === 'en' ? 'en-GB' : tag, options).format(
    Date.UTC(+year!, +month - 1, +day),
  );
}

export const formatNumber = (tag: string, value: number): string =>
  formatter(Intl.NumberFormat, tag, {}).format(value);

export const formatList = (tag: string, values: readonly string[]): string =>
  formatter(Intl.ListFormat, tag, {}).format(values);

/** The name of a language, in the reader's. */
export const formatLanguage = (tag: string, language: string): string =>
  formatter(Intl.DisplayNames, tag, { type: 'language' }).of(usableTag(language, 'en')) ?? language;

/** The form a number asks for. Every language's forms are in the source, so that translators meet all six. */
export const choosePlural = <T>(
  tag: string,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, () => T>> & { other: () => T },
): T => (forms[formatter(Intl.PluralRules, tag, {}).select(count)] ?? forms.other)();
