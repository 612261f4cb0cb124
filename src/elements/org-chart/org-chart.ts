import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { organization } from '../../controllers/resources.js';
import type { Organization, Unit } from '../../model/organization.js';
import { directionOf, type TextInLanguage } from '../../model/text.js';
import { IomActionEvent } from '../base/events.js';
import { below, heading } from '../base/heading.js';
import { define } from '../base/register.js';
import { ResourceElement } from '../base/resource-element.js';
import { topsOf } from './org-chart.find.js';
import { focusCard, stepFor } from './org-chart.keys.js';
import { OverflowController } from './org-chart.overflow.js';
import { orgChartStyles } from './org-chart.styles.js';
import { type Drawn, Tree } from './org-chart.tree.js';
import {
  type CardContext, chosen, contextOf, independentText, shownText, unitsText,
} from './org-chart.view.js'; // prettier-ignore

/** More levels than any organisation has. */
const MOST_LEVELS = 100;
const BONES = 4;

/**
 * The structure of an organisation: a nested list, drawn as a chart where there is room.
 *
 * Write the structure you have as nested plain lists inside the tag: they are the page until the data is there, and
 * again if it cannot be had. Where the element is at least 40rem wide it is a chart from the top down, else an indented
 * list; it prints as a list.
 *
 * Keyboard: Tab goes through the links and buttons. With the focus on one of them, the arrows up and down go to the card
 * before and after, the arrows to the sides open and close, or go in and out, Home and End go to the first and last.
 *
 * @summary The structure of an organisation, as a chart and as a list.
 * @example
 * ```html
 * <iom-org-chart src="organization.json" lang="fr">
 *   <ul><li>Directrice générale</li></ul>
 * </iom-org-chart>
 * ```
 * @csspart viewport - The box that scrolls sideways where a chart is wider than the element.
 * @csspart tree - The whole list.
 * @csspart list - The list of what is below one unit.
 * @csspart unit - One unit, with what is below it.
 * @csspart card - What is said of a unit.
 * @csspart name - Its name.
 * @csspart link - Its name, where it leads to a page.
 * @csspart relation - That it is a staff or an independent office, in words for screen readers.
 * @csspart head - Who leads it.
 * @csspart person - The name of that person.
 * @csspart post - The title of that post.
 * @csspart badge - Vacant or acting.
 * @csspart note - The second line of reporting.
 * @csspart toggle - The button that shows and hides what is below.
 * @csspart orphans - The units whose place in the structure is not known.
 * @csspart legend - What a dashed line means.
 * @cssprop [--iom-org-chart-card=19rem] - Width up to which cards of a chart grow.
 * @cssprop [--iom-org-chart-line] - Colour of the lines between the cards; the text's, paler, by default.
 */
export class IomOrgChart extends ResourceElement<'organization'> {
  static override styles = [ResourceElement.styles, orgChartStyles];
  static override properties = {
    root: {},
    depth: { type: Number },
    view: {},
    opened: { state: true },
  };

  /** Id of the unit to start at. All the structure by default. */
  root = '';

  /** How many levels are open at first, 1 to 100. */
  depth = 2;

  /** `chart`, `list`, or `auto`: a chart where the element is at least 40rem wide. */
  view: 'auto' | 'chart' | 'list' = 'auto';

  /** @internal What is announced: the branch opened last, nothing (null) after one was closed, else all there is. */
  protected opened?: Unit | null;

