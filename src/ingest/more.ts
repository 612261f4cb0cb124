/** Everything that reads other documents than our own: loaded when the first of them comes. */
import type { HtmlDocument, TextDocument, XmlDocument } from './documents.js';
import type { Context } from './values.js';

export { moreFormats } from './formats/more.js';

/**
 * A document that is not JSON, from its bytes or its text.
 *
 * @param contentType the answer's Content-Type, whose `charset` is one of the hints
 * @returns nothing where it is empty or binary
 */
export function readDocument(
  source: unknown,
  contentType: string,
  warn: Context['warn'],
): XmlDocument | HtmlDocument | TextDocument | undefined {
  void [source, contentType, warn];
  return undefined;
}
