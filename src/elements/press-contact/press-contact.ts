import { html, nothing, type TemplateResult } from 'lit';
import { feed, feedDetails, releaseDetails } from '../../controllers/resources.js';
import type { Contact, Feed, Release } from '../../model/feed.js';
import { findRelease, isListed } from '../../model/release.js';
import { choosePlural, formatNumber } from '../../i18n/intl.js';
import { str } from '../../i18n/localize.js';
import { words } from '../base/attributes.js';
import { type Action, IomActionEvent } from '../base/events.js';
import { define } from '../base/register.js';
import { ResourceElement } from '../base/resource-element.js';
import { pressContactStyles } from './press-contact.styles.js';
import { contactCard, type Field } from './press-contact.view.js';
import { vcard, vcardFileName } from './vcard.js';

const ALL_FIELDS: readonly Field[] = ['name', 'role', 'office', 'mail', 'phone', 'languages', 'hours'];

/**
 * Whom journalists may call or write to about a release.
 *
 * Write the contact you know inside the tag, with its links: it is the page until the data is there, and again if it
 * cannot be had.
 *
 * @summary The press contacts of a release.
 * @csspart list - All contacts.
 * @csspart item - One contact.
 * @csspart title - Its name.
 * @csspart meta - What to contact it for, and where it sits.
 * @csspart link - A phone number, an e-mail address, a page.
 * @csspart actions - The buttons under a contact.
 */
export class IomPressContact extends ResourceElement<'feed'> {
  static override styles = [ResourceElement.styles, pressContactStyles];
  static override properties = {
    releaseId: { attribute: 'release-id' },
    layout: {},
    fields: words,
    vcard: {},
    extDial: { attribute: 'ext-dial' },
    copied: { state: true },
  };

  /** Id or address of the release whose contacts are shown. By default the first of the document that names any. */
  releaseId = '';

  /** How the contacts are laid out. */
  layout: 'card' | 'inline' | 'list' = 'card';

  /** What is shown of a contact, of `name role office mail phone languages hours photo`. By default all but the photo. */
  fields: readonly string[] = [];

  /** The address-book card offered for download: version `3.0`, or `off`. */
  vcard: '3.0' | 'off' = '3.0';

  /**
   * How a phone extension is dialled: after a `pause`, as `rfc3966` has it (which many phones mis-dial), or `none`: only
   * the number is.
   */
  extDial: 'pause' | 'rfc3966' | 'none' = 'pause';

  /** @internal The value that was copied last, said in the status line. */
  protected copied = '';

  constructor() {
    super(feed);
  }

  protected count(model: Feed): number {
    return this.#contacts(model).length;
  }

  #release(model: Feed): Release | undefined {
    const now = Date.now();
    if (this.releaseId) return findRelease(model, this.releaseId, this.wantedLanguages, now);
    const items = model.items.filter(
      (release) => isListed(release, now) && releaseDetails(release, model).contacts.length,
    );
    return findRelease({ ...model, items }, '', this.wantedLanguages, now);
  }

  /** The contacts of the release, else those the document gives for all of them. */
  #contacts(model: Feed): readonly Contact[] {
    const release = this.#release(model);
    const own = release ? releaseDetails(release, model).contacts : [];
    return own.length ? own : feedDetails(model).contacts;
  }

  protected heading(): { text: string } {
    return { text: this.locale.msg('Press contact', { id: 'press-contact.heading' }) };
  }

  protected renderReady(model: Feed): TemplateResult {
    const fields = this.fields.length ? this.fields : ALL_FIELDS;
    const language = this.#release(model)?.language ?? model.language;
    const cards = this.#contacts(model).map(
      (contact) => html`
        <li class="item" part="item">
          ${contactCard(contact, {
            language,
            locale: this.locale,
            shows: (field) => fields.includes(field),
            dialling: this.extDial,
            canCopy: !!navigator.clipboard,
            vcard: this.vcard !== 'off',
            onLink: (event, action, value) => this.#onLink(event, action, value),
            onCopy: (value) => void this.#copy(value),
            onDownload: () => this.#download(contact),
          })}
        </li>
      `,
    );
    return html`<ul class="list ${this.layout}" part="list" role="list">
      ${cards}
    </ul>`;
  }

  /** Calling and writing are the reader's own programs: the page may stop it, nothing else is done. */
  #onLink(event: Event, action: Action, value: string): void {
    if (!this.dispatchEvent(new IomActionEvent(action, value))) event.preventDefault();
  }

  async #copy(value: string): Promise<void> {
    if (!this.dispatchEvent(new IomActionEvent('copy', value))) return;
    this.copied = '';
    try {
      await navigator.clipboard.writeText(value);
      this.copied = value;
    } catch (error) {
      console.warn('<iom-press-contact> the clipboard refused', error);
    }
  }

  #download(contact: Contact): void {
    const name = vcardFileName(contact);
    if (!this.dispatchEvent(new IomActionEvent('vcard', name))) return;
    const url = URL.createObjectURL(new Blob([vcard(contact)], { type: 'text/vcard;charset=utf-8' }));
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000); // some browsers read it well after the click
  }

  protected override readyStatus(model: Feed): string {
    const { msg, language } = this.locale;
    if (this.copied) return msg(str`Copied: ${this.copied}`, { id: 'press-contact.copied' });
    const count = this.count(model);
    const n = formatNumber(language, count);
    return choosePlural(language, count, {
      zero: () => msg('No press contacts', { id: 'press-contact.count.zero' }),
      one: () => msg('1 press contact', { id: 'press-contact.count.one' }),
      two: () => msg('2 press contacts', { id: 'press-contact.count.two' }),
      few: () => msg(str`${n} press contacts`, { id: 'press-contact.count.few' }),
      many: () => msg(str`${n} press contacts`, { id: 'press-contact.count.many' }),
      other: () => msg(str`${n} press contacts`, { id: 'press-contact.count.other' }),
    });
  }

  protected renderEmpty(model: Feed): TemplateResult {
    const words = this.locale.msg('No press contact is given.', { id: 'press-contact.empty' });
    const { homePageUrl, title = homePageUrl! } = model;
    return html`<div class="notice" part="notice">
      <p>${words}</p>
      ${homePageUrl ? this.link(homePageUrl, feedDetails(model).publisher?.name ?? title) : nothing}
    </div>`;
  }

  protected renderSkeleton(): TemplateResult {
    return html`<div class="list ${this.layout}"><div class="item bone bone-card"></div></div>`;
  }
}

define('iom-press-contact', IomPressContact);

declare global {
  interface HTMLElementTagNameMap {
    'iom-press-contact': IomPressContact;
  }
}
