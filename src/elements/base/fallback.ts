import { html, nothing, type TemplateResult } from 'lit';

/**
 * What the page's author wrote inside the tag; else a placeholder of the final height. The page's own content lies
 * over an invisible placeholder, so that nothing moves when the data arrives.
 */
export function renderFallback(
  host: Element & { readonly src: string; readonly headingLevel: number },
  skeleton: false | (() => TemplateResult),
): TemplateResult {
  const own = [...host.childNodes].filter((node) => (node as Element).tagName || node.nodeValue!.trim());
  const slots = own.map((node) => (node as Element).slot);
  const isPlaceheld = host.src && skeleton;
  const hasHeading = !host.headingLevel || slots.includes('heading');
  return html`<div class="stack">
    <slot></slot>
    <div class=${slots.some((slot) => !slot) ? 'ghost' : ''} part="skeleton" aria-hidden="true">
      ${isPlaceheld && !hasHeading ? html`<div class="bone bone-heading"></div>` : nothing}
      ${isPlaceheld ? isPlaceheld() : nothing}
    </div>
  </div>`;
}
