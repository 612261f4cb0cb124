import type { LocaleModule } from '@lit/localize';
import type { StrResult } from '@lit/localize/internal/str-tag.js';
import type { MsgFn, MsgOptions } from '@lit/localize/internal/types.js';
import { sourceLocale, targetLocales } from './locales/locale-codes.js';

export { str } from '@lit/localize/internal/str-tag.js';
export type { MsgFn };
export type Locale = typeof sourceLocale | (typeof targetLocales)[number];

/** One chunk per catalogue, loaded on demand; bundlers split on each literal import(). */
const catalogues: Record<(typeof targetLocales)[number], () => Promise<LocaleModule>> = {
  ar: () => import('./locales/ar.js'),
  es: () => import('./locales/es.js'),
  fr: () => import('./locales/fr.js'),
};
const loaded = new Map<string, LocaleModule>();

export const isLoaded = (locale: Locale): boolean => locale === sourceLocale || loaded.has(locale);

/** Loads a catalogue; the module system sees to it that it is fetched once. A failure leaves the reader with English. */
export async function loadLocale(locale: Locale): Promise<void> {
  try {
    loaded.set(locale, await catalogues[locale as keyof typeof catalogues]());
  } catch (error) {
    console.warn(`iom-widgets: no texts in "${locale}"`, error);
  }
}

/** BCP 47 tag → the catalogue there is, whatever region or script follows; else English. */
export const matchLocale = (tag: string): Locale =>
  targetLocales.find((locale) => `${tag}-`.toLowerCase().startsWith(`${locale}-`)) ?? sourceLocale;

/**
 * `msg` for one language. Its type is what `lit-localize extract` goes by, so every call of it is found; nothing is
 * installed globally, so each element speaks its own language and a host page may use @lit/localize for itself. Every
 * message has an explicit id and is plain text, so no hashing and no templates are needed here.
 */
export const msgIn = (locale: Locale): MsgFn =>
  ((source: string | StrResult, { id = '' }: MsgOptions = {}) => {
    const target = (loaded.get(locale)?.templates[id] ?? source) as string | StrResult;
    if (typeof target === 'string') return target;
    // a translation names the source's values by number, in its own order
    const { values } = source as StrResult;
    const own = target === source ? values : target.values.map((index) => values[index as number]);
    return target.strings.reduce((text, next, i) => `${text}${String(own[i - 1])}${next}`);
  }) as MsgFn;
