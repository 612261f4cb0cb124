/** The dates that feeds hold, in ISO 8601. `Date.parse` is no help: engines differ on everything but ISO. */

type Warn = (code: string, message: string) => void;

/** What the names of months begin with in en, fr, es, pt, it and de, without accents. */
const MONTHS =
  'jan ene gen|feb fev|mar mrz mae|apr avr abr|may mai mag|jun juin giu|jul juil lug|aug aou ago|sep set|oct okt out ott|nov|dec dez dic'
    .split('|')
    .map((names) => names.split(' '));

/** Hours from UTC. Names of one letter but Z say nothing (RFC 2822). */
const ZONES: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, bst: 1, west: 1, cet: 1, met: 1, cest: 2, mest: 2, eet: 2, eest: 3, msk: 3,
  est: -5, et: -5, edt: -4, cst: -6, ct: -6, cdt: -5, mst: -7, mt: -7, mdt: -6, pst: -8, pt: -8, pdt: -7,
  akst: -9, akdt: -8, hst: -10, jst: 9,
}; // prettier-ignore

const two = (n: number): string => String(n).padStart(2, '0');

const TIME =
  '(?:(?:[t,]|-|at|a|um|\\s)\\s?)?(\\d{1,2})[:h](\\d\\d)(?::(\\d\\d)(?:[.,]\\d{1,9})?)?\\s?([ap]\\.?m\\.?)?';
const ZONE = '\\s?((?:[a-z]{1,4}\\s?)?[+-]\\d{1,2}(?::?\\d\\d)?|[a-z]{1,5})?';
const REST = `(?:\\s?${TIME}${ZONE})?$`;
const WEEKDAY = '^(?:[a-z]{2,13}(?:-feira)?\\.?(?:,\\s?|\\s))?(?:,\\s?)?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|\\.)?';
const MONTH = '([a-z]{3,10})\\.?';

/** Each form, and which of its groups are year, month and day; what follows is time and zone. */
const FORMS: readonly (readonly [form: RegExp, year: number, month: number, day: number])[] = [
  [new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${REST}`), 1, 2, 3],
  [new RegExp(`^(\\d{4})(\\d\\d)(\\d\\d)(?:t(\\d\\d)(\\d\\d)(\\d\\d)()${ZONE})?$`), 1, 2, 3],
  [new RegExp(`^(\\d{4})/(\\d{1,2})/(\\d{1,2})${REST}`), 1, 2, 3],
  [/^(\d{4})(?:-(\d\d))?$/, 1, 2, 0],
  [new RegExp(`${WEEKDAY}(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${REST}`), 3, 2, 1],
  // month first, as Drupal writes it on sites of any language
  [new RegExp(`${WEEKDAY}(\\d{1,2})/(\\d{1,2})/(\\d{4})${REST}`), 3, 1, 2],
  [new RegExp(`${WEEKDAY}${DAY}[\\s-](?:de\\s)?${MONTH},?[\\s-](?:de\\s)?(\\d{4}|\\d\\d)${REST}`), 3, 2, 1],
  [new RegExp(`${WEEKDAY}${MONTH}\\s${DAY},?\\s(\\d{4})${REST}`), 3, 1, 2],
  [new RegExp(`^${MONTH}\\s(?:de\\s)?(\\d{4})$`), 2, 1, 0],
];
/** asctime and its kin have the year last. */
const YEAR_LAST = new RegExp(`${WEEKDAY}${MONTH}\\s${DAY},?\\s${TIME}${ZONE}\\s(\\d{4})$`);

function monthOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  return MONTHS.findIndex((names) => names.some((name) => written.startsWith(name))) + 1;
}

function yearOf(written: string): number {
  const year = Number(written);
  return written.length > 2 ? year : year + (year < 50 ? 2000 : 1900);
}

/** `Z` or `+02:00`; '' where nothing is said; nothing where it cannot be. */
function zoneOf(written: string | undefined): string | undefined {
  if (!written) return '';
  const [, name = '', sign, hours = '0', minutes = '0'] =
    /^([a-z]*)\s?(?:([+-])(\d\d?):?(\d\d)?)?$/.exec(written) ?? [];
  const base = Object.hasOwn(ZONES, name) ? ZONES[name]! : name ? undefined : 0;
  if (base === undefined) return name.length === 1 ? '' : undefined;
  if (!sign && base === 0) return 'Z';
  const ahead = base * 60 + (sign === '-' ? -1 : 1) * (sign ? Number(hours) * 60 + Number(minutes) : 0);
  if (Number(minutes) > 59 || Math.abs(ahead) >= 15 * 60) return undefined;
  const away = Math.abs(ahead);
  return `${ahead < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}

function timeOf(hour: string, minute: string, second = '0', half = ''): string | undefined {
  let hours = Number(hour);
  if (half && (hours < 1 || hours > 12)) return undefined;
  if (half) hours = (hours % 12) + (half.startsWith('p') ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  return `${two(hours)}:${minute}:${two(Math.min(Number(second), 59))}`; // no clock of ours knows leap seconds
}

/** 31 June comes back from the calendar as another day. */
const isDay = (iso: string): boolean => {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(iso);
};

interface Parts {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
  readonly time: readonly (string | undefined)[];
}

function partsOf(written: string): Parts | undefined {
  for (const [form, year, month, day] of FORMS) {
    const found = form.exec(written);
    if (found)
      return {
        year: found[year]!,
        month: found[month],
        day: day ? found[day] : undefined,
        time: found.slice(4),
      };
  }
  const last = YEAR_LAST.exec(written);
  return last ? { year: last[8]!, month: last[1], day: last[2], time: last.slice(3, 8) } : undefined;
}

/** Without comments, accents and the signs that nobody means. */
const simple = (written: string): string =>
  written
    .slice(0, 100)
    .normalize('NFD')
    .replace(/\p{M}|\([^()]*\)/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s?-\s/g, ' - ')
    .replace(/ - (?=\d)/, ' ')
    .trim();

/**
 * A date in ISO 8601, as precise as it was written: a year, a month, a day or a second.
 *
 * @returns nothing where it is not understood, or is none: 31 June, 25 h
 */
export function isoDate(written: string, warn: Warn = () => {}): string | undefined {
  const parts = partsOf(simple(written));
  if (!parts) return undefined;
  const year = yearOf(parts.year);
  const month = parts.month === undefined ? 1 : monthOf(parts.month);
  const calendar = `${String(year).padStart(4, '0')}-${two(month)}-${two(Number(parts.day ?? 1))}`;
  if (!isDay(calendar)) return undefined;
  if (year < 1990 || Date.parse(calendar) > Date.now() + 2 * 86_400_000)
    warn('bad-date', `"${written.slice(0, 60)}" is far from today`);
  if (!parts.day) return calendar.slice(0, parts.month ? 7 : 4);
  const [hour, minute, second, half, zone] = parts.time;
  if (!hour) return calendar;
  const time = timeOf(hour, minute!, second, half);
  const offset = zoneOf(zone);
  if (!time || offset === undefined) return undefined;
  if (!offset) warn('assumed-utc', `"${written.slice(0, 60)}" has no time zone`);
  return `${calendar}T${time}${offset || 'Z'}`;
}
