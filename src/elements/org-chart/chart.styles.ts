import { css } from 'lit';

/** As a chart from the top down: the top spreads, and what is below hangs under its unit. */
export const chart = css`
  .chart {
    min-inline-size: 44rem;
  }
  @media screen {
    @container chart (inline-size >= 40rem) {
      .canvas:not(.list) {
        .tree {
          display: grid;
          grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
          align-items: start;
          gap: 1rem;
        }
        .tree > .unit + .unit {
          margin: 0;
        }
        .single {
          display: block;
          inline-size: max-content;
          min-inline-size: 100%;
        }
        .spine > .card {
          inline-size: min(var(--_card) * 1.15, 100%);
          margin-inline: auto;
        }

        .words {
          flex-basis: 100%;
        }
        .spread {
          --_column: clamp(13rem, 100cqi / var(--_across), var(--_card) + 1.5rem);
          position: relative;
          display: grid;
          grid-template-columns: auto auto;
          justify-content: center;
          padding: var(--_drop) 0 0;
        }
        .spread[hidden] {
          display: none;
        }
        .spread::before {
          content: '';
          inset-block-start: 0;
          inset-inline-start: 50%;
          block-size: var(--_drop);
          border-inline-start-width: 1px;
        }

        /* beside the line, on both its sides */
        .spread > .staff-units {
          position: relative;
          grid-column: 1 / -1;
          display: grid;
          grid-template-columns: repeat(2, minmax(0, calc(var(--_card) + 1.5rem)));
          justify-content: center;
          align-items: start;
          gap: 0.75rem 0;
          padding-block-end: var(--_drop);
        }
        .spread > .staff-units::before {
          content: '';
          inset-block: 0;
          inset-inline-start: 50%;
          border-inline-start-width: 1px;
        }
        .spread > .staff-units > .unit {
          padding: 0;
          padding-inline-end: 1.5rem;
        }
        .spread > .staff-units > .unit:nth-child(even) {
          padding-inline: 1.5rem 0;
        }
        .spread > .staff-units > .unit::before {
          inset-inline: auto 0;
          inline-size: 1.5rem;
          block-size: var(--_elbow);
          border-inline-start-width: 0;
        }
        .spread > .staff-units > .unit:nth-child(even)::before {
          inset-inline: 0 auto;
        }
        .spread > .staff-units > .unit::after {
          content: none;
        }

        /* side by side */
        .spread > .line-units:not(.grid) {
          display: flex;
          align-items: start;
        }
        .spread > .line-units:not(.grid) > .unit {
          flex: none;
          inline-size: var(--_column);
          padding: var(--_drop) 0.75rem 0;
        }
        .spread > .line-units:not(.grid) > .unit::before,
        .spread > .line-units:not(.grid) > .unit::after {
          content: '';
          inset-block: 0 auto;
          inline-size: 50%;
          block-size: var(--_drop);
          border-width: 1px 0 0;
        }
        .spread > .line-units:not(.grid) > .unit::after {
          inset-inline-start: 50%;
          border-inline-start-width: 1px;
        }
        .spread > .line-units > .unit:first-child::before {
          border-block-start-width: 0;
        }
        .spread > .line-units:last-child > .unit:last-child::after {
          border-block-start-width: 0;
        }
        .spread > .line-units:not(:last-child) > .unit:last-child:not(:first-child)::after {
          border-block-start-style: dashed;
        }

        /* one at each level: the line goes straight down, and the next row may be a wide one */
        .chain {
          display: block;
        }
        .chain > .line-units:not(.grid) > .unit {
          flex: 1 0 100%;
          padding-inline: 0;
        }
        .chain > .line-units:not(.grid) > .unit:not(.spine) > .card {
          inline-size: var(--_card);
          margin-inline: auto;
        }

        /* independent offices share the last column */
        .spread > .independent-units {
          position: relative;
          inline-size: var(--_column);
          padding: var(--_drop) 0.75rem 0;
        }
        .spread > .independent-units::before {
          content: '';
          inset-block-start: 0;
          inline-size: calc(0.75rem + 1px);
          block-size: var(--_drop);
          border-style: dashed;
          border-block-start-width: 1px;
          border-inline-end-width: 1px;
        }
        .spread > .independent-units > .unit:first-child {
          padding-block-start: 0;
        }
        .spread > .independent-units > .unit:first-child::before {
          block-size: var(--_elbow);
        }
        .spread > .independent-units > .unit:first-child::after {
          inset-block-start: var(--_elbow);
        }

        /* too many for a row */
        .spread > .grid {
          grid-column: 1 / -1;
          inline-size: 100cqi;
          display: grid;
          grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
          align-items: start;
          gap: 1rem;
          margin: 0;
          padding: 1rem;
          border: 1px solid var(--_line);
          border-radius: var(--_radius);
        }
        .spread > .grid::before,
        .spread > .grid::after,
        .spread > .grid > .unit::before,
        .spread > .grid > .unit::after {
          content: none;
        }
        .spread > .grid > .unit {
          padding: 0;
        }
        .spread > .grid > .unit > .card {
          padding: 0.625em 0.875em;
          border-color: var(--_border);
        }
        .spread > .grid > .unit > .card .name {
          font-weight: var(--_weight-heading);
        }
        .spread > .grid + .independent-units {
          grid-column: 1 / -1;
          inline-size: 100cqi;
          display: grid;
          grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
          align-items: start;
          gap: 1rem;
          padding: 1rem;
          border: 1px dashed var(--_line);
          border-block-start: 0;
          border-radius: 0 0 var(--_radius) var(--_radius);
        }
        .spread > .grid + .independent-units::before,
        .spread > .grid + .independent-units > .unit::before,
        .spread > .grid + .independent-units > .unit::after {
          content: none;
        }
        .spread > .grid + .independent-units > .unit {
          padding: 0;
        }

        .bones {
          grid-template-columns: repeat(3, minmax(0, var(--_card)));
          justify-content: center;
          gap: var(--_drop) 1.5rem;
        }
        .bone-card:first-child {
          grid-column: 2;
        }
        .bone-card:nth-child(2) {
          grid-column: 1;
        }
      }
    }
  }
`;
