/**
 * THE public design tokens. A page sets them on `html`, on a section or on one tag, and they are inherited:
 *
 *     html { --iom-color-accent: #7a1f3d; --iom-radius: 0; }
 *
 * Every element opens with private aliases (`--_accent`) that hold the defaults, and uses only those below. By default
 * an element takes the page's own font, text colour and colour scheme. Sizes are in em, so that they follow the page's
 * text wherever it sets its size.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    --_font: var(--iom-font, inherit);
    --_font-heading: var(--iom-font-heading, var(--iom-font, inherit));
    --_weight-heading: var(--iom-font-weight-heading, 600);
    --_line-height: var(--iom-line-height, 1.5);
    --_measure: var(--iom-measure, 66ch);
    --_text: var(--iom-color-text, inherit);
    --_muted: var(--iom-color-text-muted, color-mix(in srgb, currentcolor 78%, transparent));
    --_surface: var(--iom-color-surface, color-mix(in srgb, currentcolor 4%, transparent));
    --_border: var(--iom-color-border, color-mix(in srgb, currentcolor 22%, transparent));
    --_accent: var(--iom-color-accent, light-dark(#0033a0, #9db8ff));
    --_on-accent: var(--iom-color-on-accent, light-dark(#fff, #0b1533));
    --_link: var(--iom-color-link, currentcolor);
    --_focus: var(--iom-color-focus, currentcolor);
    --_radius: var(--iom-radius, 0.25em);
    --_space: var(--iom-space, 1em);
    --_gap: var(--iom-gap, 1.5em);
    --_image-ratio: var(--iom-image-ratio, 3 / 2);
  }
`;
