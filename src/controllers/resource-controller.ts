import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Kind, ResourceKey, Snapshot } from '../model/resource.js';
import { pageStore, type Watch } from '../store/store.js';

const IDLE = Object.freeze({ status: 'idle' as const });

/** Ties an element to one resource of the page's store; the latest request wins. */
export class ResourceController<K extends Kind> implements ReactiveController {
  snapshot: Snapshot<K> = IDLE;

  #key?: ResourceKey<K>;
  #watch?: Watch;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly onChange: (snapshot: Snapshot<K>) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#key) this.#watch ??= pageStore().watch(this.#key, (snapshot) => this.#set(snapshot));
  }

  hostDisconnected(): void {
    this.#watch?.stop();
    this.#watch = undefined;
  }

  /** Watches another resource, its address as the author wrote it, or none; the one before is let go, and its answer ignored. */
  request(wanted: ResourceKey<K> | undefined): void {
    const key = wanted && { ...wanted, url: resolve(wanted.url) };
    const known = this.#key;
    if (key?.url === known?.url && key?.data === known?.data && key?.format === known?.format) return;
    this.hostDisconnected();
    this.#key = key;
    if (!key) this.#set(IDLE);
    else if (this.host.isConnected) this.hostConnected();
  }

  reload(): void {
    this.#watch?.reload();
  }

  #set(snapshot: Snapshot<K>): void {
    this.snapshot = snapshot;
    this.onChange(snapshot);
    this.host.requestUpdate();
  }
}

/** An address that cannot be resolved stays as it is written: the store says what is wrong with it. */
function resolve(src: string): string {
  try {
    return new URL(src, document.baseURI).href;
  } catch {
    return src;
  }
}
