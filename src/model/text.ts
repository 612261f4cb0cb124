/** One text in one or more languages. The key '' holds a text whose language is not stated. */
export type LocalizedText = Readonly<Record<string, string>>;

/** A text that has been chosen, with the language it is in ('' = not stated). */
export interface TextInLanguage {
  readonly text: string;
  readonly language: string;
}

/** `fr-CA` → `fr`. */
export const baseLanguage = (tag: string): string => tag.toLowerCase().split('-')[0]!;

// by script where the tag names one, else by language
const RIGHT_TO_LEFT =
  /^(?!.*-latn)(ar|arc|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi|nqo|syr|.*-(arab|hebr|thaa|syrc|nkoo))(-|$)/i;

/** The direction a language is written in; 'auto' where none is stated. */
export const directionOf = (tag: string | undefined): 'ltr' | 'rtl' | 'auto' =>
  !tag ? 'auto' : RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr';

/** How well a language tag serves an ordered list of wanted ones: 0 is best, Infinity is not wanted at all. */
export function languageRank(tag: string | undefined, wanted: readonly string[]): number {
  const rankBy = (simplify: (tag: string) => string): number =>
    wanted.findIndex((one) => simplify(one) === simplify(tag ?? '?')) + 1 || Infinity;
  // the right region first, then the right language
  return (
    Math.min(
      rankBy((one) => one.toLowerCase()),
      rankBy(baseLanguage) + 0.5,
    ) - 1
  );
}

/** The best of a text's languages: as asked, else the document's own, else the first there is. */
export function chooseText(
  texts: LocalizedText | undefined,
  wanted: readonly string[],
  fallback = '',
): TextInLanguage | undefined {
  if (!texts) return undefined;
  const order = [...wanted, fallback];
  let best: string | undefined;
  for (const language of Object.keys(texts)) {
    if (best === undefined || languageRank(language, order) < languageRank(best, order)) best = language;
  }
  if (best === undefined) return undefined;
  return { text: texts[best]!, language: best || fallback };
}
