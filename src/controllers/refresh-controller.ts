import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Refreshed extends ReactiveControllerHost {
  readonly isConnected: boolean;
  /** Minutes; 0: never. */
  readonly refresh: number;
  reload(): void;
}

const MINUTE = 60_000;
/** What a timer can wait. */
const LONGEST = 2 ** 31 - 1;

/** Asks for the document again every so many minutes, and not while nobody looks at the page. */
export class RefreshController implements ReactiveController {
  #minutes = 0;
  #timer?: ReturnType<typeof setTimeout>;
  #isDue = false;

  constructor(private readonly host: Refreshed) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#start();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    if (this.host.refresh !== this.#minutes && this.host.isConnected) this.#start();
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#isDue = false;
    this.#minutes = this.host.refresh;
    if (!(this.#minutes > 0)) return;
    // not more often than each minute, whatever a page says
    const ms = Math.min(Math.max(this.#minutes, 1) * MINUTE, LONGEST);
    this.#timer = setTimeout(() => {
      this.#isDue = true;
      this.#look();
    }, ms);
  }

  readonly #look = (): void => {
    if (!this.#isDue || document.hidden) return;
    this.#start();
    this.host.reload();
  };
}
