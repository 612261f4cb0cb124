/** What <iom-news-list> shows of a release besides its title, by fields and layout, and what it does with markup. */
import { expect } from '@open-wc/testing';
import type { IomNewsList } from '../../src/index.js';
import { feedOf, MARKUP, type ReleaseDocument, releases } from '../fixtures/releases.js';
import { parts, showNews, texts, tidy } from './harness.js';

const one = async (release: ReleaseDocument, attributes = ''): Promise<HTMLElement> =>
  parts(await showNews(feedOf(release), attributes), 'item')[0]!;
const inItem = (item: Element, part: string) => item.querySelector<HTMLElement>(`[part~="${part}"]`);
const said = (item: Element, part: string) => tidy(inItem(item, part)?.textContent);

describe('<iom-news-list>', () => {
  describe('fields', () => {
    const EVERYTHING = {
      ...releases.pictured,
      language: 'fr',
      _iom: { ...releases.pictured._iom, dateline: { text: 'Arden' } },
    };
    const FIELDS = { date: 'date', dateline: 'dateline', type: 'type', excerpt: 'excerpt', image: 'image' };
    const shown = (item: Element) =>
      Object.entries(FIELDS).flatMap(([field, part]) => (inItem(item, part) ? [field] : [])); // prettier-ignore

    for (const field of Object.keys(FIELDS)) {
      it(`fields="${field}" shows this and the title`, async () => {
        const item = await one(EVERYTHING, `fields="${field}"`);
        expect(shown(item)).to.deep.equal([field]);
        expect(said(item, 'title')).to.equal(EVERYTHING.title);
        expect(said(item, 'meta')).not.to.contain('Available');
      });
    }

    it('fields="languages"', async () => {
      const item = await one(EVERYTHING, 'fields="languages"');
      expect(shown(item)).to.be.empty;
      expect(said(item, 'meta')).to.contain('Available in French');
    });

    it('several, with spaces or commas; what is no field is ignored', async () => {
      expect(shown(await one(EVERYTHING, 'fields="date, type nothing"'))).to.deep.equal(['date', 'type']);
    });

    /** What each layout shows by default. */
    const layouts: Record<IomNewsList['layout'], string[]> = {
      list: ['date', 'dateline', 'type', 'excerpt'],
      cards: ['date', 'dateline', 'type', 'excerpt'],
      compact: ['date'],
      headlines: [],
    };
    for (const [layout, fields] of Object.entries(layouts)) {
      it(`layout="${layout}" shows ${fields.join(' ') || 'the title alone'}`, async () => {
        expect(shown(await one(EVERYTHING, `layout="${layout}"`))).to.deep.equal(fields);
      });
    }

    it('an unknown layout is a list', async () => {
      expect(shown(await one(EVERYTHING, 'layout="carousel"'))).to.deep.equal(layouts.list);
    });

    it('a picture has its words, its credit and no more of a referrer than needed', async () => {
      const img = (await one(releases.pictured, 'fields="image"')).querySelector('img')!;
      expect(img.alt).to.equal('Two white boats at a quay');
      expect(img.loading).to.equal('lazy');
      expect(img.referrerPolicy).to.equal('no-referrer');
      expect(said(img.closest('li')!, 'credit')).to.equal('Photo: A. Example');
      expect(img.getBoundingClientRect().height, 'room is kept for it').to.be.above(20);
    });
  });

  describe('hostile content', () => {
    it('stays text, in every place where it can come', async () => {
      const list = await showNews(
        feedOf(releases.hostile),
        'fields="date dateline type excerpt image languages"',
      );
      const item = parts(list, 'item')[0]!;
      expect(said(item, 'title')).to.contain('<b>bold</b> &amp;');
      for (const part of ['excerpt', 'dateline', 'notice', 'credit'])
        expect(said(item, part), part).to.contain('<b>');
      expect(item.querySelectorAll('b, script, [onerror]')).to.be.empty;
      expect(item.querySelectorAll('img')).to.have.length(1);
      expect(item.querySelector('img')!.alt).to.equal(`Alt ${MARKUP}`);
      expect(window).not.to.have.property('hacked');
    });

    it('an address that is none makes no link', async () => {
      const item = await one(releases.hostileAddress);
      expect(said(item, 'title')).to.equal(releases.hostileAddress.title);
      expect(item.querySelector('a[href^="javascript" i]')).to.equal(null);
    });

    it('the title of the feed stays text as well', async () => {
      const list = await showNews({ ...feedOf(releases.undated), title: MARKUP });
      expect(texts(list, 'heading')).to.deep.equal([tidy(MARKUP)]);
    });
  });
});
