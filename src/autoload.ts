/**
 * `<script type="module" src="…/iom-widgets.js"></script>`: finds the widgets of a page, now and later, and loads just
 * those. Widgets inside somebody else's shadow root are not looked for: import their module there.
 */
import { widgets } from './manifest.js';

const asked = new Set<string>();

function load(tag: string): void {
  if (asked.has(tag) || !Object.hasOwn(widgets, tag) || customElements.get(tag)) return;
  asked.add(tag);
  widgets[tag]!().catch((error: unknown) => {
    asked.delete(tag); // the next one that is put into the page tries again
    console.warn(`iom-widgets: <${tag}> could not be loaded; the page's own content stays`, error);
  });
}

const undefinedWidgets = Object.keys(widgets)
  .map((tag) => `${tag}:not(:defined)`)
  .join();

function discover(root: Element): void {
  if (root.matches(undefinedWidgets)) load(root.localName);
  for (const { localName } of root.querySelectorAll(undefinedWidgets)) load(localName);
}

discover(document.documentElement);
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) if (node instanceof Element) discover(node);
}).observe(document, { childList: true, subtree: true });
