/** As much of a page as the store looks at, and a network that answers when it is told to. */

export const PAGE = 'https://partner.example/news/';

export interface Request {
  readonly url: string;
  readonly init: RequestInit;
  /** Asked for, not answered yet, and still waited for. */
  readonly open: boolean;
  answer(body: BodyInit, init?: ResponseInit): void;
  fail(reason?: Error): void;
}

export interface SeedScript {
  readonly dataset: { readonly iomSeed: string };
  readonly baseURI: string;
  readonly text: string;
}

const events = new EventTarget();
const listening = {
  addEventListener: events.addEventListener.bind(events),
  removeEventListener: events.removeEventListener.bind(events),
};

export const page = {
  requests: [] as Request[],
  seeds: [] as SeedScript[],
  online: true,
  hidden: false,
  /** Whether a request that nobody waits for any more ends, as it does in a browser. */
  aborts: true,

  /** Tells what a window or a document tells. */
  tell(event: Event): void {
    events.dispatchEvent(event);
  },

  reset(): void {
    page.requests = [];
    page.seeds = [];
    page.online = page.aborts = true;
    page.hidden = false;
  },

  seed(address: string, text: string): void {
    page.seeds.push({ dataset: { iomSeed: address }, baseURI: PAGE, text });
  },
};

const open = (url: string, init: RequestInit = {}): Promise<Response> =>
  new Promise((resolve, reject) => {
    const signal = init.signal!;
    let answered = false;
    page.requests.push({
      url,
      init,
      get open() {
        return !answered && !signal.aborted;
      },
      answer(body, response) {
        answered = true;
        resolve(Object.defineProperty(new Response(body, response), 'url', { value: url }));
      },
      fail(reason = new TypeError('Failed to fetch')) {
        answered = true;
        reject(reason);
      },
    });
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => page.aborts && reject(signal.reason as Error));
  });

const globals = {
  fetch: open,
  ...listening,
  document: {
    ...listening,
    baseURI: PAGE,
    querySelectorAll: () => page.seeds,
    get hidden() {
      return page.hidden;
    },
  },
  location: new URL(PAGE),
  navigator: {
    get onLine() {
      return page.online;
    },
  },
};
for (const [name, value] of Object.entries(globals))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
