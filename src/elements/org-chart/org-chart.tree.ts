import type { Unit } from '../../model/organization.js';
import { card, type Card, type CardContext, make } from './org-chart.view.js';

/** A unit that has been drawn. */
export interface Drawn {
  readonly unit: Unit;
  readonly parent: Drawn | undefined;
  /** Those beside it, itself among them. */
  readonly siblings: readonly Drawn[];
  readonly index: number;
  /** 1 at the top. */
  readonly level: number;
  /** Whether a wide chart lays out what is below in a row; else it hangs under its unit. */
  readonly spread: boolean;
  readonly item: HTMLLIElement;
  readonly card: Card;
  /** Holds what is below; built when it is first opened, then kept. Absent where there is nothing. */
  readonly branch: HTMLElement | undefined;
  /** What is below, in the order of the document; empty until it is first opened. */
  readonly below: Drawn[];
}

/** More than these side by side are put in a grid: nobody can see the end of a longer row. */
const MOST_IN_ROW = 6;
/** A longer group of units that have nothing below is written as a plain list, in columns where there is room. */
const MOST_IN_STACK = 8;
/** Levels from which on a narrow screen leaves little room to indent, and then none. */
const [DEEP, FLAT] = [6, 10];

const RELATIONS = ['staff', 'line', 'independent'] as const;
const howMany = (unit: Unit, relation: Unit['relation']): number =>
  unit.units.filter((below) => below.relation === relation).length;

/**
 * The drawing: one nested list, built branch by branch. Opening a branch draws what is directly below it and touches
 * nothing else; closing hides it.
 */
export class Tree {
  readonly list: HTMLUListElement;
  readonly orphanList: HTMLUListElement;
  /** Whether a dashed line is drawn somewhere: it wants an explanation. */
  dashed = false;

  readonly #context: CardContext;
  readonly #startsOpen: (unit: Unit, level: number) => boolean;
  readonly #byId = new Map<string, Drawn>();
  readonly #tops: readonly Drawn[];
  readonly #orphans: readonly Drawn[];