  #tree?: Tree;
  /** What the tree on show was drawn from. */
  #drawnFrom: readonly unknown[] = [];
  /** What the reader has opened and closed, by id. */
  readonly #choices = new Map<string, boolean>();
  /** Where the reader's focus was before this update. */
  #focus?: { readonly id: string; readonly onToggle: boolean };
  readonly #overflow: OverflowController = new OverflowController(this, () =>
    this.shadowRoot?.querySelector('.viewport'),
  );

  constructor() {
    super(organization);
  }

  // ---- life cycle

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.depth = this.depth >= 1 ? Math.min(this.depth, MOST_LEVELS) : 2;
    if (changed.has('root') || changed.has('depth')) this.#choices.clear();
    this.#focus = this.#focused();
    if (this.model) this.#draw(this.model);
  }

  protected override updated(): void {
    super.updated();
    const drawn = this.#focus && !this.#focused() && this.#tree?.find(this.#focus.id);
    if (drawn) focusCard(drawn, this.#focus!.onToggle);
  }

  /** Draws anew only what all the cards depend on. */
  #draw(model: Organization): void {
    const from = [model, this.root, this.depth, this.linkTarget, this.locale.msg, ...this.wantedLanguages];
    const before = this.#drawnFrom;
    if (from.length === before.length && from.every((value, i) => value === before[i])) return;
    this.#drawnFrom = from;
    this.opened = undefined;
    const orphans = this.root ? [] : model.orphans;
    this.#tree = new Tree(topsOf(model, this.root), orphans, this.#context(model), (unit, level) => {
      return this.#choices.get(unit.id) ?? level < this.depth;
    });
  }

  #context(model: Organization): CardContext {
    return contextOf(model, this.locale, this.wantedLanguages, this.linkTarget);
  }

  // ---- what a reader does

  /** The link or button an event is about, and its card's unit. */
  #aim(event: Event): { control?: Element; drawn?: Drawn } {
    const control = (event.target as Element).closest('a, button') ?? undefined;
    return { control, drawn: control && this.#tree?.at(control) };
  }

  #onClick(event: Event): void {
    const { control, drawn } = this.#aim(event);
    if (!drawn) return;
    if (control instanceof HTMLAnchorElement) this.follow(event, control.href, drawn.unit.id);
    else this.#toggle(drawn);
  }

  #toggle(drawn: Drawn): void {
    const { unit, branch } = drawn;
    const open = !this.#tree!.isOpen(drawn);
    if (!this.dispatchEvent(new IomActionEvent(open ? 'expand' : 'collapse', unit.id))) return;
    // what is about to be hidden cannot keep the focus
    if (!open && branch!.contains(this.#activeElement)) drawn.card.toggle!.focus();
    this.#choices.set(unit.id, open);
    this.#tree!.setOpen(drawn, open);
    this.opened = open ? unit : null;
  }

  #onKey(event: KeyboardEvent): void {
    const { control, drawn } = this.#aim(event);
    const step = drawn && stepFor(event, drawn, this.#tree!, directionOf(this.locale.language));
    if (!step) return;
    event.preventDefault();
    if (step === 'toggle') this.#toggle(drawn);
    else focusCard(step, control === drawn.card.toggle);
  }

  get #activeElement(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
  }

  #focused(): { id: string; onToggle: boolean } | undefined {
    const active = this.#activeElement;
    const drawn = active && this.#tree?.at(active);
    return drawn ? { id: drawn.unit.id, onToggle: active === drawn.card.toggle } : undefined;
  }

  // ---- rendering

  protected count(model: Organization): number {
    const shown = this.root ? topsOf(model, this.root) : [...model.units, ...model.orphans];
    return shown.reduce((sum, unit) => sum + unit.count + 1, 0);
  }

  protected heading(model: Organization): TextInLanguage | undefined {
    return chosen(model.name, this.#context(model));
  }

  protected override readyStatus(model: Organization): string {
    const { opened } = this;
    if (opened === null) return '';
    if (!opened) return unitsText(this.count(model), this.locale);
    return shownText(opened.units.length, chosen(opened.name, this.#context(model))!.text, this.locale);
  }

  protected renderReady(): TemplateResult {
    const tree = this.#tree!;
    const { msg } = this.locale;
    const scrolls = this.#overflow.overflows;
    return html`
      <div @click=${(e: Event) => this.#onClick(e)} @keydown=${(e: KeyboardEvent) => this.#onKey(e)}>
        <div
          class="viewport"
          part="viewport"
          role=${scrolls ? 'region' : nothing}
          aria-label=${scrolls ? msg('Organisation chart', { id: 'org-chart.region' }) : nothing}
          tabindex=${scrolls ? 0 : nothing}
        >
          <div class="canvas ${this.#layout}">${tree.list}</div>
        </div>
        ${tree.orphanList.childElementCount ? this.#renderOrphans(tree) : nothing}
      </div>
      ${tree.dashed ? html`<p class="legend" part="legend" aria-hidden="true">${independentText(msg)}</p>` : nothing}
    `;
  }

  /** An unknown word is `auto`. */
  get #layout(): string {
    return this.view === 'chart' || this.view === 'list' ? this.view : '';
  }

  #renderOrphans({ orphanList }: Tree): TemplateResult {
    const words = this.locale.msg('Units without a known parent', { id: 'org-chart.orphans' });
    return html`<div class="orphans" part="orphans" role="group" aria-labelledby="orphans">
      <div id="orphans">${heading(below(this.headingLevel), 'title', words)}</div>
      <div class="canvas ${this.#layout}">${orphanList}</div>
    </div>`;
  }

  protected renderEmpty(): TemplateResult {
    const words = this.locale.msg('There are no units to show.', { id: 'org-chart.empty' });
    return html`<div class="notice" part="notice"><p>${words}</p></div>`;
  }

  protected renderSkeleton(): TemplateResult {
    const bones = Array.from({ length: BONES }, () => html`<div class="bone bone-card"></div>`);
    return html`<div class="canvas ${this.#layout}"><div class="bones">${bones}</div></div>`;
  }
}

define('iom-org-chart', IomOrgChart);

declare global {
  interface HTMLElementTagNameMap {
    'iom-org-chart': IomOrgChart;
  }
}
