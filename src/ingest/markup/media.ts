/** Pictures, films and downloads, as RSS and Atom share them (Media RSS). */
import type { XmlElement } from '../documents.js';
import { absolute, all, inside, plain, type Scope, trimmed, words } from './xml.js';

export interface RawMedia {
  readonly type: string;
  readonly url: string;
  readonly [field: string]: unknown;
}
export interface RawAttachment {
  readonly url: string;
  readonly mime_type: string | undefined;
  readonly [field: string]: unknown;
}

const ENDINGS: readonly (readonly [type: string, ending: RegExp])[] = [
  ['image', /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)/i],
  ['video', /\.(?:mp4|m4v|webm|mov)(?:[?#]|$)/i],
  ['audio', /\.(?:mp3|m4a|ogg|oga|wav)(?:[?#]|$)/i],
];

function typeOf(medium: string | undefined, mimeType: string | undefined, url: string): string {
  const said = medium?.toLowerCase() ?? mimeType?.split('/')[0]?.toLowerCase() ?? '';
  if (/^(?:image|video|audio)$/.test(said)) return said;
  if (said && said !== 'application') return 'document';
  return ENDINGS.find(([, ending]) => ending.test(url))?.[0] ?? 'document';
}

/** A field of a medium is its own, or the one of what is around it. */
const described = (name: string, ...holders: readonly XmlElement[]): string | undefined =>
  plain(holders.map((one) => words(one, name)).find(Boolean));

function medium(element: XmlElement, around: readonly XmlElement[], scope: Scope): RawMedia | undefined {
  const url = absolute(element.attribute('url') ?? trimmed(element), scope);
  if (!url) return undefined;
  const mimeType = element.attribute('type');
  const holders = [element, ...around];
  const poster = holders.flatMap((one) => all(one, 'media:thumbnail'))[0]?.attribute('url');
  const type = typeOf(element.attribute('medium'), mimeType, url);
  return {
    type,
    url,
    mime_type: mimeType,
    alt: described('media:title', element),
    caption: described('media:description', ...holders),
    credit: described('media:credit', ...holders),
    rights: described('media:copyright', ...holders),
    width: element.attribute('width'),
    height: element.attribute('height'),
    language: element.attribute('lang'),
    ...(type === 'video' && { poster: absolute(poster, scope) }),
  };
}

/** What an item shows. Of a group, whose members are one thing in several forms, the default or else the first. */
export function mediaOf(item: XmlElement, itemScope: Scope): RawMedia[] {
  const scope = inside(itemScope, item);
  const groups = all(item, 'media:group');
  const grouped = groups.flatMap((group) => {
    const members = all(group, 'media:content');
    const chosen = members.find((one) => one.attribute('isDefault') === 'true') ?? members[0];
    return (chosen && medium(chosen, [group, item], scope)) ?? [];
  });
  const alone = all(item, 'media:content').flatMap((one) => medium(one, [item], scope) ?? []);
  const found = [...alone, ...grouped];
  if (found.some(({ type }) => type === 'image')) return found;
  const holders = [item, ...groups, ...all(item, 'media:content')];
  const thumbnail = holders.flatMap((one) => all(one, 'media:thumbnail'))[0];
  const picture = thumbnail && medium(thumbnail, [item], scope);
  return picture ? [...found, { ...picture, type: 'image' }] : found;
}

const count = (written: string | undefined): number | undefined => Number(written) || undefined;

/** `<enclosure>` of RSS has its address in `url`, `<link rel="enclosure">` of Atom in `href`. */
export function attachment(element: XmlElement, scope: Scope): RawAttachment | undefined {
  const url = absolute(element.attribute('url') ?? element.attribute('href'), inside(scope, element));
  if (!url) return undefined;
  return {
    url,
    mime_type: element.attribute('type')?.trim() || undefined,
    title: element.attribute('title'),
    size_in_bytes: count(element.attribute('length')),
  };
}

/** The main picture: of the media, else of the downloads. */
export const mainImage = (
  media: readonly RawMedia[],
  attachments: readonly RawAttachment[],
): string | undefined =>
  media.find(({ type }) => type === 'image')?.url ??
  attachments.find(({ mime_type, url }) => typeOf(undefined, mime_type, url) === 'image')?.url;
