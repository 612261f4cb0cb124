import type { ErrorCode, ResourceError } from '../../model/resource.js';

const OPEN = { bubbles: true, composed: true };

/** Content is on show. */
export class IomLoadEvent extends Event {
  /** How many items or units the document holds for this element. */
  declare readonly count: number;
  /** The language of the element's own words. */
  declare readonly lang: string;
  /** When the document was read, in milliseconds since 1970. */
  declare readonly asOf: number;
  /** Whether no request was made. */
  declare readonly fromCache: boolean;

  constructor(fields: Pick<IomLoadEvent, 'count' | 'lang' | 'asOf' | 'fromCache'>) {
    super('iom-load', OPEN);
    Object.assign(this, fields);
  }
}

/** Content could not be had. What was shown before stays. */
export class IomErrorEvent extends Event {
  /** What kind of failure. */
  declare readonly code: ErrorCode;
  /** Technical text, in English. */
  declare readonly message: string;
  /** The HTTP status, where there was an answer. */
  declare readonly status: number | undefined;
  /** Whether trying again can help. */
  declare readonly retryable: boolean;

  constructor({ code, message, status, retryable }: ResourceError) {
    super('iom-error', OPEN);
    Object.assign(this, { code, message, status, retryable });
  }
}

/** A reader follows a link to a release or a page. Cancel it to navigate otherwise. */
export class IomNavigateEvent extends Event {
  /** Where the link leads. */
  declare readonly url: string;
  /** The release or unit it is about, where there is one. */
  declare readonly id: string | undefined;

  constructor(url: string, id?: string) {
    super('iom-navigate', { ...OPEN, cancelable: true });
    Object.assign(this, { url, id });
  }
}

export type Action =
  | 'copy' | 'cite' | 'print' | 'share' | 'call' | 'mail' | 'vcard' | 'download' | 'expand' | 'collapse' | 'more'
  | 'retry'; // prettier-ignore

/** A reader does something other than follow a link. Cancel it to do something else instead. */
export class IomActionEvent extends Event {
  /** What is about to be done. */
  declare readonly action: Action;
  /** What with: a number dialled, an address, a unit's id. */
  declare readonly value: string;

  constructor(action: Action, value = '') {
    super('iom-action', { ...OPEN, cancelable: true });
    Object.assign(this, { action, value });
  }
}

/** The request to a host is allowed, where the page asks for consent: by the reader, or by `grantConsent()`. */
export class IomConsentEvent extends Event {
  /** The host that may be asked now. */
  declare readonly host: string;

  constructor(host: string) {
    super('iom-consent', OPEN);
    Object.assign(this, { host });
  }
}

declare global {
  interface HTMLElementEventMap {
    'iom-load': IomLoadEvent;
    'iom-error': IomErrorEvent;
    'iom-navigate': IomNavigateEvent;
    'iom-action': IomActionEvent;
    'iom-consent': IomConsentEvent;
  }
}
