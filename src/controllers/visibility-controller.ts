import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Says once when the element comes near the viewport, or into being in a closed `details` or tab that opens. */
export class VisibilityController implements ReactiveController {
  seen = false;
  readonly #observer: IntersectionObserver;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    onSeen: () => void,
  ) {
    host.addController(this);
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.seen = true;
        this.#observer.disconnect();
        onSeen();
      },
      { rootMargin: '600px' }, // about a screen ahead: there before the reader is
    );
  }

  hostConnected(): void {
    if (!this.seen) this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
