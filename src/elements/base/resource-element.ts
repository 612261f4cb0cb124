import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ResourceController } from '../../controllers/resource-controller.js';
import { VisibilityController } from '../../controllers/visibility-controller.js';
import type { Kind, Models, ResourceError, ResourceType, Snapshot } from '../../model/resource.js';
import { directionOf } from '../../model/text.js';
import { ResourceSettings } from './resource-settings.js';
import { renderFallback } from './fallback.js';
import { heading } from './heading.js';
import { newTabHint, hostOf } from './link.js';
import { IomActionEvent, IomConsentEvent, IomErrorEvent, IomLoadEvent, IomNavigateEvent } from './events.js';

type Notice = typeof import('./notices.js').notice;
export type State = 'idle' | 'blocked' | 'loading' | 'ready' | 'empty' | 'stale' | 'error';

/**
 * An element that shows one document. A widget writes `renderReady(model)` and what is empty for it; the states, the
 * language, the events and the retry are here.
 *
 * @slot - What the page shows before, without and instead of the data: plain content, best a list of links.
 * @slot heading - Replaces the element's own heading.
 * @slot before - Shown above the content.
 * @slot after - Shown below everything.
 * @slot empty - Replaces the sentence shown when the document holds nothing to show.
 * @slot error - Replaces the sentence shown when the content could not be loaded.
 * @slot footer - Shown under the content.
 * @csspart base - The whole element.
 * @csspart heading - The heading.
 * @csspart status - The line read to screen readers when the state changes.
 * @csspart notice - A message to the reader: an empty list, a failure.
 * @csspart button - Any button.
 * @csspart skeleton - The placeholder shown while loading, where the page gives no content of its own.
 * @fires {IomLoadEvent} iom-load - Content is on show. Fields: `count`, `lang`, `asOf`, `fromCache`.
 * @fires {IomErrorEvent} iom-error - Content could not be had. Fields: `code`, `message`, `status`, `retryable`.
 * @fires {IomNavigateEvent} iom-navigate - A reader follows a link; cancelable. Fields: `url`, `id`.
 * @fires {IomActionEvent} iom-action - A reader does something else; cancelable. Fields: `action`, `value`.
 * @fires {IomConsentEvent} iom-consent - The request is allowed. Fields: `host`.
 * @cssstate idle - Nothing asked for yet.
 * @cssstate blocked - Nothing is asked for until the reader allows it.
 * @cssstate loading - The document is on its way and nothing is on show yet but the page's own content.
 * @cssstate ready - The content is on show.
 * @cssstate empty - The document holds nothing to show.
 * @cssstate stale - A copy saved on an earlier visit is on show.
 * @cssstate error - The content could not be had.
 */
export abstract class ResourceElement<K extends Kind> extends ResourceSettings {
  /** @internal */
  protected model?: Models[K];

