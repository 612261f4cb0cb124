import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { formatLanguage, formatList } from '../../i18n/intl.js';
import { str } from '../../i18n/localize.js';
import type { Contact, Phone } from '../../model/feed.js';
import { directionOf } from '../../model/text.js';
import type { Action } from '../base/events.js';
import { dialAddress, type ExtensionDialling } from './phone.js';

export type Field = 'name' | 'role' | 'office' | 'mail' | 'phone' | 'languages' | 'hours' | 'photo';

export interface CardOptions {
  /** The language the contact is written in. */
  readonly language: string | undefined;
  readonly locale: LocaleController;
  readonly shows: (field: Field) => boolean;
  readonly dialling: ExtensionDialling;
  readonly canCopy: boolean;
  readonly vcard: boolean;
  readonly onLink: (event: Event, action: Action, value: string) => void;
  readonly onCopy: (value: string) => void;
  readonly onDownload: () => void;
}

/** One contact, as HTML's own element for it. */
export function contactCard(contact: Contact, options: CardOptions): TemplateResult {
  const { shows, language } = options;
  return html`
    <address>
      ${
        shows('photo') && contact.image
          ? html`<img part="image" src=${contact.image} alt="" loading="lazy" referrerpolicy="no-referrer" />`
          : nothing
      }
      <div class="who" lang=${language ?? nothing} dir=${directionOf(language)}>${who(contact, shows)}</div>
      <dl class="channels">
        ${shows('phone') ? contact.phones.map((phone) => phoneRow(phone, options)) : nothing}
        ${shows('mail') ? contact.emails.map((email) => mailRow(email, options)) : nothing}
        ${shows('languages') ? languagesRow(contact, options) : nothing}
        ${shows('hours') ? hoursRow(contact, options) : nothing}
      </dl>
      ${options.vcard ? cardButton(contact, options) : nothing}
    </address>
  `;
}

function who(contact: Contact, shows: CardOptions['shows']): unknown {
  const { name, title, role, unit, organisation } = contact;
  const office = [unit ?? organisation].filter((part) => part && part !== name);
  const shown = name ?? (shows('office') ? undefined : unit);
  return html`
    ${shows('name') && shown ? html`<p part="title">${shown}</p>` : nothing}
    ${shows('role') && (title ?? role) ? html`<p part="meta">${title ?? role}</p>` : nothing}
    ${shows('office') ? office.map((part) => html`<p part="meta">${part}</p>`) : nothing}
  `;
}

function phoneLabel(type: Phone['type'], { msg }: LocaleController): string {
  switch (type) {
    case 'cell': return msg('Mobile', { id: 'press-contact.mobile' });
    case 'fax': return msg('Fax', { id: 'press-contact.fax' });
    case 'whatsapp': return 'WhatsApp';
    case 'text': return msg('Text message', { id: 'press-contact.text-message' });
    default: return msg('Phone', { id: 'press-contact.phone' });
  } // prettier-ignore
}

/** The extension stands apart from the number, in the reader's words; one link dials both. */
function phoneRow(phone: Phone, { locale, dialling, onLink, ...rest }: CardOptions): TemplateResult {
  const address = dialAddress(phone, dialling);
  const { extension, label } = phone;
  const words = extension && locale.msg(str`ext. ${extension}`, { id: 'press-contact.extension' });
  const link = html`<a part="link" href=${address} @click=${(event: Event) => onLink(event, 'call', address)}
    ><bdi dir="ltr">${label}</bdi>${words ? html` <bdi class="extension">${words}</bdi>` : nothing}</a
  >`;
  const copied = extension ? `${label} ${words}` : label;
  return row(phoneLabel(phone.type, locale), link, copyButton(copied, { locale, ...rest }));
}

function mailRow(email: string, { locale, onLink, ...rest }: CardOptions): TemplateResult {
  const link = html`<a
    part="link"
    href="mailto:${email}"
    @click=${(event: Event) => onLink(event, 'mail', email)}
    ><bdi dir="ltr">${email}</bdi></a
  >`;
  const label = locale.msg('E-mail', { id: 'press-contact.mail' });
  return row(label, link, copyButton(email, { locale, ...rest }));
}

function languagesRow({ languages }: Contact, { locale }: CardOptions): TemplateResult | typeof nothing {
  if (!languages.length) return nothing;
  const names = formatList(
    locale.language,
    languages.map((tag) => formatLanguage(locale.language, tag)),
  );
  return row(locale.msg('Languages', { id: 'press-contact.languages' }), names);
}

function hoursRow(
  { hoursText }: Contact,
  { locale, language }: CardOptions,
): TemplateResult | typeof nothing {
  if (!hoursText) return nothing;
  const text = html`<span lang=${language ?? nothing} dir=${directionOf(language)}>${hoursText}</span>`;
  return row(locale.msg('Hours', { id: 'press-contact.hours' }), text);
}

const row = (label: string, value: unknown, action: unknown = nothing): TemplateResult =>
  html`<div class="row">
    <dt>${label}</dt>
    <dd>${value}${action}</dd>
  </div>`;

function copyButton(
  value: string,
  { locale, canCopy, onCopy }: Pick<CardOptions, 'locale' | 'canCopy' | 'onCopy'>,
): TemplateResult | typeof nothing {
  if (!canCopy) return nothing;
  const { msg } = locale;
  return html`<button
    type="button"
    class="quiet"
    part="button"
    aria-label=${msg(str`Copy ${value}`, { id: 'press-contact.copy-value' })}
    @click=${() => onCopy(value)}
  >
    ${msg('Copy', { id: 'press-contact.copy' })}
  </button>`;
}

function cardButton(contact: Contact, { locale, onDownload }: CardOptions): TemplateResult {
  const { msg } = locale;
  const name = contact.name ?? contact.unit ?? contact.organisation ?? '';
  return html`<div class="actions" part="actions">
    <button type="button" part="button" @click=${onDownload}>
      ${msg('Save contact', { id: 'press-contact.save' })}<span class="visually-hidden"> ${name}</span>
    </button>
  </div>`;
}
