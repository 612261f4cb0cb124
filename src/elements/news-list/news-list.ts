import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { feed } from '../../controllers/resources.js';
import type { Feed, Release } from '../../model/feed.js';
import { inBestLanguage, isListed } from '../../model/release.js';
import { formatNumber } from '../../i18n/intl.js';
import { str } from '../../i18n/localize.js';
import { words } from '../base/attributes.js';
import { IomActionEvent } from '../base/events.js';
import { below } from '../base/heading.js';
import { define } from '../base/register.js';
import { ResourceElement } from '../base/resource-element.js';
import { bones, type Field, type ItemOptions, newsItem } from './news-list.view.js';
import { newsListStyles } from './news-list.styles.js';

const DEFAULT_FIELDS: Readonly<Record<string, readonly Field[]>> = {
  list: ['date', 'dateline', 'type', 'excerpt', 'languages'],
  cards: ['date', 'dateline', 'type', 'excerpt', 'languages'],
  compact: ['date', 'languages'],
  headlines: ['languages'],
};
/** Placeholders beyond a screenful reserve nothing that anybody sees. */
const MOST_BONES = 12;

/**
 * The latest press releases, as a list of headlines.
 *
 * Write the headlines you have as a plain list of links inside the tag: they are the page until the data is there, and
 * again if it cannot be had.
 *
 * @summary A list of press releases.
 * @csspart list - The list.
 * @csspart item - One release.
 * @csspart title - Its title.
 * @csspart link - The link of the title, and the link to all releases.
 * @csspart meta - The line of date, place and kind.
 * @csspart date - The date of publication.
 * @csspart dateline - The country or town it is dated from.
 * @csspart type - Press release, statement, story…
 * @csspart badge - Updated or corrected.
 * @csspart excerpt - The summary.
 * @csspart image - The picture.
 * @csspart actions - What stands under the list: more, all releases.
 */
export class IomNewsList extends ResourceElement<'feed'> {
  static override styles = [ResourceElement.styles, newsListStyles];
  static override properties = {
    layout: {},
    limit: { type: Number },
    fields: words,
    more: {},
    shown: { state: true },
  };

  /** How the releases are laid out. */
  layout: 'list' | 'cards' | 'compact' | 'headlines' = 'list';

  /** How many releases are shown at first. */
  limit = 5;

  /**
   * What is shown of a release besides its title, of `date dateline type excerpt image languages`. By default what
   * suits the layout.
   */
  fields: readonly string[] = [];

  /** What follows the first releases: a `link` to all of them, a `button` that shows as many again, or `none`. */
  more: 'link' | 'button' | 'none' = 'link';

  /** @internal How many are shown now. */
  protected shown = 0;

  #releases: readonly Release[] = [];
  #focusFrom?: number;

  constructor() {
    super(feed);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!(this.limit > 0)) this.limit = 5;
    if (changed.has('limit') || changed.has('src')) this.shown = this.limit;
    // what may be listed depends on the time as well: an embargo ends, a release expires
    this.#releases = this.model ? this.#listed(this.model) : [];
  }

  protected override updated(): void {
    super.updated();
    if (this.#focusFrom === undefined) return;
    this.shadowRoot!.querySelectorAll<HTMLElement>('.item .link')[this.#focusFrom]?.focus();
    this.#focusFrom = undefined;
  }

  protected count(model: Feed): number {
    return this.#listed(model).length;
  }

  #listed(model: Feed): readonly Release[] {
    const now = Date.now();
    return inBestLanguage(
      model.items.filter((release) => isListed(release, now)),
      this.wantedLanguages,
    );
  }

  #showMore(): void {
    if (!this.dispatchEvent(new IomActionEvent('more'))) return;
    this.#focusFrom = this.shown;
    this.shown += this.limit;
  }

  /** A label and two numbers: right in every language, whatever its plural forms. */
  protected override readyStatus(): string {
    const { msg, language } = this.locale;
    const total = this.#releases.length;
    const [n, m] = [Math.min(this.shown, total), total].map((count) => formatNumber(language, count));
    return msg(str`Press releases shown: ${n} of ${m}`, { id: 'news-list.shown' });
  }

  protected heading({ title, language }: Feed): { text?: string; language?: string } {
    return { text: title, language };
  }

  protected renderReady(model: Feed): TemplateResult {
    const releases = this.#releases.slice(0, this.shown);
    const options: ItemOptions = {
      fields: this.#fields,
      level: below(this.headingLevel),
      locale: this.locale,
      wanted: this.wantedLanguages[0]!,
      link: (url, words, id) => this.link(url, words, id),
    };
    // a full list takes the room that was kept for it, and no less
    const isFull = releases.length >= this.limit;
    return html`
      <div class="stack">
        <div class="content">
          <ul class="list ${this.layout}" part="list" role="list">
            ${repeat(
              releases,
              ({ id }) => id,
              (release) => html`<li class="item" part="item">${newsItem(release, options)}</li>`,
            )}
          </ul>
          ${this.#renderMore(model)}
        </div>
        ${isFull ? html`<div class="ghost" aria-hidden="true">${this.renderSkeleton()}</div>` : nothing}
      </div>
    `;
  }

  get #fields(): readonly string[] {
    return this.fields.length ? this.fields : (DEFAULT_FIELDS[this.layout] ?? DEFAULT_FIELDS.list!);
  }

  #renderMore(model: Feed): unknown {
    const left = this.#releases.length - this.shown;
    if (this.more === 'link') return this.#renderSiteLink(model);
    if (this.more === 'none' || left <= 0) return nothing;
    const n = formatNumber(this.locale.language, Math.min(left, this.limit));
    return html`<div class="actions" part="actions">
      <button type="button" part="button" @click=${() => this.#showMore()}>
        ${this.locale.msg(str`Show ${n} more`, { id: 'news-list.more' })}
      </button>
      <span class="meta">${this.readyStatus()}</span>
    </div>`;
  }

  #renderSiteLink({ homePageUrl }: Feed): unknown {
    if (!homePageUrl) return nothing;
    const words = this.locale.msg('All press releases', { id: 'news-list.all' });
    return html`<p class="actions" part="actions">${this.link(homePageUrl, words)}</p>`;
  }

  protected renderEmpty(model: Feed): TemplateResult {
    const words = this.locale.msg('There are no press releases at the moment.', { id: 'news-list.empty' });
    return html`<div class="notice" part="notice"><p>${words}</p></div>
      ${this.#renderSiteLink(model)}`;
  }

  protected renderSkeleton(): TemplateResult {
    const item = bones(this.#fields);
    return html`<div class="list ${this.layout}">
        ${Array.from({ length: Math.min(this.limit, MOST_BONES) }, () => item)}
      </div>
      ${this.more === 'none' ? nothing : html`<div class="actions bone-${this.more}"></div>`}`;
  }
}

define('iom-news-list', IomNewsList);

declare global {
  interface HTMLElementTagNameMap {
    'iom-news-list': IomNewsList;
  }
}
