import { css } from 'lit';

export const pressContactStyles = css`
  .list {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20em, 100%), 1fr));
    gap: var(--_gap);
    list-style: none;
  }
  address {
    display: grid;
    gap: 0.75em;
    font-style: normal;
  }
  .card > .item {
    padding: calc(var(--_space) * 1.25);
    border: 1px solid var(--_border);
    border-block-start: 0.25em solid var(--_accent);
    border-radius: var(--_radius);
  }
  .card > .bone-card {
    border: 0;
    min-block-size: 15em;
  }
  .list:not(.card) > .bone-card {
    min-block-size: 8em;
  }
  .who {
    display: grid;
    gap: 0.125em;
  }
  [part='meta'] {
    color: var(--_muted);
  }
  img {
    inline-size: 5em;
    aspect-ratio: 1;
    object-fit: cover;
    border-radius: var(--_radius);
  }
  .channels {
    display: grid;
    gap: 0.5em;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(5em, auto) 1fr;
    gap: 0 1em;
    align-items: baseline;
  }
  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
    min-inline-size: 0;
  }
  dd > a {
    padding-block: 0.2em;
    overflow-wrap: anywhere;
  }
  .extension {
    white-space: nowrap;
  }
  .quiet {
    min-block-size: max(24px, 1.75em);
    min-inline-size: 24px;
    padding: 0;
    border-color: transparent;
    font-size: 0.875em;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .inline {
    gap: var(--_space);
    grid-template-columns: 1fr;
  }
  .inline address {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em 1.25em;
  }
  .inline .who,
  .inline .channels {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
  }
  .inline .row {
    display: flex;
    gap: 0.5em;
  }
  .inline .quiet {
    display: none;
  }
  .list.list:not(.card, .inline) {
    grid-template-columns: 1fr;
  }
  .list:not(.card, .inline) > .item + .item {
    padding-block-start: var(--_gap);
    border-block-start: 1px solid var(--_border);
  }

  @container (inline-size < 22rem) {
    .row {
      grid-template-columns: 1fr;
    }
  }
  @media print {
    a[href^='mailto:']::after,
    a[href^='tel:']::after {
      content: none;
    }
  }
`;
