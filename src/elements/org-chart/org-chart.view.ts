import type { LocaleController } from '../../controllers/locale-controller.js';
import { choosePlural, formatNumber } from '../../i18n/intl.js';
import { str } from '../../i18n/localize.js';
import type { Head, Organization, SecondLine, Unit } from '../../model/organization.js';
import {
  baseLanguage,
  chooseText,
  directionOf,
  type LocalizedText,
  type TextInLanguage,
} from '../../model/text.js';
import { findUnit } from './org-chart.find.js';

/** What a card needs to know besides its unit. */
export interface CardContext {
  readonly locale: LocaleController;
  /** Languages of the content, best first. */
  readonly wanted: readonly string[];
  /** The document's own language. */
  readonly fallback: string | undefined;
  readonly target: '_self' | '_blank';
  readonly unitName: (id: string) => TextInLanguage | undefined;
}

export function contextOf(
  organization: Organization,
  locale: LocaleController,
  wanted: readonly string[],
  target: CardContext['target'],
): CardContext {
  const fallback = organization.defaultLanguage;
  const unitName = (id: string) => chooseText(findUnit(organization, id)?.name, wanted, fallback);
  return { locale, wanted, fallback, target, unitName };
}

export interface Card {
  readonly element: HTMLElement;
  /** Absent where nothing lies below. */
  readonly toggle?: HTMLButtonElement;
  readonly link?: HTMLAnchorElement;
}

type Child = Node | string;

/** The one way in which an element of the drawing is made: data only ever becomes a text node or an attribute. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** One unit: its name, who leads it, what else it answers to, and the button that shows what is below. */
export function card(unit: Unit, number: number, context: CardContext): Card {
  const name = chosen(unit.name, context)!;
  const link = linkOf(unit, name, `name-${number}`, context);
  const toggle = unit.units.length ? toggleOf(unit, number, context) : undefined;
  const said = [name.text, chosen(unit.shortName, context)?.text];
  const words = make(
    'div',
    { class: 'words' },
    link ?? nameOf(name, `name-${number}`, context),
    ...relation(unit, context),
    ...unit.heads.flatMap((head) => headLines(head, said, context)),
    ...unit.alsoReportsTo.flatMap((line) => secondLine(line, context)),
  );
  const element = make('div', { class: 'card', part: 'card' }, words, ...(toggle ? [toggle] : []));
  return { element, toggle, link };
}

export const chosen = (
  text: LocalizedText | undefined,
  { wanted, fallback }: CardContext,
): TextInLanguage | undefined => chooseText(text, wanted, fallback);

/** What a browser has to know of a text that may not be in the language around it. */
export function languageAttributes(
  { language }: TextInLanguage,
  around: string,
): { lang?: string; dir?: 'ltr' | 'rtl' | 'auto' } {
  if (!language) return { dir: 'auto' };
  if (baseLanguage(language) === baseLanguage(around)) return {};
  return { lang: language, dir: directionOf(language) };
}

const textOf = (
  text: TextInLanguage,
  attributes: Record<string, string>,
  { locale }: CardContext,
): HTMLElement => make('span', { ...attributes, ...languageAttributes(text, locale.language) }, text.text);

const nameOf = (name: TextInLanguage, id: string, context: CardContext): HTMLElement =>
  textOf(name, { class: 'name', part: 'name', id }, context);

function linkOf(
  unit: Unit,
  name: TextInLanguage,
  id: string,
  context: CardContext,
): HTMLAnchorElement | undefined {
  const href = chosen(unit.url, context)?.text;
  if (!href) return undefined;
  const { target } = context;
  const attributes = { class: 'name link', part: 'name link', href, target, rel: 'noopener' };
  return make(
    'a',
    attributes,
    textOf(name, { id }, context),
    ...(target === '_blank' ? newTabHint(context) : []),
  );
}

function newTabHint({ locale: { msg } }: CardContext): Child[] {
  const words = msg('(opens in a new tab)', { id: 'base.new-tab' });
  return [
    make('span', { class: 'new-tab', 'aria-hidden': 'true' }),
    make('span', { class: 'visually-hidden' }, ` ${words}`),
  ];
}

