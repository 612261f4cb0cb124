import { css } from 'lit';

export const newsListStyles = css`
  .content {
    display: grid;
    grid-template-rows: 1fr auto;
  }
  .list {
    --_lines: 1.5; /* of a title, as room is kept for it */
    --_line: 1.4625em; /* of a title */
    --_item: 4em; /* a release that has not been drawn yet: no more than its placeholder, or it would push what is below */
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: space-between;
    gap: var(--_gap);
    list-style: none;
  }
  li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_item);
    /* containment clips what sticks out: the ring of focus may */
    overflow-clip-margin: 0.3em;
  }
  .list:not(.cards) > .item + .item > article {
    border-block-start: 1px solid var(--_border);
    padding-block-start: var(--_gap);
  }
  article,
  .words {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
  }
  .correction {
    max-inline-size: var(--_measure);
    padding-inline-start: 0.75em;
    border-inline-start: 0.1875em solid var(--_accent);
  }
  img,
  .no-picture {
    display: block;
    inline-size: 100%;
    aspect-ratio: var(--_image-ratio);
    object-fit: cover;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  figcaption {
    min-block-size: 1.5em;
    color: var(--_muted);
    font-size: 0.75em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1em;
    margin-block-start: var(--_gap);
    font-weight: 600;
  }
  .bone-title {
    block-size: calc(var(--_lines) * var(--_line));
  }
  .bone-meta {
    block-size: 1.3125em;
  }
  .bone-excerpt {
    block-size: 3em;
  }
  .bone-link {
    block-size: 1.5em;
  }
  .bone-button {
    block-size: 2.5em;
  }
  .cards {
    --_lines: 3;
    --_item: 6em;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
  }
  .cards > .item {
    position: relative;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .cards .bone-meta {
    block-size: 2.625em;
  }
  /* the whole card leads where its title leads; the title stays the only link */
  .cards .link::before {
    content: '';
    position: absolute;
    inset: 0;
  }
  .compact,
  .headlines {
    --_line: max(24px, 1.3em); /* a target for a finger */
    --_item: var(--_line);
    gap: 1em;
  }
  .headlines {
    gap: 0.5em;
  }
  .list.headlines > .item + .item > article {
    border: 0;
    padding: 0;
  }
  :is(.compact, .headlines) [part='title'] {
    font-size: 1em;
    line-height: var(--_line);
  }
  .headlines .bone-meta {
    display: none;
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
    .list:is(.compact, .headlines) {
      --_lines: 1;
    }
  }
  @container (inline-size < 36em) {
    .list {
      --_lines: 2;
    }
  }
  @container (inline-size < 24em) {
    .list {
      --_lines: 3;
    }
  }
  @media print {
    li {
      content-visibility: visible;
      break-inside: avoid;
    }
    .ghost {
      display: none;
    }
    .link::after {
      content: ' ' attr(href);
      font-size: 0.75em;
      font-weight: 400;
      overflow-wrap: anywhere;
    }
  }
`;