  constructor(
    tops: readonly Unit[],
    orphans: readonly Unit[],
    context: CardContext,
    startsOpen: (unit: Unit, level: number) => boolean,
  ) {
    this.#context = context;
    this.#startsOpen = startsOpen;
    this.#tops = this.#drawAll(tops, undefined, tops.length === 1);
    this.#orphans = this.#drawAll(orphans, undefined, false);
    this.list = listOf(this.#tops, this.#tops[0]?.spread ? 'tree single' : 'tree', 'tree');
    this.orphanList = listOf(this.#orphans, 'tree', 'list');
  }

  find(id: string): Drawn | undefined {
    return this.#byId.get(id);
  }

  /** The unit in whose card something stands. */
  at(element: Element): Drawn | undefined {
    return this.find(element.closest<HTMLElement>('.unit')?.dataset.id ?? '');
  }

  isOpen({ branch }: Drawn): boolean {
    return branch !== undefined && !branch.hidden;
  }

  setOpen(drawn: Drawn, open: boolean): void {
    const { branch, card, unit } = drawn;
    if (!branch) return;
    if (open && !drawn.below.length) this.#fill(drawn, this.#drawAll(unit.units, drawn, leadsOn(drawn)));
    branch.hidden = !open;
    card.toggle!.setAttribute('aria-expanded', String(open));
  }

  // ---- the way from card to card

  first(): Drawn | undefined {
    return this.#tops[0] ?? this.#orphans[0];
  }

  last(): Drawn | undefined {
    const top = this.#orphans.at(-1) ?? this.#tops.at(-1);
    return top && this.#lastIn(top);
  }

  /** The next card on show, in the order in which they are read. */
  next(drawn: Drawn): Drawn | undefined {
    if (this.isOpen(drawn)) return drawn.below[0];
    let at = drawn;
    while (at.index === at.siblings.length - 1 && at.parent) at = at.parent;
    return at.siblings[at.index + 1] ?? (at.siblings === this.#tops ? this.#orphans[0] : undefined);
  }

  previous({ siblings, index, parent }: Drawn): Drawn | undefined {
    const before = siblings[index - 1] ?? (siblings === this.#orphans ? this.#tops.at(-1) : undefined);
    return before ? this.#lastIn(before) : parent;
  }

  #lastIn(drawn: Drawn): Drawn {
    let last = drawn;
    while (this.isOpen(last)) last = last.below.at(-1)!;
    return last;
  }

  // ---- drawing

  /** Draws a group and what starts open below it, without recursion: a chain may be very long. */
  #drawAll(units: readonly Unit[], parent: Drawn | undefined, spreads: boolean): readonly Drawn[] {
    const group = this.#drawGroup(units, parent, spreads);
    const waiting = [...group];
    for (let drawn = waiting.pop(); drawn; drawn = waiting.pop()) {
      const { unit, branch, level, card } = drawn;
      if (!branch || !this.#startsOpen(unit, level)) continue;
      this.#fill(drawn, this.#drawGroup(unit.units, drawn, leadsOn(drawn)));
      branch.hidden = false;
      card.toggle!.setAttribute('aria-expanded', 'true');
      waiting.push(...drawn.below);
    }
    return group;
  }

  #drawGroup(units: readonly Unit[], parent: Drawn | undefined, spreads: boolean): readonly Drawn[] {
    const siblings: Drawn[] = [];
    for (const unit of units) {
      const number = this.#byId.size + 1;
      const drawn = {
        unit,
        parent,
        siblings,
        index: siblings.length,
        level: (parent?.level ?? 0) + 1,
        spread: spreads && (!parent || unit.relation === 'line') && howMany(unit, 'line') > 0,
        item: make('li', { class: `unit ${unit.relation}`, part: 'unit', 'data-id': unit.id }),
        card: card(unit, number, this.#context),
        branch: unit.units.length ? make('div', { id: `branch-${number}`, hidden: '' }) : undefined,
        below: [],
      };
      this.#assemble(drawn);
      siblings.push(drawn);
      this.#byId.set(unit.id, drawn);
    }
    return siblings;
  }

  #assemble({ unit, item, card, branch, spread, level }: Drawn): void {
    item.append(card.element);
    item.classList.toggle('spine', spread);
    this.dashed ||= unit.relation === 'independent';
    if (!branch) return;
    branch.className = `branch ${spread ? 'spread' : ''} ${level + 1 >= FLAT ? 'flat' : level + 1 >= DEEP ? 'deep' : ''}`;
    item.append(branch);
  }

  #fill(drawn: Drawn, below: readonly Drawn[]): void {
    const branch = drawn.branch!;
    drawn.below.push(...below);
    for (const relation of RELATIONS) {
      const group = below.filter(({ unit }) => unit.relation === relation);
      if (!group.length) continue;
      const list = listOf(group, `units ${relation}-units`, 'list');
      if (relation === 'line') {
        list.classList.toggle('grid', drawn.spread && group.length > MOST_IN_ROW);
        list.classList.toggle(
          'columns',
          group.length > MOST_IN_STACK && group.every(({ branch }) => !branch),
        );
      }
      branch.append(list);
    }
    branch.classList.toggle('chain', leadsOn(drawn));
    // a property set by script, which a strict Content Security Policy allows
    branch.style.setProperty('--_across', String(acrossOf(drawn.unit)));
  }
}

const listOf = (group: readonly Drawn[], classes: string, part: string): HTMLUListElement =>
  // without its bullets Safari takes a list for none, unless its role is written out
  make('ul', { class: classes, part, role: 'list' }, ...group.map(({ item }) => item));

/** Below a row of one, the next row is spread too. */
const leadsOn = ({ unit, spread }: Drawn): boolean => spread && acrossOf(unit) === 1;

/** How many columns a row takes: independent offices share one. */
const acrossOf = (unit: Unit): number => howMany(unit, 'line') + (howMany(unit, 'independent') ? 1 : 0);
