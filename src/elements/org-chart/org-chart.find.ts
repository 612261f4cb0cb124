import type { Organization, Unit } from '../../model/organization.js';

const indexes = new WeakMap<Organization, ReadonlyMap<string, Unit>>();

/** A unit of the document, wherever it stands. */
export function findUnit(organization: Organization, id: string): Unit | undefined {
  let index = indexes.get(organization);
  if (!index) indexes.set(organization, (index = indexOf(organization)));
  return index.get(id);
}

/** Without recursion: a chain may be very long. */
function indexOf({ units, orphans }: Organization): ReadonlyMap<string, Unit> {
  const index = new Map<string, Unit>();
  const waiting = [...units, ...orphans];
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    index.set(unit.id, unit);
    waiting.push(...unit.units);
  }
  return index;
}

/** What stands at the top: all there is, or the unit that was asked for. */
export function topsOf(organization: Organization, root: string): readonly Unit[] {
  if (!root) return organization.units;
  const unit = findUnit(organization, root);
  return unit ? [unit] : [];
}
