import { css } from 'lit';

export const newsListStyles = css`
  .list {
    --_item: 7.5em; /* what a placeholder is high, and a release that has not been drawn yet */
    display: grid;
    align-content: start;
    gap: var(--_gap);
    list-style: none;
  }
  .item {
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_item);
    /* containment clips what sticks out: leave room for the ring of focus */
    padding: 0.25em;
    margin: -0.25em;
  }
  .list:not(.cards) > .item + .item > article {
    border-block-start: 1px solid var(--_border);
    padding-block-start: var(--_gap);
  }
  .bone-item {
    min-block-size: var(--_item);
    background: var(--_surface);
    background-clip: content-box;
  }
  .bone-heading {
    block-size: 2.8em;
  }
  article,
  .words {
    display: grid;
    align-content: start;
    gap: 0.375em var(--_space);
  }
  .meta > :not(:last-child)::after {
    content: '·';
    margin-inline-start: 0.75em;
  }
  .badge {
    color: var(--_accent);
    font-weight: 600;
  }
  .excerpt {
    max-inline-size: var(--_measure);
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
    overflow: hidden;
  }
  .correction {
    max-inline-size: var(--_measure);
    padding-inline-start: 0.75em;
    border-inline-start: 0.1875em solid var(--_accent);
  }
  img {
    inline-size: 100%;
    aspect-ratio: var(--_image-ratio);
    object-fit: cover;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  figcaption {
    color: var(--_muted);
    font-size: 0.75em;
  }
  .actions {
    display: flex;
    align-items: center;
    gap: 1em;
    margin-block-start: var(--_gap);
    font-weight: 600;
  }
  .cards {
    --_item: 14em;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
  }
  .cards > .item {
    position: relative;
    padding: var(--_space);
    margin: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  /* the whole card leads where its title leads; the title stays the only link */
  .cards .link::before {
    content: '';
    position: absolute;
    inset: 0;
  }
  .compact {
    --_item: 3em;
    gap: 1em;
  }
  .headlines {
    --_item: 1.75em;
    gap: 0.75em;
  }
  .list.headlines > .item + .item > article {
    border: 0;
    padding: 0;
  }
  :is(.compact, .headlines) [part='title'] {
    font-size: 1em;
  }
  @container (inline-size >= 36em) {
    .list:not(.cards) article:has(figure) {
      grid-template-columns: 1fr minmax(8em, 30%);
    }
    .list:not(.cards) figure {
      order: 1;
    }
    .compact .words {
      grid-template-columns: 1fr auto;
    }
  }
  @container (inline-size < 24em) {
    .list:not(.cards) {
      --_item: 10.5em;
    }
    .list.compact {
      --_item: 4.5em;
    }
    .list.headlines {
      --_item: 2.75em;
    }
  }
  @media print {
    .item {
      content-visibility: visible;
      break-inside: avoid;
    }
    .link::after {
      content: ' ' attr(href);
      font-size: 0.75em;
      font-weight: 400;
      overflow-wrap: anywhere;
    }
  }
`;
