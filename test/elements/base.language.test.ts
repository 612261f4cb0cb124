/** Which language an element speaks, and in which direction: through <iom-news-list>. */
import { expect } from '@open-wc/testing';
import type { IomNewsList } from '../../src/index.js';
import { templates as ar } from '../../src/i18n/locales/ar.js';
import { templates as es } from '../../src/i18n/locales/es.js';
import { templates as fr } from '../../src/i18n/locales/fr.js';
import { feedOf, releases, week } from '../fixtures/releases.js';
import { eventually, page, parts, settled, showNews, texts, tidy } from './harness.js';

const WEEK = week();
const { harbour } = releases;
const catalogues: Record<string, Record<string, unknown>> = { ar, es, fr };
/** How the date of the release in four languages begins or ends; its day is the one of its own zone. */
const dates: Record<string, RegExp> = {
  en: /^5 March 2026$/,
  fr: /^5 mars 2026$/,
  es: /^5 de marzo de 2026$/,
  ar: /^[5٥] مارس [2٢][0٠][2٢][6٦]$/,
};
const base = (list: IomNewsList) => parts(list, 'base')[0]!;
const date = (list: IomNewsList) => texts(list, 'date')[0];
/** Resolves when the element speaks a language. */
const speaks = async (list: IomNewsList, language: string): Promise<void> => {
  await eventually(
    () => base(list).lang === language && dates[language]!.test(date(list)!),
    `speaks ${language}`,
  );
};

describe('the language of an element', () => {
  for (const language of ['en', 'fr', 'es', 'ar']) {
    it(`lang="${language}": its words, its dates, its content, its direction`, async () => {
      const list = await showNews(WEEK, `lang="${language}"`);
      await speaks(list, language);
      expect(texts(list, 'title')[0]).to.equal(harbour[language as keyof typeof harbour].title);
      expect(getComputedStyle(base(list)).direction).to.equal(language === 'ar' ? 'rtl' : 'ltr');
      expect(base(list).dir).to.equal(language === 'ar' ? 'rtl' : 'ltr');
      const all = tidy(parts(list, 'link').at(-1)!.textContent);
      expect(all).to.equal(language === 'en' ? 'All press releases' : catalogues[language]!['news-list.all']);
      expect(list.lang, 'what the page wrote').to.equal(language);
      expect(list.hasAttribute('dir')).to.equal(false);
    });
  }

  /** What the page says, and what is spoken. */
  const tags: Record<string, string> = {
    'fr-CA': 'fr', 'FR': 'fr', 'es-419': 'es', 'ar-EG': 'ar', 'en-GB': 'en', 'de': 'en', 'x-klingon': 'en', 'en_US': 'en',
    '': 'en', '!': 'en',
  }; // prettier-ignore
  for (const [tag, spoken] of Object.entries(tags)) {
    it(`lang="${tag}" is answered in ${spoken}`, async () => {
      const list = await showNews(WEEK, `lang="${tag}"`);
      expect(base(list).lang.split('-')[0]).to.equal(spoken);
      expect(texts(list, 'title')[0]).to.equal(harbour[spoken as keyof typeof harbour].title);
    });
  }

  it('follows the language of an ancestor, and its changes', async () => {
    const list = await showNews(WEEK);
    const box = list.parentElement!;
    for (const language of ['fr', 'ar', 'es', 'en']) {
      box.lang = language;
      await speaks(list, language);
      expect(texts(list, 'title')[0]).to.equal(harbour[language as keyof typeof harbour].title);
    }
    list.lang = 'fr';
    await speaks(list, 'fr');
    list.removeAttribute('lang');
    await speaks(list, 'en');
  });

  it('follows the language of the page', async () => {
    const html = document.documentElement;
    const before = html.lang;
    const list = await showNews(WEEK);
    html.lang = 'es';
    await speaks(list, 'es');
    html.lang = before;
    await eventually(() => base(list).lang.startsWith('en'));
  });

  it('changed several times at once: the last one counts', async () => {
    const list = await showNews(WEEK);
    for (const language of ['ar', 'es', 'fr']) list.lang = language;
    await speaks(list, 'fr');
  });

  it('follows the language through shadow roots', async () => {
    const host = await page<HTMLElement>('<div lang="fr"></div>');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<section><iom-news-list></iom-news-list></section>';
    const list = root.querySelector('iom-news-list')!;
    list.data = WEEK;
    await settled(list);
    await speaks(list, 'fr');
    root.querySelector('section')!.lang = 'es';
    await speaks(list, 'es');
    root.querySelector('section')!.removeAttribute('lang');
    host.lang = 'ar';
    await speaks(list, 'ar');
  });

  it('moved into another part of the page it speaks that one’s language', async () => {
    const list = await showNews(WEEK);
    const french = await page<HTMLElement>('<div lang="fr"></div>');
    french.append(list);
    await speaks(list, 'fr');
  });

  it('two lists in two languages on one page', async () => {
    const first = await showNews(WEEK, 'lang="fr"');
    const second = await showNews(WEEK, 'lang="ar"');
    await speaks(first, 'fr');
    await speaks(second, 'ar');
    expect(getComputedStyle(base(first)).direction).to.equal('ltr');
    expect(getComputedStyle(base(second)).direction).to.equal('rtl');
  });

  it('languages="…" says which language’s content is taken, whatever the element speaks', async () => {
    const list = await showNews(WEEK, 'lang="fr" languages="es, ar"');
    await speaks(list, 'fr');
    expect(texts(list, 'title')[0]).to.equal(harbour.es.title);
    list.setAttribute('languages', 'de ar');
    await list.updateComplete;
    expect(texts(list, 'title')[0]).to.equal(harbour.ar.title);
  });

  it('content without a translation says in which language it is', async () => {
    const feed = feedOf(releases.frenchOnly, releases.undated);
    const list = await showNews(feed);
    expect(texts(list, 'meta').join()).to.contain('Available in French');
    list.lang = 'fr';
    await eventually(() => base(list).lang === 'fr');
    expect(texts(list, 'meta')[0]).not.to.match(/français/i);
    expect(texts(list, 'meta')[1], 'of the English one').to.match(/anglais/i);
  });
});
