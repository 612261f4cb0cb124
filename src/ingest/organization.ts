import type { Head, LocalizedUrl, Organization, SecondLine, Unit } from '../model/organization.js';
import type { LocalizedText } from '../model/text.js';
import { contact, phone } from './contact.js';
import { organizationFormats } from './formats/index.js';
import type { RawOrganization } from './raw.js';
import { reader } from './reader.js';
import { country, email, number, record, withDefault } from './records.js';
import {
  type Cleaner, type Context, date, field, isObject, language, list, oneOf, text, url, webUrl,
} from './values.js'; // prettier-ignore

const MAX_UNITS = 20_000;
const MAX_HEADS = 20;

/** A text in one language (a string) or several (an object by language tag). */
const localized =
  <T extends string>(each: Cleaner<T>): Cleaner<Readonly<Record<string, T>>> =>
  (value, context) => {
    const one = each(value, context);
    if (one !== undefined) return Object.freeze({ '': one });
    if (!isObject(value)) return undefined;
    const entries = Object.keys(value).flatMap((key) => {
      const tag = language(key, context);
      const clean = tag && each(value[key], context);
      return clean ? [[tag, clean] as const] : [];
    });
    return entries.length ? Object.freeze(Object.fromEntries(entries)) : undefined;
  };
const localizedText: Cleaner<LocalizedText> = localized(text);
const localizedUrl: Cleaner<LocalizedUrl> = localized(url);

type Node = { -readonly [K in keyof Omit<Unit, 'units'>]: Unit[K] } & { units: Node[]; order?: number };
type FlatUnit = Omit<Unit, 'heads' | 'count' | 'units'> & { readonly order: number };

const headFields = record<Omit<Head, 'status'>>(
  { title: localizedText, name: text, email, phone, url: localizedUrl, image: webUrl, since: date },
  () => true,
);
const STATUS = oneOf('filled', 'vacant', 'acting', 'shared', 'undisclosed');

const head: Cleaner<Head> = (value, context) => {
  const fields = headFields(value, context);
  if (!fields) return undefined;
  const said = STATUS(field(value, 'status'), context);
  const flagged = (['vacant', 'acting'] as const).find((word) => field(value, word) === true);
  const status = said ?? flagged ?? (fields.name ? 'filled' : 'undisclosed');
  // a vacant post has no holder: whom the document still names has gone; and who is not disclosed is not shown
  const { name, image, ...post } = fields;
  const isHidden = status === 'vacant' || status === 'undisclosed';
  return Object.freeze({
    ...post,
    ...(name && !isHidden && { name }),
    ...(image && !isHidden && { image }),
    status,
  });
};

const secondLine: Cleaner<SecondLine> = (value, context) =>
  secondLineRecord(typeof value === 'string' ? { to: value } : value, context);
const secondLineRecord = record<SecondLine>(
  { to: text, relation: text, label: localizedText },
  (line) => line.to,
);

const flatUnit = record<FlatUnit>(
  {
    id: text, parentId: text, name: localizedText, shortName: localizedText, description: localizedText,
    url: localizedUrl, relation: withDefault(oneOf('line', 'staff', 'independent'), 'line'), classification: text,
    email, phone, locality: text, country, contactIds: list(text, 50), alsoReportsTo: list(secondLine, 20),
    headcount: number, validFrom: date, validUntil: date, order: withDefault(number, Infinity),
  }, // prettier-ignore
  (unit) => unit.id && unit.name,
);

/** A unit as it stands alone, ready to be hung under its parent. */
function cleanUnit(raw: unknown, path: string, context: Context): Node | undefined {
  const unit = flatUnit(isObject(raw) ? { classification: field(raw, 'kind'), ...raw } : raw, context);
  if (!unit) {
    context.warn('dropped-unit', 'a unit needs an id and a name', path);
    return undefined;
  }
  const heads = list(head, MAX_HEADS)(field(raw, 'head') ?? field(raw, 'heads'), context)!;
  return { ...unit, heads, count: 0, units: [] };
}

