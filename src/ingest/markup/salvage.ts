import { parseXml } from '#platform';
import type { XmlElement } from '../documents.js';

const MAX_ITEMS = 2000;
const MAX_TAG = 5000;

/** Where each item begins and ends. One that is not closed has no end. */
function itemsOf(xml: string): { readonly pieces: string[]; readonly first: number; readonly lost: number } {
  const marks = /<(\/?)((?:[\w.-]{1,40}:)?(?:item|entry))(?=[\s/>])/gi;
  const pieces: string[] = [];
  let first = xml.length;
  let lost = 0;
  let open = -1;
  for (let found = marks.exec(xml); found && pieces.length < MAX_ITEMS; found = marks.exec(xml)) {
    const isEnd = found[1] !== '';
    if (open >= 0) {
      if (isEnd) pieces.push(xml.slice(open, xml.indexOf('>', found.index) + 1));
      else lost++;
    }
    first = Math.min(first, found.index);
    open = isEnd ? -1 : found.index;
  }
  return { pieces, first, lost: lost + (open >= 0 ? 1 : 0) };
}

/** What is said before the items, closed as well as can be. */
function headOf(head: string, tag: string, end: string): XmlElement | undefined {
  const channel = /<((?:[\w.-]{1,40}:)?channel)(?=[\s>])/i.exec(head)?.[1];
  const closed = channel ? parseXml(`${head}</${channel}>${end}`) : undefined;
  return closed ?? parseXml(head + end) ?? parseXml(tag + end);
}

/** Of a document that cannot be parsed: what stands before the items, and each item that can. */
export function salvage(xml: string): { readonly root: XmlElement; readonly lost: number } | undefined {
  const tagEnd = xml.indexOf('>') + 1;
  const tag = xml.slice(0, tagEnd);
  const name = /^<([^\s/>]{1,80})/.exec(tag)?.[1];
  if (!name || tag.length > MAX_TAG) return undefined;
  const { pieces, first, lost } = itemsOf(xml);
  const end = `</${name}>`;
  const parsed = pieces.flatMap((piece) => parseXml(tag + piece + end)?.children ?? []);
  const root = headOf(xml.slice(0, Math.max(first, tagEnd)), tag, end);
  if (!root || !parsed.length) return undefined;
  const whole: XmlElement = {
    name: root.name,
    namespace: root.namespace,
    attribute: (one, namespace) => root.attribute(one, namespace),
    children: [...root.children, ...parsed],
  };
  return { root: whole, lost: lost + pieces.length - parsed.length };
}
