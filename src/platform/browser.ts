import { BLOCK_TAG, type MarkupNode } from './markup.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string };
}

/** The one policy this library asks of a page that enforces Trusted Types. It only ever feeds inert documents. */
const policy = (() => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    return trustedTypes?.createPolicy('iom-widgets', { createHTML: (html) => html });
  } catch {
    return undefined; // the page's list of policies does not name ours
  }
})();

/** Parses HTML in a document that runs nothing and requests nothing. */
function inert(html: string): HTMLElement | undefined {
  try {
    const trusted = policy ? policy.createHTML(html) : html;
    return new DOMParser().parseFromString(trusted, 'text/html').body;
  } catch {
    // Trusted Types without our policy: the browser's own sanitizing parser needs none, where there is one
    return (Document as { parseHTML?(html: string): Document }).parseHTML?.(html).body;
  }
}

/** The words of some HTML, for a text node; a space between blocks. */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const body = inert(html.replace(BLOCK_TAG, ' <'));
  body?.querySelectorAll('script,style,template,noscript').forEach((element) => element.remove());
  return body?.textContent ?? '';
}

const HTML = 'http://www.w3.org/1999/xhtml';

const wrap = (node: Node): MarkupNode => ({
  get name() {
    if (node.nodeType === Node.TEXT_NODE) return '#text';
    return (node as Element).namespaceURI === HTML ? (node as Element).localName : '#other';
  },
  get text() {
    return node.nodeValue ?? '';
  },
  attribute: (name) => (node as Element).getAttribute(name),
  get children() {
    return Array.from(node.childNodes, wrap);
  },
});

export function parseHtml(html: string): MarkupNode | undefined {
  const body = inert(html);
  return body && wrap(body);
}
