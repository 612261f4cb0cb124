/** This library's version; a test holds it against package.json. */
export const VERSION = '0.1.0';

const MARK = Symbol.for('iom.widgets.version');
let told = false;

/**
 * Defines the element, unless the page has the tag already: a theme and a plugin may each bring a copy of this library.
 * The first one wins and the page is told once.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag) as { [MARK]?: string } | undefined;
  if (!known) {
    Object.defineProperty(element, MARK, { value: VERSION });
    customElements.define(tag, element);
  } else if (!told) {
    told = true;
    console.info(`iom-widgets ${VERSION}: <${tag}> stays as it was defined before, version ${known[MARK]}`);
  }
}
