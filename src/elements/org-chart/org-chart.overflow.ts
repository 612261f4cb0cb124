import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Follows whether what is in a box is wider than the box: only then must it be reachable by keyboard and have a name. */
export class OverflowController implements ReactiveController {
  overflows = false;

  #observed?: Element;
  #content?: Element;
  #sizes?: ResizeObserver;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly box: () => Element | null | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    const box = this.box() ?? undefined;
    const content = box?.querySelector('ul') ?? undefined;
    if (box === this.#observed && content === this.#content) return;
    this.hostDisconnected();
    [this.#observed, this.#content] = [box, content];
    if (!box || !content) return;
    this.#sizes ??= new ResizeObserver(() => this.#measure());
    this.#sizes.observe(box);
    this.#sizes.observe(content);
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
    this.#observed = this.#content = undefined;
  }

  #measure(): void {
    const box = this.#observed;
    if (!box) return;
    const hidden = box.scrollWidth - box.clientWidth;
    const overflows = hidden > 1;
    if (overflows === this.overflows) return;
    this.overflows = overflows;
    // the top of a chart stands in its middle; to the left of the start is negative where reading goes leftwards
    if (overflows) box.scrollLeft = (getComputedStyle(box).direction === 'rtl' ? -hidden : hidden) / 2;
    this.host.requestUpdate();
  }
}
