/** Everything that reads other documents than our own: loaded when the first of them comes. */
import { parseXml } from '#platform';
import { ResourceError } from '../model/resource.js';
import { HtmlDocument, TextDocument, XmlDocument } from './documents.js';
import { KNOWN_ROOT, preClean, withoutProlog } from './markup/clean.js';
import { decode } from './markup/decode.js';
import { salvage } from './markup/salvage.js';
import type { Context } from './values.js';

export { moreFormats } from './formats/more.js';

/** How much noise there may be before a document that does not begin as one. */
const NOISE = 2000;

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
  const text = source instanceof Uint8Array ? decode(source, contentType, warn) : source;
  if (typeof text !== 'string') return undefined;
  const written = text.trim(); // a byte order mark counts as white space
  const hasFeed = KNOWN_ROOT.test(written);
  const isMarkup = written.startsWith('<') || (hasFeed && KNOWN_ROOT.test(written.slice(0, NOISE)));
  if (!isMarkup) return written && !written.includes('\0') ? new TextDocument(text) : undefined;
  const content = withoutProlog(written);
  const isPage = /^<html(?=[\s>])/i.test(content) || /^<!doctype html/i.test(written);
  const root = isPage && !hasFeed ? undefined : readXml(content, hasFeed, warn);
  if (root) return new XmlDocument(root);
  if (isPage || !(hasFeed || written.startsWith('<?xml'))) return new HtmlDocument(text);
  throw new ResourceError('parse', 'the XML is not well-formed, and nothing in it can be read');
}

/** Strictly if possible; else with its usual faults repaired; else item by item. */
function readXml(xml: string, hasFeed: boolean, warn: Context['warn']) {
  const strict = parseXml(xml);
  if (strict || !hasFeed) return strict;
  const clean = preClean(xml);
  const repaired = parseXml(clean);
  const saved = repaired ? undefined : salvage(clean);
  const root = repaired ?? saved?.root;
  if (root) warn('cleaned-xml', 'the XML is not well-formed, and was repaired');
  if (saved?.lost) warn('dropped-item', `${saved.lost} items could not be read`);
  return root;
}
