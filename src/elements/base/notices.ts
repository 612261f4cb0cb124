/**
 * What few pages need: the notices of a saved copy and of consent, and the refresh. It imports no values from the file
 * that loads it, which may have been asked for under another address and would then be there twice.
 */
import type { html as Html, TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';

export { RefreshController as Refresh } from '../../controllers/refresh-controller.js';

interface Host {
  readonly state: string;
  readonly asOf: number | undefined;
  readonly src: string;
  grantConsent(): void;
}

/** What there is to say about the state: nothing, mostly. */
export function notice(
  host: Host,
  html: typeof Html,
  { msg, language }: Pick<LocaleController, 'msg' | 'language'>,
): TemplateResult | undefined {
  if (host.state === 'blocked') return consent(host, html, msg);
  if (host.state !== 'stale') return undefined;
  const date = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    calendar: 'gregory',
  }).format(host.asOf);
  const sentence = msg('Saved copy of {date}', { id: 'base.stale' }).replace('{date}', date);
  return html`<p class="notice" part="notice">${sentence}</p>`;
}

function consent(host: Host, html: typeof Html, msg: LocaleController['msg']): TemplateResult {
  const address = Object.assign(document.createElement('a'), { href: host.src });
  const isWeb = /^https?:$/.test(address.protocol);
  const sentence = msg('This content comes from {host}. It is loaded only if you agree.', {
    id: 'base.consent',
  }).replace('{host}', address.host);
  const words = msg('Open {host}', { id: 'base.consent-link' }).replace('{host}', address.host);
  return html`<div class="notice" part="notice">
    <p>${sentence}</p>
    <button type="button" part="button" @click=${() => host.grantConsent()}>
      ${msg('Load this content', { id: 'base.consent-allow' })}
    </button>
    ${isWeb ? html`<a part="link" href=${address.href} rel="noopener">${words}</a>` : ''}
  </div>`;
}