/** The drawing says it by a place or a dashed line; this says it in words. */
function relation({ relation }: Unit, { locale: { msg } }: CardContext): Child[] {
  if (relation === 'line') return [];
  const words = relation === 'staff' ? msg('Staff office', { id: 'org-chart.staff' }) : independentText(msg);
  return [make('span', { class: 'visually-hidden', part: 'relation' }, words)];
}

export const independentText = (msg: LocaleController['msg']): string =>
  msg('Independent office', { id: 'org-chart.independent' });

/** Who holds the post, and the post itself where it says more than the unit's name does. */
function headLines(head: Head, said: readonly (string | undefined)[], context: CardContext): Child[] {
  const post = chosen(head.title, context);
  const same = post && said.some((text) => text?.toLowerCase() === post.text.toLowerCase());
  const badge = badgeOf(head, context);
  const parts = [
    ...(head.name ? [make('bdi', { part: 'person', class: 'person' }, head.name)] : []),
    ...(post && !same ? [textOf(post, { part: 'post', class: 'post' }, context)] : []),
    ...(badge ? [make('span', { part: 'badge', class: 'badge' }, badge)] : []),
  ];
  return parts.length ? [make('p', { class: 'head', part: 'head' }, ...parts)] : [];
}

function badgeOf({ status }: Head, { locale: { msg } }: CardContext): string | undefined {
  if (status === 'vacant') return msg('Vacant', { id: 'org-chart.vacant' });
  if (status === 'acting') return msg('Acting', { id: 'org-chart.acting' });
  return undefined;
}

/** Stand for a text that may be in another language: it gets an element of its own. */
const [FIRST, SECOND] = ['\ue000', '\ue001'];

function secondLine({ to, label }: SecondLine, context: CardContext): Child[] {
  const unit = context.unitName(to);
  if (!unit) return [];
  const { msg } = context.locale;
  const about = chosen(label, context);
  const sentence = about
    ? msg(str`Also reports to ${FIRST} (${SECOND})`, { id: 'org-chart.also-about' })
    : msg(str`Also reports to ${FIRST}`, { id: 'org-chart.also' });
  const words = sentence.split(/([\ue000\ue001])/).map((part) => {
    if (part === FIRST) return textOf(unit, {}, context);
    return part === SECOND && about ? textOf(about, {}, context) : part;
  });
  return [make('p', { class: 'also', part: 'note' }, ...words)];
}

/** Its name is the visible words and the unit's name. */
function toggleOf(unit: Unit, number: number, { locale }: CardContext): HTMLButtonElement {
  const attributes = {
    type: 'button',
    class: 'toggle',
    part: 'toggle',
    id: `toggle-${number}`,
    'aria-expanded': 'false',
    'aria-controls': `branch-${number}`,
    'aria-labelledby': `toggle-${number} name-${number}`,
  };
  return make('button', attributes, unitsText(unit.units.length, locale));
}

/** "6 units" */
export function unitsText(count: number, { msg, language }: LocaleController): string {
  const n = formatNumber(language, count);
  return choosePlural(language, count, {
    zero: () => msg('No units', { id: 'org-chart.units.zero' }),
    one: () => msg('1 unit', { id: 'org-chart.units.one' }),
    two: () => msg('2 units', { id: 'org-chart.units.two' }),
    few: () => msg(str`${n} units`, { id: 'org-chart.units.few' }),
    many: () => msg(str`${n} units`, { id: 'org-chart.units.many' }),
    other: () => msg(str`${n} units`, { id: 'org-chart.units.other' }),
  });
}

/** "6 units shown under Operations" */
export function shownText(count: number, name: string, { msg, language }: LocaleController): string {
  const n = formatNumber(language, count);
  return choosePlural(language, count, {
    zero: () => msg(str`No units shown under ${name}`, { id: 'org-chart.shown.zero' }),
    one: () => msg(str`1 unit shown under ${name}`, { id: 'org-chart.shown.one' }),
    two: () => msg(str`2 units shown under ${name}`, { id: 'org-chart.shown.two' }),
    few: () => msg(str`${n} units shown under ${name}`, { id: 'org-chart.shown.few' }),
    many: () => msg(str`${n} units shown under ${name}`, { id: 'org-chart.shown.many' }),
    other: () => msg(str`${n} units shown under ${name}`, { id: 'org-chart.shown.other' }),
  });
}
