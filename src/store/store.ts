import { type Kind, ResourceError, type ResourceKey, type Snapshot } from '../model/resource.js';
import { findSeed } from './seed.js';
import { type Answer, transport } from './transport.js';

export type Listener<K extends Kind = Kind> = (snapshot: Snapshot<K>) => void;

/** A hold on a resource. */
export interface Watch {
  /** Asks again; what is there stays on show meanwhile. */
  reload(): void;
  /** Lets go. The request ends when nobody holds the resource any more. */
  stop(): void;
}

interface Entry {
  readonly key: ResourceKey;
  readonly listeners: Set<Listener>;
  snapshot: Snapshot;
  running?: AbortController;
}

/** How many documents nobody shows any more are kept, for whoever comes back. */
const KEPT = 50;

/** One per page: whatever is shown of one address costs one request. */
export class ResourceStore {
  readonly #entries = new Map<unknown, Entry>();
  readonly #seeds = new Map<string, unknown>();

  /** Tells of what is known, now and at every change, and loads what is not there. */
  watch<K extends Kind>(key: ResourceKey<K>, listener: Listener<K>): Watch {
    const { data, type, format, url } = key;
    const name = data ?? `${type.kind} ${format} ${url}`;
    const entry: Entry = this.#entries.get(name) ?? {
      key,
      listeners: new Set(),
      snapshot: { status: 'pending' },
    };
    this.#entries.set(name, entry);
    const tell = listener as Listener;
    entry.listeners.add(tell);
    if (entry.running) tell(entry.snapshot);
    else if (entry.snapshot.status === 'ready') tell({ ...entry.snapshot, fromCache: true });
    else this.#load(entry);
    return {
      reload: () => entry.running ?? this.#load(entry, true),
      stop: () => {
        if (!entry.listeners.delete(tell) || entry.listeners.size) return;
        entry.running?.abort();
        entry.running = undefined;
        // failures are never kept; of what succeeded, some
        if (entry.snapshot.status !== 'ready' || this.#entries.size > KEPT) this.#entries.delete(name);
      },
    };
  }

  /** Puts a document in the place of every request for an address. It is cleaned like any other. */
  seed(url: string, data: unknown): void {
    this.#seeds.set(url, data);
  }

  #load(entry: Entry, again = false): void {
    const running = (entry.running = new AbortController());
    const tell = (snapshot: Snapshot) => {
      entry.snapshot = Object.freeze(snapshot);
      entry.listeners.forEach((listener) => listener(snapshot));
    };
    const show = (saved: Snapshot) => {
      if (entry.running === running && !entry.snapshot.model) tell({ ...saved, status: 'pending' });
    };
    tell({ ...entry.snapshot, status: 'pending' });
    void this.#read(entry.key, again, running.signal, show)
      .catch((error: unknown): Snapshot => ({ ...entry.snapshot, status: 'failed', error: asError(error) }))
      .then((snapshot) => {
        if (entry.running !== running) return; // nobody waits for it any more
        entry.running = undefined;
        tell(snapshot);
        if (snapshot.error?.code === 'offline') {
          const load = () => entry.listeners.size && (entry.running ?? this.#load(entry));
          addEventListener('online', load, { once: true });
        }
      });
  }

  /** What helps only after a failure, or only who wants copies saved, is loaded then. */
  async #read(
    key: ResourceKey,
    again: boolean,
    signal: AbortSignal,
    show: (saved: Snapshot) => void,
  ): Promise<Snapshot> {
    const { data, url, type, format, timeout, cache = 'memory' } = key;
    // what the page was written with may be old by the time somebody asks again
    const seed = data ?? this.#seeds.get(url) ?? (again ? undefined : findSeed(url));
    const isAsked = seed === undefined;
    const shelf = isAsked && cache !== 'memory' ? import('./cache.js').catch(() => undefined) : undefined;
    const shown = shelf?.then((copies) => copies?.recall(key)).then((saved) => saved && show(saved));
    const attempt = async (): Promise<Snapshot> => {
      const answer = isAsked ? await transport(url, { signal, timeout }) : { bytes: seed, url };
      const { model, warnings } = await type.ingest(answer.bytes, { ...answer, format });
      void shelf?.then((copies) => copies?.save(key, answer as Answer));
      return { status: 'ready', model, warnings, asOf: Date.now(), fromCache: !isAsked };
    };
    try {
      return await attempt();
    } catch (error) {
      await shown;
      const failure = asError(error);
      void shelf?.then((copies) => copies?.forget(key, failure));
      const { code, retryable } = failure;
      const mayHelp = code === 'parse' || (retryable && /network|http/.test(code));
      if (!isAsked || signal.aborted || !mayHelp) throw failure;
      const { retry } = await import('./retry.js').catch(() => Promise.reject(failure));
      return await retry(attempt, failure, key, signal);
    }
  }
}

const asError = (error: unknown): ResourceError =>
  error instanceof ResourceError ? error : new ResourceError('parse', String(error));

const NAME = Symbol.for('iom.widgets.store/1'); // the digit: the model's major version

/** The page's store: two copies of this library (a theme's and a plugin's) share it. */
export const pageStore = (): ResourceStore => {
  const page = globalThis as { [NAME]?: ResourceStore };
  return (page[NAME] ??= new ResourceStore());
};

/**
 * Gives the page's widgets a document in place of the request for an address: for CMS plugins, stories and tests.
 *
 * @param url the address as a widget names it, resolved against the page
 * @param data the document, as an object or as text
 */
export function seed(url: string, data: unknown): void {
  pageStore().seed(new URL(url, document.baseURI).href, data);
}