  readonly #type: ResourceType<K>;
  readonly #internals = this.attachInternals();
  readonly #resource = new ResourceController<K>(
    this,
    (snapshot) => (this.model = snapshot.model ?? this.model),
  );
  readonly #visibility = new VisibilityController(this, () => this.requestUpdate());
  #state: State = 'idle';
  #told?: Snapshot<K>;
  #focused = false;
  #allowed?: string;
  #hasExtras = false;
  #notice?: Notice;

  constructor(type: ResourceType<K>) {
    super();
    this.#type = type;
  }

  /** idle, blocked, loading, ready, empty, stale or error; also as `:state(…)` in CSS. Read-only. */
  get state(): State {
    return this.#state;
  }

  /** The failure, while there is one. Read-only. */
  get error(): ResourceError | undefined {
    return this.#resource.snapshot.error;
  }

  /** When the content on show was read, in milliseconds since 1970. Read-only. */
  get asOf(): number | undefined {
    return this.#resource.snapshot.asOf;
  }

  /** Asks for the document again. What is on show stays meanwhile. */
  reload(): void {
    this.#resource.reload();
  }

  /** Allows requests to the host of `src`, where `consent` is `required`. */
  grantConsent(): void {
    this.#allowed = hostOf(this.src);
    this.dispatchEvent(new IomConsentEvent(this.#allowed));
    this.requestUpdate();
  }

  get #isBlocked(): boolean {
    const { consent, data, src } = this;
    return consent === 'required' && data === undefined && !!src && hostOf(src) !== this.#allowed;
  }

  /** Languages of the content, best first. */
  protected get wantedLanguages(): readonly string[] {
    return this.languages.length ? this.languages : [this.locale.tag || 'en', 'en'];
  }

  // ---- what a widget says of itself

  /** The content. */
  protected abstract renderReady(model: Models[K]): TemplateResult;
  /** How many things the document holds for this element; 0 is `empty`. */
  protected abstract count(model: Models[K]): number;
  /** The element's own heading; the one that the page's author writes comes before it. */
  protected abstract heading(
    model: Models[K],
  ): { readonly text?: string; readonly language?: string } | undefined;
  /** The sentence for a document that holds nothing to show. */
  protected abstract renderEmpty(model: Models[K]): TemplateResult;
  /** A placeholder of the final height. */
  protected abstract renderSkeleton(): TemplateResult;
  /** What a screen reader is told when content has arrived. */
  protected abstract readyStatus(model: Models[K]): string;

  // ---- life cycle

  protected override willUpdate(_changed: PropertyValues): void {
    const { src, data, format, timeout, cache } = this;
    const wanted = !this.#isBlocked && (data !== undefined || !!src);
    if (!wanted) this.model = undefined;
    if (!wanted || data !== undefined || this.loading === 'eager' || this.#visibility.seen) {
      const url = data === undefined ? src : '';
      this.#resource.request(wanted ? { url, data, format, timeout, cache, type: this.#type } : undefined);
    }
    const { states } = this.#internals;
    states.delete(this.#state);
    states.add((this.#state = this.#stateNow()));
    this.#focused = !!this.shadowRoot?.activeElement;
    if (!this.#hasExtras && (this.refresh > 0 || /blocked|stale/.test(this.#state))) void this.#loadExtras();
  }

  /** What few pages need comes later. */
  async #loadExtras(): Promise<void> {
    this.#hasExtras = true;
    try {
      const { notice, Refresh } = await import('./notices.js');
      this.#notice = notice;
      new Refresh(this);
      this.requestUpdate();
    } catch {
      // the page's own content is there, and what has been loaded
    }
  }

  #stateNow(): State {
    const { status, stale } = this.#resource.snapshot;
    if (this.#isBlocked) return 'blocked';
    if (status === 'failed' && !stale) return 'error';
    if (this.model) return this.count(this.model) ? (stale ? 'stale' : 'ready') : 'empty';
    return status === 'pending' ? 'loading' : 'idle';
  }

  protected override updated(): void {
    const root = this.shadowRoot!;
    // a button that has done its work may be gone: the reader's focus goes on from what it has brought
    if (this.#focused && !root.activeElement) root.querySelector<HTMLElement>('.base')!.focus();
    const { snapshot } = this.#resource;
    const { status, error, model, asOf = 0, fromCache = false, stale } = snapshot;
    if (snapshot === this.#told || !(/ready|failed/.test(status) || stale)) return;
    this.#told = snapshot;
    if (error) {
      console.warn(`<${this.localName}> ${error.code}: ${error.message}`);
      this.dispatchEvent(new IomErrorEvent(error));
    } else {
      this.dispatchEvent(
        new IomLoadEvent({ count: this.count(model!), lang: this.locale.language, asOf, fromCache }),
      );
    }
  }

  // ---- rendering

  protected override render(): TemplateResult {
    const { label, model, locale } = this;
    return html`
      <section
        class="base"
        part="base"
        lang=${locale.language}
        dir=${directionOf(locale.language)}
        tabindex="-1"
        aria-label=${label || nothing}
        aria-labelledby=${label || !model ? nothing : 'heading'}
      >
        <slot name="before"></slot>
        <div id="heading"><slot name="heading">${this.#renderHeading()}</slot></div>
        ${this.#renderContent()}
        <slot name="footer"></slot>
        <p class="visually-hidden" part="status" role="status">${this.#statusText()}</p>
        <slot name="after"></slot>
      </section>
    `;
  }

  /** A heading that the page's author has written is there in every state. */
  #renderHeading(): unknown {
    const { headingLevel, model, locale } = this;
    const { text, language = locale.language } = (model && this.heading(model)) ?? {};
    if (!headingLevel || !text) return nothing;
    return heading(
      headingLevel,
      'heading',
      html`<span lang=${language} dir=${directionOf(language)}>${text}</span>`,
    );
  }

  #renderContent(): unknown {
    const { model, state, locale } = this;
    const content =
      state === 'empty'
        ? html`<slot name="empty">${this.renderEmpty(model!)}</slot>`
        : model && this.count(model)
          ? this.renderReady(model)
          : renderFallback(this, !/error|blocked/.test(state) && (() => this.renderSkeleton()));
    return [content, this.#notice?.(this, html, locale), this.error && this.#renderError()];
  }

  /** The notice stays while a retry is under way: so does the button, where the reader's focus is. */
  #renderError(): TemplateResult {
    const { msg } = this.locale;
    const trying = this.#resource.snapshot.status === 'pending';
    const retry = () =>
      trying || (this.dispatchEvent(new IomActionEvent('retry', this.src)) && this.reload());
    return html`
      <div class="notice" part="notice">
        <slot name="error"><p>${this.errorText()}</p></slot>
        <button type="button" part="button" aria-disabled=${trying} @click=${retry}>
          ${trying ? msg('Trying again…', { id: 'base.retrying' }) : msg('Try again', { id: 'base.retry' })}
        </button>
      </div>
    `;
  }

  /** One sentence without jargon; the technical text is in the event and the console. */
  protected errorText(): string {
    const { msg } = this.locale;
    if (this.model) return msg('This content could not be updated just now.', { id: 'base.error-update' });
    if (this.error?.code === 'offline') {
      return msg('You are offline, so this content could not be loaded.', { id: 'base.error-offline' });
    }
    return msg('This content could not be loaded just now.', { id: 'base.error' });
  }

  #statusText(): string {
    const { msg } = this.locale;
    if (this.state === 'loading') return msg('Loading…', { id: 'base.loading' });
    if (this.state === 'error') return this.errorText();
    return /ready|stale/.test(this.state) && this.model ? this.readyStatus(this.model) : '';
  }

  // ---- for the widgets' links

  /** A link that tells the page before it is followed, and says where it opens. */
  protected link(url: string, words: string, id?: string): TemplateResult {
    const { linkTarget } = this;
    const follow = (event: Event) => this.follow(event, url, id);
    return html`<a class="link" part="link" href=${url} target=${linkTarget} rel="noopener" @click=${follow}
      >${words}${linkTarget === '_blank' ? newTabHint(this.locale.msg) : nothing}</a
    >`;
  }

  /** Tells the page that a reader follows a link; the page may stop it. */
  protected follow(event: Event, url: string, id?: string): void {
    if (!this.dispatchEvent(new IomNavigateEvent(url, id))) event.preventDefault();
  }
}
