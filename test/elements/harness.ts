/** What the tests of all elements need: an element in a state, a network that says what a test wants, and eyes. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/index.js';
import type { IomNewsList, IomPressContact, State } from '../../src/index.js';

export type Widget = IomNewsList | IomPressContact;

/** Waits until something holds, with patience for a busy machine. */
export const eventually = (holds: () => boolean, what?: string): Promise<void> =>
  waitUntil(holds, what, { timeout: 15_000 });

/** Waits for a state, and for its picture. */
export async function until<T extends Widget>(element: T, ...states: State[]): Promise<T> {
  const what = () => `<${element.localName}> is ${states.join(' or ')}`;
  await eventually(() => states.includes(element.state), what());
  await element.updateComplete;
  return element;
}

export const settled = <T extends Widget>(element: T): Promise<T> =>
  until(element, 'ready', 'empty', 'error');

/** Puts elements into the page, as text, the way an author writes them. */
export async function page<T extends HTMLElement = IomNewsList>(markup: string): Promise<T> {
  const box = await fixture<HTMLDivElement>(html`<div></div>`);
  box.innerHTML = markup;
  const element = box.querySelector<T>('iom-news-list, iom-press-contact') ?? (box.firstElementChild as T);
  if ('updateComplete' in element) await element.updateComplete;
  return element;
}

/** A list with its document, ready or empty. */
export async function showNews(data: unknown, attributes = '', inside = ''): Promise<IomNewsList> {
  const element = await page(`<iom-news-list ${attributes}>${inside}</iom-news-list>`);
  element.data = data;
  return settled(element);
}

export async function showContact(data: unknown, attributes = '', inside = ''): Promise<IomPressContact> {
  const element = await page<IomPressContact>(
    `<iom-press-contact ${attributes}>${inside}</iom-press-contact>`,
  );
  element.data = data;
  return settled(element);
}

// ---- looking

export const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

export const all = <T extends HTMLElement = HTMLElement>(element: Element, selector: string): T[] => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];

/** The element's parts of a name. */
export const parts = <T extends HTMLElement = HTMLElement>(element: Element, name: string): T[] =>
  all<T>(element, `[part~="${name}"]`);

export const texts = (element: Element, part: string): string[] =>
  parts(element, part).map(({ textContent }) => tidy(textContent));

/** Whether a reader sees it. */
export function isVisible(element: Element | undefined | null): boolean {
  if (!element) return false;
  const { visibility, opacity } = getComputedStyle(element);
  return (
    visibility === 'visible' &&
    opacity !== '0' &&
    [...element.getClientRects()].some((r) => r.width && r.height)
  );
}

/** What sticks out of an element, to either side. */
export function overflowOf(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return all(element, '*')
    .filter((each) => isVisible(each) && !each.closest('[role=status], .visually-hidden'))
    .flatMap((each) => {
      const box = each.getBoundingClientRect();
      const by = Math.round(Math.max(box.right - right, left - box.left));
      return by > 0 ? [`${each.localName}.${each.className} by ${by} px`] : [];
    });
}

/** The button that asks again after a failure. */
export const retryButton = (element: Element): HTMLButtonElement | undefined =>
  all<HTMLButtonElement>(element, '[part~="notice"] button')[0];

// ---- the network

export interface Asked {
  readonly url: string;
  readonly signal: AbortSignal;
}
export type Answer = (asked: Asked) => Response | Promise<Response>;

export interface Network {
  /** All requests so far. */
  readonly asked: Asked[];
  answer: Answer;
  restore(): void;
}

/** Stands in for the network: nothing leaves the page. */
export function stubNetwork(answer: Answer): Network {
  const real = window.fetch;
  const network: Network = { asked: [], answer, restore: () => void (window.fetch = real) };
  window.fetch = async (input, init) => {
    const asked = { url: String(input instanceof Request ? input.url : input), signal: init!.signal! };
    network.asked.push(asked);
    return network.answer(asked);
  };
  return network;
}

export const json = (document: unknown, status = 200): Response =>
  new Response(JSON.stringify(document), { status, headers: { 'content-type': 'application/json' } });

/** As `fetch` does when it is stopped. */
const stopped = (signal: AbortSignal, stop: (reason: unknown) => void): void =>
  signal.addEventListener('abort', () => stop(signal.reason), { once: true });

/** No answer at all. */
export const silence: Answer = ({ signal }) => new Promise((_, reject) => stopped(signal, reject));

/** Headers, half a document, then nothing. */
export const halfAnAnswer: Answer = ({ signal }) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"items": ['));
        stopped(signal, (reason) => controller.error(reason));
      },
    }),
  );

/** An answer that never ends. */
export const flood: Answer = () =>
  new Response(
    new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(100_000).fill(32)),
    }),
  );

/** An answer that waits until the test lets it go. */
export function held(): { answer: Answer; release(response: Response): void } {
  let release!: (response: Response) => void;
  const response = new Promise<Response>((resolve) => (release = resolve));
  return {
    release,
    answer: ({ signal }) =>
      Promise.race([response, new Promise<never>((_, reject) => stopped(signal, reject))]),
  };
}

/** A new address for each test: the page's store keeps what it has read. */
let addresses = 0;
export const freshAddress = (): string => `https://feeds.example.org/${++addresses}.json`;

/** Keeps what a failure tells developers out of the log of the tests, and gives it to the test. */
export function hush(method: 'warn' | 'info'): { said: string[]; restore(): void } {
  const real = console[method];
  const said: string[] = [];
  console[method] = (...words: unknown[]) => void said.push(words.join(' '));
  return { said, restore: () => void (console[method] = real) };
}
