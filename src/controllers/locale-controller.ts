import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { usableTag } from '../i18n/intl.js';
import { isLoaded, loadLocale, type Locale, matchLocale, type MsgFn, msgIn } from '../i18n/localize.js';
import { baseLanguage } from '../model/text.js';

/** The nearest `lang`: the element's own, then outwards through shadow roots, as HTML itself inherits it. */
function closestLang(element: Element): string {
  for (
    let node: Node | null = element;
    node;
    node = node instanceof ShadowRoot ? node.host : node.parentNode
  ) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang !== null) return lang;
  }
  return '';
}

const controllers = new Set<LocaleController>();
/** One for the page, whatever the number of widgets. */
let observer: MutationObserver | undefined;

/** Follows the language around an element, and gives it the texts of that language. */
export class LocaleController implements ReactiveController {
  /** The language around the element, as the page says it. */
  tag = '';
  /** The catalogue in use: it changes only once the catalogue has arrived. */
  locale: Locale = 'en';
  /** The language of the element's own words, with the page's region where it is the same language; for `Intl` too. */
  language = 'en';
  msg: MsgFn = msgIn('en');
  /** Resolves when the catalogue asked for last is in use. */
  ready: Promise<void> = Promise.resolve();

  readonly #host: ReactiveControllerHost & Element;
  #wanted: Locale = 'en';

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    observer ??= new MutationObserver(() => controllers.forEach((controller) => controller.refresh()));
    // a change of `lang` anywhere outwards counts, in each shadow root on the way
    for (let node: Node | undefined = this.#host; node; node = (node as ShadowRoot).host) {
      node = node.getRootNode();
      observer.observe(node, { subtree: true, attributeFilter: ['lang'] });
    }
    controllers.add(this);
    this.refresh();
  }

  hostDisconnected(): void {
    controllers.delete(this);
    if (!controllers.size) observer!.disconnect();
  }

  refresh(): void {
    const tag = closestLang(this.#host);
    const wanted = matchLocale(tag);
    if (tag === this.tag && wanted === this.#wanted) return;
    this.tag = tag;
    this.#wanted = wanted;
    const use = () => {
      if (wanted !== this.#wanted) return; // the language has changed again meanwhile
      this.locale = isLoaded(wanted) ? wanted : 'en';
      this.msg = msgIn(this.locale);
      this.language = baseLanguage(tag) === this.locale ? usableTag(tag, this.locale) : this.locale;
      this.#host.requestUpdate();
    };
    if (isLoaded(wanted)) use();
    else this.ready = loadLocale(wanted).then(use);
  }
}
