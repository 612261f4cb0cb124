/** Sees what hostile content has done to a page; the same eyes look at the library and at a careless renderer. */
import { RICH_ATTRIBUTES, RICH_TAGS } from '../../src/model/rich.js';

/** What a payload calls: it tells its number to the page, from whatever frame. */
export const codeFor = (number: number): string => `top.__pwned(${number})`;

export interface Detector {
  /** The numbers of the payloads that ran since it was last asked. */
  executed(): Set<number>;
  /** Errors that nobody caught since it was last asked. */
  errors(): string[];
  stop(): void;
}

export function watch(): Detector {
  let ran = new Set<number>();
  let errors: string[] = [];
  const page = window.top as unknown as Record<string, unknown>;
  page.__pwned = (number: number) => void ran.add(number);
  const failed = (event: Event) => {
    const { reason, message } = event as Event & { reason?: unknown; message?: string };
    errors.push(String(message ?? reason));
  };
  addEventListener('error', failed);
  addEventListener('unhandledrejection', failed);
  const taken = <T>(value: T, reset: () => void): T => {
    reset();
    return value;
  };
  return {
    executed: () => taken(ran, () => (ran = new Set())),
    errors: () => taken(errors, () => (errors = [])),
    stop() {
      delete page.__pwned;
      removeEventListener('error', failed);
      removeEventListener('unhandledrejection', failed);
    },
  };
}

const elementsOf = (root: ParentNode): Element[] => [...root.querySelectorAll('*')];
const SAFE = /^(?:https?|mailto|tel|webcal):/;
/** Attributes whose value is an address; a mere fragment is none. */
const ADDRESS = /^(?:href|src|xlink:href|data|action|formaction|poster|background|cite)$/;

/** Does what a reader might do: every handler gets its event, and every odd link a click. */
export function provoke(root: ParentNode): void {
  for (const element of elementsOf(root)) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2)));
      if (name === 'href' && value && !SAFE.test(value)) (element as HTMLElement).click?.();
    }
  }
}

/** Names of what is in a tree: `a`, `a[href]`. */
export const namesIn = (root: ParentNode): Set<string> =>
  new Set(
    elementsOf(root).flatMap(({ localName, attributes }) => [
      localName,
      ...[...attributes].map(({ name }) => `${localName}[${name}]`),
    ]),
  );

/** Names that the allow-list of bodies knows, and those that the renderer adds. */
export const allowedInBodies: ReadonlySet<string> = new Set(
  RICH_TAGS.flatMap((tag) => [
    tag,
    ...[...RICH_ATTRIBUTES, 'rel', 'target', 'part', 'loading', 'decoding', 'referrerpolicy'].map(
      (name) => `${tag}[${name}]`,
    ),
  ]),
);

/** What is in a tree and must not be. */
export function forbidden(root: ParentNode, allowed: ReadonlySet<string>): string[] {
  return elementsOf(root).flatMap((element) => {
    const { localName, namespaceURI, attributes } = element;
    const own = namespaceURI === 'http://www.w3.org/1999/xhtml' ? localName : `${namespaceURI}:${localName}`;
    const found = allowed.has(own) ? [] : [own];
    for (const { name, value } of attributes) {
      const isAddress = ADDRESS.test(name) && !SAFE.test(value);
      const isBadSource = name === 'src' && !value.startsWith('http');
      if (!allowed.has(`${own}[${name}]`)) found.push(`${own}[${name}]`);
      else if (isAddress || isBadSource) found.push(`${own}[${name}=${value.slice(0, 40)}]`);
    }
    return found;
  });
}

const MARKS = /[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/; // eslint-disable-line no-control-regex
/** Characters that turn a line around, in what is read. */
export const spoofed = (root: Node): string[] =>
  MARKS.test(root.textContent ?? '') ? ['a control character'] : [];

/** Addresses on other hosts that a window has asked for, as far as no picture is shown. */
export const requests = (from: Performance = performance): string[] =>
  from
    .getEntriesByType('resource')
    .filter((entry) => (entry as PerformanceResourceTiming).initiatorType !== 'img')
    .map(({ name }) => name)
    .filter((name) => /^(?!data:|blob:|about:)/.test(name) && new URL(name).host !== location.host);

/** A careless renderer, in frames of its own: what a page does that trusts its feed. */
export async function naively(markup: readonly string[], perFrame = 16): Promise<string[]> {
  const frames: HTMLIFrameElement[] = [];
  for (let i = 0; i < markup.length; i += perFrame) {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin'); // it cannot take the page away
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await Promise.race([loaded, pause(100)]);
    frames.push(frame);
    markup.slice(i, i + perFrame).forEach((html) => insert(frame, html));
  }
  await pause(300);
  const asked = frames.flatMap((frame) => {
    try {
      return requests(frame.contentWindow!.performance);
    } catch {
      return []; // it has gone elsewhere
    }
  });
  frames.forEach((frame) => frame.remove());
  return asked;
}

function insert(frame: HTMLIFrameElement, html: string): void {
  try {
    const { body } = frame.contentDocument!;
    const box = frame.contentDocument!.createElement('div');
    body.append(box);
    box.append(frame.contentDocument!.createRange().createContextualFragment(html));
    provoke(box);
  } catch {
    // a payload has broken the frame it is in
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
