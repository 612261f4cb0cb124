import { html, type TemplateResult } from 'lit';

/** A heading of the level a page needs; 0 (or anything that is not 2 to 6) is a plain paragraph. */
export function heading(level: number, part: string, content: unknown): TemplateResult {
  switch (level) {
    case 2: return html`<h2 part=${part}>${content}</h2>`;
    case 3: return html`<h3 part=${part}>${content}</h3>`;
    case 4: return html`<h4 part=${part}>${content}</h4>`;
    case 5: return html`<h5 part=${part}>${content}</h5>`;
    case 6: return html`<h6 part=${part}>${content}</h6>`;
    default: return html`<p part=${part}>${content}</p>`;
  } // prettier-ignore
}

/** The level under another one; 0 stays 0. */
export const below = (level: number): number => (level ? Math.min(level + 1, 6) : 0);
