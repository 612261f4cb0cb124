import { css } from 'lit';
import { chart } from './chart.styles.js';

/** As an indented list: narrow, in print, or where the author wants it. Everything else builds on it. */
const list = css`
  :host {
    --_card: var(--iom-org-chart-card, 19rem);
    --_line: var(--iom-org-chart-line, color-mix(in srgb, currentcolor 50%, transparent));
    --_drop: 1.5em; /* from a card down to the line that joins those below it */
    --_elbow: 1.4em; /* from a card's top to where its line meets it: the middle of its first line of text */
  }
  .viewport {
    overflow-x: auto;
    /* a box that scrolls clips: leave room for rings of focus */
    padding-block: 0.3em;
    margin-block: -0.3em;
  }
  .canvas {
    container: chart / inline-size;
  }
  .tree,
  .units {
    list-style: none;
  }
  .tree > .unit + .unit {
    margin-block-start: 0.75em;
  }
  .unit {
    position: relative;
    min-inline-size: 0;
  }

  .card {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125em 1.25em;
    padding: 0.625em 0.875em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
    break-inside: avoid;
  }
  .tree > .unit > .card {
    border-block-start: 0.25em solid var(--_accent);
    background: var(--_surface);
  }
  .independent > .card {
    border-style: dashed;
    border-color: var(--_line);
  }
  .words {
    flex: 1 1 9.5em;
    display: grid;
    justify-items: start;
    min-inline-size: 0;
  }
  .name {
    display: inline-block;
    min-block-size: 24px; /* as high as a finger needs where it is a link */
    font-weight: var(--_weight-heading);
    line-height: 1.4;
    text-wrap: pretty;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.625em;
    margin-block-start: 0.125em;
    font-size: 0.875em;
    line-height: 1.45;
  }
  .post,
  .also {
    color: var(--_muted);
  }
  .also {
    margin-block-start: 0.25em;
    font-size: 0.8125em;
    line-height: 1.4;
  }

  /* ends the line after the person */
  .head::before {
    content: '';
    order: -1;
    flex-basis: 100%;
  }
  .person {
    order: -2;
  }
  .badge {
    margin-block: 0.125em;
    padding-inline: 0.5em;
    border: 1px solid;
    border-radius: var(--_radius);
    font-size: 0.9em;
    font-weight: 600;
  }

  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: max(24px, 1.75em);
    margin-inline: calc(-0.375em - 1px); /* its words stand in line with the name */
    padding: 0 0.375em;
    border-color: transparent;
    font-size: 0.875em;
    font-weight: 400;
    white-space: nowrap;
  }
  .toggle:hover {
    border-color: currentcolor;
    background: transparent;
    color: var(--_accent);
  }
  /* an arrow down, and up when open: the same in both directions of writing */
  .toggle::after {
    content: '';
    box-sizing: border-box;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid currentcolor;
    border-width: 0 0.125em 0.125em 0;
    rotate: 45deg;
    translate: 0 -0.125em;
  }
  .toggle[aria-expanded='true']::after {
    rotate: 225deg;
    translate: 0 0.125em;
  }

  .branch {
    --_in: 0.875em;
    padding-inline-start: 0.75em;
  }
  .branch.deep {
    --_in: 0.5em;
    padding-inline-start: 0;
  }
  .branch.flat {
    --_in: 0px;
    padding-inline-start: 0;
  }
  .branch[hidden] {
    display: none;
  }
  .units > .unit {
    padding-block-start: 0.5em;
    padding-inline-start: var(--_in);
  }
  /* The lines are borders, which forced colours keep, and lie inside the box of their unit, which may be clipped. */
  .unit::before,
  .unit::after,
  .branch::before,
  .units::before,
  .units::after {
    position: absolute;
    inset-inline-start: 0;
    box-sizing: border-box;
    border: 0 solid var(--_line);
    pointer-events: none;
  }
  .units > .unit::before {
    content: '';
    inset-block-start: 0;
    inline-size: var(--_in);
    block-size: calc(0.5em + var(--_elbow));
    border-block-end-width: 1px;
    border-inline-start-width: 1px;
  }
  .units > .unit::after {
    content: '';
    inset-block: calc(0.5em + var(--_elbow)) 0;
    border-inline-start-width: 1px;
  }
  .units:last-child > .unit:last-child::after,
  .flat > .units > .unit::before,
  .flat > .units > .unit::after {
    content: none;
  }
  .units > .independent::before,
  .units > .independent::after {
    border-style: dashed;
  }

  .columns {
    position: relative;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(8.5em, 100%), 1fr));
    align-items: start;
    margin-block-start: 0.5em;
    margin-inline-start: var(--_in);
    padding: 0.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .columns > .unit {
    padding: 0;
  }
  .columns > .unit > .card {
    padding: 0.25em 0.625em;
    border-color: transparent;
  }
  .columns .name {
    font-weight: inherit;
  }
  .columns > .unit::before,
  .columns > .unit::after {
    content: none;
  }
  .columns::before {
    content: '';
    inset-block-start: calc(-0.5em - 1px);
    inset-inline-start: calc(-1 * var(--_in) - 1px);
    inline-size: var(--_in);
    block-size: calc(0.5em + var(--_elbow));
    border-block-end-width: 1px;
    border-inline-start-width: 1px;
  }
  .columns:not(:last-child)::after {
    content: '';
    inset-block: 0;
    inset-inline-start: calc(-1 * var(--_in) - 1px);
    border-inline-start-width: 1px;
  }

  .orphans {
    margin-block-start: var(--_gap);
    padding: var(--_space);
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
  }
  .orphans [part='title'] {
    margin-block-end: 0.75em;
    font-size: 1em;
  }
  .orphans .tree > .unit > .card {
    border-block-start: 1px solid var(--_border);
    background: none;
  }
  .legend {
    display: flex;
    align-items: center;
    gap: 0.625em;
    margin-block-start: var(--_space);
    color: var(--_muted);
    font-size: 0.8125em;
  }
  .legend::before {
    content: '';
    inline-size: 2em;
    border-block-start: 1px dashed currentcolor;
  }

  .bones {
    display: grid;
    gap: 0.75em;
  }
  .bone-card {
    block-size: 4.5em;
  }
`;

const print = css`
  @media print {
    .viewport {
      overflow: visible;
    }
    .canvas {
      container: none;
      min-inline-size: 0;
    }
    .toggle {
      display: none;
    }
    .link::after {
      content: ' ' attr(href);
      font-size: 0.75em;
      font-weight: 400;
    }
  }
`;

export const orgChartStyles = [list, chart, print];
