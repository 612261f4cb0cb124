import { textOfHtml } from '#platform';
import { field, isObject } from '../values.js';
import type { Format } from './format.js';

const KINDS = /^(press-release|statement|speech|story|news|media-advisory|briefing-note|notice)s?$/;
const at = (value: unknown, ...path: readonly string[]): unknown => path.reduce(field, value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const words = (value: unknown): string | undefined =>
  typeof value === 'string' ? textOfHtml(value).trim() : undefined;

/** WordPress writes moments in UTC without saying so; those of drafts are zeros. */
const moment = (value: unknown): unknown =>
  typeof value === 'string' && !value.startsWith('0000') ? value.replace(/(?<!Z)$/, 'Z') : undefined;

/** The words of an excerpt, without the dots or the link that its theme put at the end. */
function summaryOf(excerpt: unknown): string | undefined {
  if (typeof excerpt !== 'string') return undefined;
  const link = excerpt.lastIndexOf('<a ');
  const isTail = link >= 0 && /\bmore\b/i.test(excerpt.slice(link).split('>', 1)[0]!);
  return words(isTail ? excerpt.slice(0, link) : excerpt)?.replace(/\s?(?:\[(?:…|\.\.\.)\]|…)$/, '');
}

/** What is embedded, but for what this reader may not see: an error stands there instead. */
const embedded = (post: unknown, name: string): readonly unknown[] =>
  listOf(at(post, '_embedded', name)).filter((one) => Array.isArray(one) || !field(one, 'code'));

function pictureOf(post: unknown): object | undefined {
  const [media] = embedded(post, 'wp:featuredmedia');
  const url =
    field(media, 'source_url') ??
    (field(post, 'jetpack_featured_media_url') || // '' for none
      field(listOf(at(post, 'yoast_head_json', 'og_image'))[0], 'url'));
  if (!url) return undefined;
  return {
    type: 'image',
    url,
    alt: field(media, 'alt_text'),
    caption: words(at(media, 'caption', 'rendered')),
    mime_type: field(media, 'mime_type'),
    width: at(media, 'media_details', 'width'),
    height: at(media, 'media_details', 'height'),
  };
}

function kindOf(post: unknown, terms: readonly unknown[]): unknown {
  const type = field(post, 'type');
  const slugs = [type, ...terms.map((term) => field(term, 'slug'))];
  const known = slugs.map((slug) => KINDS.exec(String(slug).replaceAll('_', '-'))?.[1]).find(Boolean);
  return known;
}

function itemOf(post: unknown): object {
  const link = field(post, 'link');
  const terms = embedded(post, 'wp:term').flat();
  const picture = pictureOf(post);
  const status = field(post, 'status') ?? 'publish';
  return {
    id: at(post, 'guid', 'rendered') ?? link ?? field(post, 'id'),
    url: link,
    title: words(at(post, 'title', 'rendered')),
    summary: summaryOf(at(post, 'excerpt', 'rendered')),
    content_html: at(post, 'content', 'protected') === true ? undefined : at(post, 'content', 'rendered'),
    date_published: moment(field(post, 'date_gmt')) ?? field(post, 'date'),
    date_modified: moment(field(post, 'modified_gmt')) ?? field(post, 'modified'),
    language: field(post, 'lang'), // of the translation plug-ins
    image: field(picture, 'url'),
    tags: terms.map((term) => words(field(term, 'name'))),
    authors: embedded(post, 'author').map((author) => ({ name: field(author, 'name') })),
    _iom: {
      kind: kindOf(post, terms),
      status: status === 'publish' ? 'usable' : 'withheld',
      media: picture,
    },
  };
}

/** Posts, pages or a type of the site's own, from the REST API v2; `_envelope` puts the headers into the body. */
export const wordpress: Pick<Format<'feed'>, 'read'> = {
  read(document, { refuse }) {
    const body = field(document, 'body') ?? document;
    const refused = field(body, 'code');
    if (refused) refuse(`WordPress answered ${String(refused)}: ${String(field(body, 'message'))}`);
    const next = /<([^>]*)>; rel="next"/.exec(String(at(document, 'headers', 'Link') ?? ''))?.[1];
    const posts = isObject(body) ? [body] : listOf(body);
    return {
      next_url: next,
      _iom: { total_items: at(document, 'headers', 'X-WP-Total') },
      items: posts.map(itemOf),
    };
  },
};
