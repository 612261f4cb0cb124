import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { formatDate, formatLanguage } from '../../i18n/intl.js';
import { type MsgFn, str } from '../../i18n/localize.js';
import type { Release } from '../../model/feed.js';
import { noticeOf } from '../../model/release.js';
import { baseLanguage, directionOf } from '../../model/text.js';
import { heading } from '../base/heading.js';
import { kindLabel } from '../base/labels.js';

export type Layout = 'list' | 'cards' | 'compact' | 'headlines';
export type Field = 'date' | 'dateline' | 'type' | 'excerpt' | 'image' | 'languages';

export interface ItemOptions {
  readonly fields: readonly string[];
  readonly level: number;
  readonly locale: LocaleController;
  /** The language the reader would have liked. */
  readonly wanted: string;
  readonly link: (url: string, words: string, id: string) => TemplateResult;
}

/** One release: its title is the only link. */
export function newsItem(release: Release, options: ItemOptions): TemplateResult {
  const { id, title, url, excerpt, language, image } = release;
  const { fields, level, link } = options;
  return html`
    <article lang=${language ?? nothing} dir=${directionOf(language)}>
      ${fields.includes('image') ? picture(image) : nothing}
      <div class="words">
        ${heading(level, 'title', url ? link(url, title, id) : title)} ${meta(release, options)}
        ${
          fields.includes('excerpt') && excerpt && excerpt !== title
            ? html`<p class="excerpt" part="excerpt">${excerpt}</p>`
            : nothing
        }
        ${correction(release, options.locale)}
      </div>
    </article>
  `;
}

/** The line under the title speaks the reader's language; the dateline is the release's own. */
function meta(release: Release, { fields, locale, wanted }: ItemOptions): unknown {
  const { date, dateline, kind, language = wanted } = release;
  const foreign = baseLanguage(language) !== baseLanguage(wanted);
  const parts: Record<string, unknown> = {
    dateline: dateline && html`<span part="dateline" lang=${language}>${dateline}</span>`,
    date: date && html`<time part="date" datetime=${date.value}>${formatDate(locale.language, date)}</time>`,
    type: html`<span part="type">${kindLabel(kind, locale.msg)}</span>`,
    languages: foreign && html`<span part="language">${inLanguage(language, locale)}</span>`,
  };
  const notice = noticeOf(release);
  const shown = Object.keys(parts).flatMap((name) => (fields.includes(name) && parts[name]) || []);
  if (notice) shown.push(html`<span class="badge" part="badge">${badge(notice, locale.msg)}</span>`);
  if (!shown.length) return nothing;
  return html`<div class="meta" part="meta" lang=${locale.language} dir=${directionOf(locale.language)}>
    ${shown}
  </div>`;
}

function inLanguage(tag: string, { msg, language }: LocaleController): string {
  const name = formatLanguage(language, tag);
  return msg(str`Available in ${name}`, { id: 'news-list.in-language' });
}

const badge = (notice: 'corrected' | 'updated', msg: MsgFn): string =>
  notice === 'corrected'
    ? msg('Corrected', { id: 'badge.corrected' })
    : msg('Updated', { id: 'badge.updated' });

/** A correction is shown wherever the release is. */
function correction({ corrections, language }: Release, locale: LocaleController): unknown {
  const latest = corrections.at(-1);
  if (!latest) return nothing;
  const label = locale.msg('Correction:', { id: 'news-list.correction' });
  return html`<p class="correction" part="notice">
    <strong lang=${locale.language}>${label}</strong> <span lang=${language ?? nothing}>${latest.text}</span>
  </p>`;
}

/** Where pictures are asked for, each release has room for one: nothing moves when it comes, or does not. */
const picture = (image: Release['image']): TemplateResult =>
  html`<figure part="image">
    ${
      image
        ? html`<img
            src=${image.url}
            alt=${image.alt ?? ''}
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
          />`
        : html`<div class="no-picture"></div>`
    }
    <figcaption part="credit">${image?.credit}</figcaption>
  </figure>`;

/** The placeholder of one release: as high as most are. */
export const bones = (fields: readonly string[]): TemplateResult =>
  html`<div class="item">
    <article>
      ${fields.includes('image') ? picture(undefined) : nothing}
      <div class="words">
        <div class="bone bone-title"></div>
        <div class="bone bone-meta"></div>
        ${fields.includes('excerpt') ? html`<div class="bone bone-excerpt"></div>` : nothing}
      </div>
    </article>
  </div>`;
