import { html, nothing, type TemplateResult } from 'lit';
import type { Rich, RichElement, RichNode } from '../../model/rich.js';

export interface RichOptions {
  /** Level of the heading over the body; its own come under it. 0: no headings at all. */
  readonly level: number;
  /** Where links to pages open. */
  readonly target: '_self' | '_blank';
  /** A reader follows a link; the page may stop it. */
  readonly onFollow: (event: Event, url: string) => void;
  /** Stands after the words of a link that opens elsewhere, and says so. */
  readonly hint?: unknown;
}

interface Context extends RichOptions {
  /** What is added to the number of a heading's element. */
  readonly shift: number;
}

/**
 * A cleaned body as new nodes: every element is written out here, so that what is not cannot be made. No id comes from a
 * document, and so `headers`, which would name one, is left out too.
 */
export function richBody(body: Rich, options: RichOptions): unknown {
  // the first heading is the next level, wherever the publisher began to count
  const shift = options.level + 1 - highest(body);
  return childrenOf(body, { ...options, shift });
}

const HEADING = /^h[2-6]$/;

/** A tree is at most sixty deep. */
const highest = (nodes: readonly RichNode[]): number =>
  nodes.reduce<number>((least, node) => {
    if (typeof node === 'string') return least;
    return Math.min(least, HEADING.test(node.tag) ? Number(node.tag[1]) : highest(node.children));
  }, 6);

const childrenOf = (nodes: readonly RichNode[], context: Context): unknown =>
  nodes.map((node) => (typeof node === 'string' ? node : element(node, context)));

function element(node: RichElement, context: Context): unknown {
  const { lang = nothing, title = nothing } = node.attributes;
  const { value = nothing, start = nothing, datetime = nothing, reversed } = node.attributes;
  const [colspan, rowspan] = [cells(node.attributes.colspan), cells(node.attributes.rowspan)];
  const dir = (node.attributes.dir ?? nothing) as 'auto';
  const scope = (node.attributes.scope ?? nothing) as 'col';
  const inside = childrenOf(node.children, context);
  switch (node.tag) {
    case 'h2': case 'h3': case 'h4': case 'h5': case 'h6': return heading(node, inside, context);
    case 'a': return link(node, inside, context);
    case 'img': return picture(node);
    case 'br': return html`<br />`;
    case 'hr': return html`<hr />`;
    case 'wbr': return html`<wbr />`;
    // blocks
    case 'p': return html`<p lang=${lang} dir=${dir} title=${title}>${inside}</p>`;
    case 'div': return html`<div lang=${lang} dir=${dir} title=${title}>${inside}</div>`;
    case 'blockquote': return html`<blockquote lang=${lang} dir=${dir} title=${title}>${inside}</blockquote>`;
    case 'pre': return html`<pre lang=${lang} dir=${dir} title=${title}>${inside}</pre>`;
    case 'figure': return html`<figure lang=${lang} dir=${dir} title=${title}>${inside}</figure>`;
    case 'figcaption': return html`<figcaption lang=${lang} dir=${dir} title=${title}>${inside}</figcaption>`;
    // lists
    case 'ul': return html`<ul lang=${lang} dir=${dir} title=${title}>${inside}</ul>`;
    case 'ol': return html`<ol lang=${lang} dir=${dir} title=${title} start=${start} ?reversed=${reversed !== undefined}>${inside}</ol>`;
    case 'li': return html`<li lang=${lang} dir=${dir} title=${title} value=${value}>${inside}</li>`;
    case 'dl': return html`<dl lang=${lang} dir=${dir} title=${title}>${inside}</dl>`;
    case 'dt': return html`<dt lang=${lang} dir=${dir} title=${title}>${inside}</dt>`;
    case 'dd': return html`<dd lang=${lang} dir=${dir} title=${title}>${inside}</dd>`;
    // tables
    case 'table': return html`<table lang=${lang} dir=${dir} title=${title}>${inside}</table>`;
    case 'caption': return html`<caption lang=${lang} dir=${dir} title=${title}>${inside}</caption>`;
    case 'colgroup': return html`<colgroup span=${columns(node)}></colgroup>`;
    case 'col': return nothing; // counted there
    case 'thead': return html`<thead lang=${lang} dir=${dir} title=${title}>${inside}</thead>`;
    case 'tbody': return html`<tbody lang=${lang} dir=${dir} title=${title}>${inside}</tbody>`;
    case 'tfoot': return html`<tfoot lang=${lang} dir=${dir} title=${title}>${inside}</tfoot>`;
    case 'tr': return html`<tr lang=${lang} dir=${dir} title=${title}>${inside}</tr>`;
    case 'th': return html`<th lang=${lang} dir=${dir} title=${title} scope=${scope} colspan=${colspan} rowspan=${rowspan}>${inside}</th>`;
    case 'td': return html`<td lang=${lang} dir=${dir} title=${title} colspan=${colspan} rowspan=${rowspan}>${inside}</td>`;
    // words
    case 'q': return html`<q lang=${lang} dir=${dir} title=${title}>${inside}</q>`;
    case 'cite': return html`<cite lang=${lang} dir=${dir} title=${title}>${inside}</cite>`;
    case 'code': return html`<code lang=${lang} dir=${dir} title=${title}>${inside}</code>`;
    case 'kbd': return html`<kbd lang=${lang} dir=${dir} title=${title}>${inside}</kbd>`;
    case 'samp': return html`<samp lang=${lang} dir=${dir} title=${title}>${inside}</samp>`;
    case 'var': return html`<var lang=${lang} dir=${dir} title=${title}>${inside}</var>`;
    case 'em': return html`<em lang=${lang} dir=${dir} title=${title}>${inside}</em>`;
    case 'strong': return html`<strong lang=${lang} dir=${dir} title=${title}>${inside}</strong>`;
    case 'b': return html`<b lang=${lang} dir=${dir} title=${title}>${inside}</b>`;
    case 'i': return html`<i lang=${lang} dir=${dir} title=${title}>${inside}</i>`;
    case 'u': return html`<u lang=${lang} dir=${dir} title=${title}>${inside}</u>`;
    case 's': return html`<s lang=${lang} dir=${dir} title=${title}>${inside}</s>`;
    case 'small': return html`<small lang=${lang} dir=${dir} title=${title}>${inside}</small>`;
    case 'sub': return html`<sub lang=${lang} dir=${dir} title=${title}>${inside}</sub>`;
    case 'sup': return html`<sup lang=${lang} dir=${dir} title=${title}>${inside}</sup>`;
    case 'mark': return html`<mark lang=${lang} dir=${dir} title=${title}>${inside}</mark>`;
    case 'abbr': return html`<abbr lang=${lang} dir=${dir} title=${title}>${inside}</abbr>`;
    case 'dfn': return html`<dfn lang=${lang} dir=${dir} title=${title}>${inside}</dfn>`;
    case 'time': return html`<time lang=${lang} dir=${dir} title=${title} datetime=${datetime}>${inside}</time>`;
    case 'ins': return html`<ins lang=${lang} dir=${dir} title=${title} datetime=${datetime}>${inside}</ins>`;
    case 'del': return html`<del lang=${lang} dir=${dir} title=${title} datetime=${datetime}>${inside}</del>`;
    case 'bdi': return html`<bdi lang=${lang} dir=${dir} title=${title}>${inside}</bdi>`;
    case 'bdo': return html`<bdo lang=${lang} dir=${dir} title=${title}>${inside}</bdo>`;
    case 'span': return html`<span lang=${lang} dir=${dir} title=${title}>${inside}</span>`;
    case 'ruby': return html`<ruby lang=${lang} dir=${dir} title=${title}>${inside}</ruby>`;
    case 'rt': return html`<rt lang=${lang} dir=${dir} title=${title}>${inside}</rt>`;
    case 'rp': return html`<rp lang=${lang} dir=${dir} title=${title}>${inside}</rp>`;
    default: node.tag satisfies never; return nothing; // the compiler sees that none is missing
  } // prettier-ignore
}

