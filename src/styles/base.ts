import { css } from 'lit';
import { tokens } from './tokens.js';

/** What every element shares: the page's own look, calm type, visible focus, one kind of button and of notice. */
export const baseStyles = [
  tokens,
  css`
    :host {
      display: block;
      container-type: inline-size;
      color: var(--_text);
      font-family: var(--_font);
      line-height: var(--_line-height);
      text-align: start;
    }
    :host([hidden]) {
      display: none;
    }
    * {
      box-sizing: border-box;
      margin: 0;
      padding: 0;
    }
    .base {
      outline: none;
      overflow-wrap: anywhere;
    }
    [part='title'],
    [part='heading'] {
      font-family: var(--_font-heading);
      font-weight: var(--_weight-heading);
      font-size: 1.125em;
      line-height: 1.3;
      text-wrap: pretty;
    }
    [part='heading'] {
      font-size: 1.375em;
      margin-block-end: 0.75em;
    }
    a {
      color: var(--_link);
      text-decoration: underline 1px color-mix(in srgb, currentcolor 45%, transparent);
      text-underline-offset: 0.2em;
    }
    a:hover {
      text-decoration: underline 2px;
    }
    :focus-visible {
      outline: max(2px, 0.15em) solid var(--_focus);
      outline-offset: 0.15em;
      border-radius: calc(var(--_radius) / 2);
    }
    button {
      min-block-size: 2.5em;
      padding: 0.375em 1em;
      border: 1px solid;
      border-radius: var(--_radius);
      background: none;
      color: var(--_accent);
      font: inherit;
      font-weight: 600;
      cursor: pointer;
    }
    button:hover {
      background: var(--_accent);
      color: var(--_on-accent);
    }
    button[aria-disabled='true'] {
      opacity: 0.65;
    }
    .notice {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.75em 1em;
      padding: 0.75em 1em;
      border-inline-start: 0.25em solid var(--_accent);
      background: var(--_surface);
    }
    * + .notice {
      margin-block-start: var(--_space);
    }
    .meta {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75em;
      color: var(--_muted);
      font-size: 0.875em;
    }
    .stack {
      display: grid;
    }
    .stack > * {
      grid-area: 1 / 1;
      min-inline-size: 0;
    }
    .stack > slot {
      display: block;
    }
    .ghost {
      visibility: hidden;
    }
    .bone {
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    /* as high as a heading of one line, with the space below it */
    .bone-heading {
      block-size: 1.79em;
      margin-block-end: 1.03em;
    }
    .new-tab::after {
      content: ' ↗';
    }
    .visually-hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @media print {
      button,
      .ghost {
        display: none;
      }
    }
  `,
];