/** A sound tree from whatever the document says: each fault is repaired, and reported. */
function cleanOrganization(raw: RawOrganization, context: Context): Organization {
  const byId = new Map<string, Node>();
  raw.units.slice(0, MAX_UNITS).forEach((value, i) => {
    const path = `units[${i}]`;
    const unit = cleanUnit(value, path, context);
    if (!unit) return;
    const first = byId.get(unit.id);
    if (!first) return void byId.set(unit.id, unit);
    context.warn('duplicate-id', `"${unit.id}" stands in the document twice; its heads share the post`, path);
    first.heads = Object.freeze([...first.heads, ...unit.heads].slice(0, MAX_HEADS));
  });
  if (raw.units.length > MAX_UNITS)
    context.warn('too-many-units', `only the first ${MAX_UNITS} units were kept`);

  const top: Node[] = [];
  const orphans: Node[] = [];
  for (const unit of byId.values()) {
    const parent = unit.parentId === undefined ? undefined : byId.get(unit.parentId);
    if (unit.parentId === undefined) top.push(unit);
    else if (!parent) {
      context.warn('orphan', `"${unit.id}" names the parent "${unit.parentId}", which is not there`);
      orphans.push(unit);
    } else parent.units.push(unit);
  }
  cutCycles(byId, [...top, ...orphans], top, context);
  finish(top, orphans);
  const tree = (nodes: Node[]) => Object.freeze(nodes) as readonly Unit[];
  const modified = date(field(raw, 'date_modified'), context);
  return Object.freeze({ ...describe(raw, context)!, modified, units: tree(top), orphans: tree(orphans) });
}

const describe = record<Omit<Organization, 'modified' | 'units' | 'orphans'>>(
  {
    id: text, name: localizedText, shortName: localizedText, url: localizedUrl, logo: webUrl,
    defaultLanguage: language, languages: list(language, 50), contacts: list(contact, 1000),
  }, // prettier-ignore
  () => true,
);

/** What no top unit leads to goes round in a circle: it is cut at the circle's first member in document order. */
function cutCycles(byId: Map<string, Node>, starts: Node[], top: Node[], context: Context): void {
  const reached = new Set<Node>();
  const reach = (nodes: readonly Node[]) => {
    const waiting = [...nodes];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (reached.has(node)) continue;
      reached.add(node);
      waiting.push(...node.units);
    }
  };
  reach(starts);
  const places = new Map([...byId.values()].map((unit, i) => [unit, i]));
  for (const unit of byId.values()) {
    if (reached.has(unit)) continue;
    const first = firstOf(circleAbove(unit, byId), places);
    context.warn('cycle', `"${first.id}" is its own superior; the line to "${first.parentId}" was cut`);
    const parent = byId.get(first.parentId!)!;
    parent.units = parent.units.filter((child) => child !== first);
    delete first.parentId;
    top.push(first);
    reach([first]);
  }
}

/** Walks up from a unit until a unit comes round again. */
function circleAbove(unit: Node, byId: Map<string, Node>): readonly Node[] {
  const path = new Set<Node>();
  let node = unit;
  for (; !path.has(node); node = byId.get(node.parentId!)!) path.add(node);
  const walked = [...path];
  return walked.slice(walked.indexOf(node));
}

const firstOf = (units: readonly Node[], places: ReadonlyMap<Node, number>): Node =>
  units.reduce((first, unit) => (places.get(unit)! < places.get(first)! ? unit : first));

const RELATIONS = ['staff', 'line', 'independent'];

/** Sorts, counts and freezes, from the leaves up, without recursion: a chain may be very long. */
function finish(...groups: Node[][]): void {
  const inOrder: Node[] = [];
  const waiting = groups.flat();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    inOrder.push(node);
    waiting.push(...node.units);
  }
  const rank = (unit: Node) => RELATIONS.indexOf(unit.relation);
  const compare = (a: Node, b: Node) => rank(a) - rank(b) || sign(a.order!, b.order!);
  groups.forEach((group) => group.sort(compare));
  for (const node of inOrder.reverse()) {
    node.units.sort(compare);
    node.count = node.units.reduce((sum, child) => sum + child.count + 1, 0);
    Object.freeze(node.units);
  }
  for (const node of inOrder) {
    delete node.order; // it has served
    Object.freeze(node);
  }
}
const sign = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** An organisation document: in, clean; out, a sound tree. */
export const organization = reader('organization', organizationFormats, (raw, context) =>
  Promise.resolve(cleanOrganization(raw, context)),
);