// an attribute takes the text of a number as well, but its type does not say so
const cells = (written: string | undefined) => (written ?? nothing) as number | typeof nothing;

/** Nobody styles a single column: the number of them is enough. */
const columns = ({ attributes, children }: RichElement): number =>
  Number(attributes.span) ||
  children.reduce((sum, col) => sum + (typeof col === 'string' ? 0 : Number(col.attributes.span) || 1), 0) ||
  1;

function heading({ tag, attributes }: RichElement, inside: unknown, context: Context): TemplateResult {
  const { lang = nothing, title = nothing } = attributes;
  const dir = (attributes.dir ?? nothing) as 'auto';
  const level = context.level ? Math.min(Number(tag[1]) + context.shift, 6) : 0;
  switch (level) {
    case 2: return html`<h2 lang=${lang} dir=${dir} title=${title}>${inside}</h2>`;
    case 3: return html`<h3 lang=${lang} dir=${dir} title=${title}>${inside}</h3>`;
    case 4: return html`<h4 lang=${lang} dir=${dir} title=${title}>${inside}</h4>`;
    case 5: return html`<h5 lang=${lang} dir=${dir} title=${title}>${inside}</h5>`;
    case 6: return html`<h6 lang=${lang} dir=${dir} title=${title}>${inside}</h6>`;
    default: return html`<p lang=${lang} dir=${dir} title=${title}><strong>${inside}</strong></p>`;
  } // prettier-ignore
}

/** Only a page opens in a tab of its own; a number or a mailbox opens the reader's program. */
function link({ attributes }: RichElement, inside: unknown, options: RichOptions): unknown {
  const { href, lang = nothing, title = nothing } = attributes;
  const dir = (attributes.dir ?? nothing) as 'auto';
  if (!href) return inside;
  const target = /^https?:/.test(href) ? options.target : '_self';
  const follow = (event: Event) => options.onFollow(event, href);
  const hint = target === '_blank' ? options.hint : nothing;
  return html`<a
    part="link"
    href=${href}
    target=${target}
    rel="noopener noreferrer"
    lang=${lang}
    dir=${dir}
    title=${title}
    @click=${follow}
    >${inside}${hint}</a
  >`;
}

function picture({ attributes }: RichElement): unknown {
  const { src, alt = '', width = nothing, height = nothing, lang = nothing, title = nothing } = attributes;
  const dir = (attributes.dir ?? nothing) as 'auto';
  if (!src) return nothing;
  return html`<img
    src=${src}
    alt=${alt}
    width=${width}
    height=${height}
    lang=${lang}
    dir=${dir}
    title=${title}
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
  />`;
}
