/** What <iom-news-list> shows of a feed: which releases, in which order and language, and what of each. */
import { expect } from '@open-wc/testing';
import {
  feedOf,
  manyReleases,
  neverListed,
  type ReleaseDocument,
  releases,
  week,
} from '../fixtures/releases.js';
import { all, isVisible, parts, showNews, texts, tidy } from './harness.js';

const { harbour } = releases;
/** The item of one release. */
const one = async (release: ReleaseDocument, attributes = ''): Promise<HTMLElement> =>
  parts(await showNews(feedOf(release), attributes), 'item')[0]!;
const inItem = (item: Element, part: string) => item.querySelector<HTMLElement>(`[part~="${part}"]`);
const said = (item: Element, part: string) => tidy(inItem(item, part)?.textContent);

describe('<iom-news-list>', () => {
  describe('which releases', () => {
    it('five at first; as many as limit says', async () => {
      const list = await showNews(feedOf(...manyReleases(9)));
      expect(parts(list, 'item')).to.have.length(5);
      list.limit = 2;
      await list.updateComplete;
      expect(texts(list, 'title')).to.deep.equal(['Release 1', 'Release 2']);
      list.limit = 20;
      await list.updateComplete;
      expect(parts(list, 'item')).to.have.length(9);
    });

    for (const limit of ['0', '-3', 'many', '']) {
      it(`limit="${limit}" is no number of releases: the default`, async () => {
        expect(parts(await showNews(feedOf(...manyReleases(9)), `limit="${limit}"`), 'item')).to.have.length(
          5,
        );
      });
    }

    it('newest first, undated last, whatever the order of the feed', async () => {
      const { ofADay, ofAMonth, ofAYear, undated, updated } = releases;
      const list = await showNews(
        feedOf(undated, ofAYear, harbour.en, updated, ofAMonth, ofADay),
        'limit="9"',
      );
      const titles = [harbour.en, ofADay, updated, ofAMonth, ofAYear, undated].map(({ title }) => title);
      expect(texts(list, 'title')).to.deep.equal(titles);
    });

    it('never what is withheld, canceled, under embargo, expired, or of a status nobody knows', async () => {
      const list = await showNews(feedOf(...neverListed, releases.undated), 'limit="20"');
      expect(texts(list, 'title')).to.deep.equal([releases.undated.title]);
      expect(list.shadowRoot!.textContent).not.to.match(/Withheld|Canceled|Embargoed|Expired|nobody knows/);
    });

    it('an embargo that has ended, an end that has not come', async () => {
      const _iom = { embargoed_until: '2020-01-01T00:00:00Z', expires: '2999-01-01T00:00:00Z' };
      expect(await one({ ...releases.undated, _iom })).to.exist;
    });

    it('each release once, in the language of the page', async () => {
      for (const language of ['en', 'fr', 'es', 'ar'] as const) {
        const list = await showNews(feedOf(...Object.values(harbour), releases.ofADay), `lang="${language}"`);
        expect(texts(list, 'title')).to.deep.equal([harbour[language].title, releases.ofADay.title]);
      }
    });

    it('one that is not in the language of the page is shown, and says in which it is', async () => {
      const item = await one(releases.frenchOnly);
      expect(said(item, 'meta')).to.contain('Available in French');
      expect(said(item, 'title')).to.equal(releases.frenchOnly.title);
    });

    it('an untitled one takes the first words of its text', async () => {
      expect(said(await one(releases.untitled), 'title')).to.match(
        /^A release without a title says what it has/,
      );
    });
  });

  describe('how', () => {
    it('a list of articles, each with a heading that holds its only link', async () => {
      const list = await showNews(week(), 'limit="20"');
      const [ul, ...others] = all(list, 'ul');
      expect(others).to.be.empty;
      expect(ul!.getAttribute('role')).to.equal('list');
      expect([...ul!.children].every(({ localName }) => localName === 'li')).to.equal(true);
      for (const item of parts(list, 'item')) {
        expect(item.querySelectorAll('article')).to.have.length(1);
        expect(item.querySelector('article')!.parentElement).to.equal(item);
        expect(item.querySelectorAll('a')).to.have.length(1);
        expect(item.querySelector('h3 > a')).to.exist;
      }
    });

    it('the words of a release are marked with its language and direction', async () => {
      const list = await showNews(feedOf(releases.arabicOnly, releases.frenchOnly, releases.ofADay));
      const places = parts(list, 'item').map((item) => {
        const title = inItem(item, 'title')!;
        return [title.closest('[lang]')!.getAttribute('lang'), getComputedStyle(title).direction];
      });
      expect(places).to.deep.equal([['en', 'ltr'], ['fr', 'ltr'], ['ar', 'rtl']]); // prettier-ignore
    });

    it('without a language: the direction of the words themselves', async () => {
      const feed = feedOf({ ...releases.arabicOnly, language: undefined });
      const list = await showNews({ ...feed, language: undefined });
      expect(getComputedStyle(parts(list, 'title')[0]!).direction).to.equal('rtl');
    });

    it('the line of date and place speaks the reader’s language and direction', async () => {
      const meta = inItem(await one(releases.arabicOnly), 'meta')!;
      expect(getComputedStyle(meta).direction).to.equal('ltr');
      expect(meta.closest('[lang]')!.getAttribute('lang')).to.match(/^en/);
      expect(inItem(meta, 'dateline')!.closest('[lang]')!.getAttribute('lang')).to.equal('ar');
    });
  });

  describe('dates', () => {
    const dated: [ReleaseDocument, shown: RegExp, machine: string][] = [
      [harbour.en, /^5 March 2026$/, '2026-03-05T23:30:00-05:00'],
      [{ ...harbour.en, date_published: '2026-03-05T00:30:00+14:00' }, /^5 March 2026$/, '2026-03-05T00:30:00+14:00'],
      [releases.ofADay, /^4 March 2026$/, '2026-03-04'],
      [releases.ofAMonth, /^February 2026$/, '2026-02'],
      [releases.ofAYear, /^2025$/, '2025'],
    ]; // prettier-ignore
    for (const [release, shown, machine] of dated) {
      it(`${machine}: the day as published, and no more than was said`, async () => {
        const time = (await one(release)).querySelector('time')!;
        expect(tidy(time.textContent)).to.match(shown);
        expect(time.dateTime).to.equal(machine);
      });
    }

    it('none where none is given, or where it means nothing', async () => {
      const unknown = { ...releases.undated, date_published: '2026-03-04' };
      for (const release of [releases.undated, unknown, { ...releases.ofADay, date_published: 'soon' }]) {
        const item = await one(release);
        expect(item.querySelector('time'), release.date_published).to.equal(null);
        expect(said(item, 'meta')).not.to.match(/2026|undefined|Invalid|NaN/);
      }
    });

    it('in the Gregorian calendar, whatever calendar the language of the page brings with it', async () => {
      for (const language of ['fa', 'th', 'ar-SA', 'en-u-ca-buddhist', 'fr-u-ca-persian']) {
        expect(said(await one(releases.ofAYear, `lang="${language}"`), 'date')).to.match(/2025|٢٠٢٥|۲۰۲۵/);
      }
    });
  });

  describe('badges', () => {
    it('Corrected, with what was wrong', async () => {
      const item = await one(releases.corrected);
      expect(said(item, 'badge')).to.equal('Corrected');
      expect(said(item, 'notice')).to.contain('The last ferry leaves at 21:40, not at 20:40.');
    });

    it('Updated', async () => {
      const item = await one(releases.updated);
      expect(said(item, 'badge')).to.equal('Updated');
      expect(inItem(item, 'notice')).to.equal(null);
    });

    it('none on others', async () => {
      for (const release of [harbour.en, releases.ofADay, releases.undated]) {
        expect(inItem(await one(release), 'badge')).to.equal(null);
      }
    });

    it('in every layout, whatever the fields', async () => {
      for (const layout of ['list', 'cards', 'compact', 'headlines']) {
        const item = await one(releases.corrected, `layout="${layout}" fields="date"`);
        expect(isVisible(inItem(item, 'badge')), layout).to.equal(true);
        expect(isVisible(inItem(item, 'notice')), layout).to.equal(true);
      }
    });
  });
});
