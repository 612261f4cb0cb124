import { html, type TemplateResult } from 'lit';
import type { MsgFn } from '../../i18n/localize.js';

export const newTabHint = (msg: MsgFn): TemplateResult =>
  html`<span class="new-tab" aria-hidden="true"></span>
    <span class="visually-hidden">${msg('(opens in a new tab)', { id: 'base.new-tab' })}</span>`;

/** The host of an address as the page means it; none where it is no address. */
export const hostOf = (href: string): string => Object.assign(document.createElement('a'), { href }).host;
