/** <iom-news-list> as it is seen, and as assistive technology meets it: accessible, still, and never too wide. */
import { expect } from '@open-wc/testing';
import { type FeedDocument, feedOf, manyReleases, releases, week } from '../fixtures/releases.js';
import { eventually, freshAddress, held, hush, json, overflowOf, page, parts, showNews, silence, stubNetwork, until } from './harness.js'; // prettier-ignore

const LAYOUTS = ['list', 'cards', 'compact', 'headlines'] as const;
const FALLBACK =
  '<ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li><li><a href="/3">Three</a></li></ul>';
const WIDE: FeedDocument = feedOf(releases.longWord, releases.pictured, releases.corrected, releases.hostile);

describe('<iom-news-list>: layout', () => {
  describe('is accessible', () => {
    for (const layout of LAYOUTS) {
      for (const language of ['en', 'ar']) {
        it(`layout="${layout}" lang="${language}"`, async () => {
          const list = await showNews(
            week(),
            `layout="${layout}" lang="${language}" limit="20" more="button"`,
          );
          list.parentElement!.dir = language === 'ar' ? 'rtl' : 'ltr';
          await expect(list).to.be.accessible();
        });
      }
    }

    it('with everything a list can hold', async () => {
      const attributes =
        'more="button" limit="4" link-target="_blank" fields="date dateline type excerpt image languages"';
      await expect(await showNews(week(), attributes)).to.be.accessible();
    });

    it('on a dark page', async () => {
      const list = await showNews(week(), 'more="button" limit="4"');
      Object.assign(list.parentElement!.style, { colorScheme: 'dark', background: '#111', color: '#eee' });
      await expect(list).to.be.accessible();
    });

    it('idle', async () => {
      await expect(await page(`<iom-news-list>${FALLBACK}</iom-news-list>`)).to.be.accessible();
    });

    for (const inside of ['', FALLBACK]) {
      it(`loading, ${inside ? 'with content of the page' : 'with nothing inside'}`, async () => {
        const network = stubNetwork(silence);
        const list = await page(
          `<iom-news-list src="${freshAddress()}" loading="eager">${inside}</iom-news-list>`,
        );
        await until(list, 'loading');
        await expect(list).to.be.accessible();
        list.remove();
        network.restore();
      });
    }

    it('empty', async () => {
      await expect(await showNews(feedOf())).to.be.accessible();
    });

    it('error', async () => {
      const warnings = hush('warn');
      const list = await showNews('no JSON', '', FALLBACK);
      warnings.restore();
      expect(list.state).to.equal('error');
      await expect(list).to.be.accessible();
    });
  });

  describe('nothing below it moves when the data arrives (browsers that measure it)', () => {
    const canMeasure = PerformanceObserver.supportedEntryTypes.includes('layout-shift');

    /** The sum of all shifts while the data arrives; that it is measured at all is shown by a shift on purpose. */
    async function shiftOf(attributes: string, inside: string): Promise<number> {
      const { answer, release } = held();
      const network = stubNetwork(answer);
      const list = await page(
        `<iom-news-list src="${freshAddress()}" ${attributes}>${inside}</iom-news-list>`,
      );
      list.insertAdjacentHTML('afterend', '<p>What stands below the list.</p>');
      await until(list, 'loading');
      await frames(3);
      const shifts: (PerformanceEntry & { value?: number })[] = [];
      const observer = new PerformanceObserver((entries) => void shifts.push(...entries.getEntries()));
      observer.observe({ type: 'layout-shift' });
      release(json(feedOf(...manyReleases(8))));
      await until(list, 'ready');
      await frames(3);
      const arrived = performance.now();
      list.insertAdjacentHTML('beforebegin', '<p>Something that pushes the list down.</p>');
      await eventually(
        () => shifts.some(({ startTime }) => startTime > arrived),
        'the shift on purpose is seen',
      );
      observer.disconnect();
      network.restore();
      return shifts
        .filter(({ startTime }) => startTime <= arrived)
        .reduce((sum, { value = 0 }) => sum + value, 0);
    }

    const cases: [attributes: string, inside: string][] = [
      ...LAYOUTS.flatMap((layout): [string, string][] => [
        [`limit="4" layout="${layout}"`, ''],
        [`limit="4" layout="${layout}" more="none"`, ''],
      ]),
      ['limit="3"', FALLBACK],
      ['limit="3" more="button"', `<h2>News</h2>${FALLBACK}`],
    ];
    for (const [attributes, inside] of cases) {
      it(`${attributes}${inside && ', with the page’s own list inside'}`, async function () {
        if (!canMeasure) this.skip();
        expect(await shiftOf(attributes, inside)).to.equal(0);
      });
    }
  });

  describe('fits', () => {
    const contents: Record<string, FeedDocument> = {
      'ordinary content': week(),
      'words that cannot be broken': WIDE,
    };
    for (const [name, feed] of Object.entries(contents)) {
      for (const width of [320, 240]) {
        for (const layout of LAYOUTS) {
          it(`${name}, ${width} px, layout="${layout}": nothing sticks out, in either direction`, async () => {
            const fields = 'fields="date dateline type excerpt image languages"';
            const list = await showNews(feed, `layout="${layout}" more="button" limit="3" ${fields}`);
            const box = list.parentElement!;
            box.style.width = `${width}px`;
            for (box.dir of ['ltr', 'rtl']) {
              await frames(1);
              expect(list.getBoundingClientRect().width).to.equal(width);
              expect(overflowOf(list).slice(0, 3).join(), box.dir).to.equal('');
              expect(list.scrollWidth, box.dir).to.be.at.most(width);
            }
          });
        }
      }
    }

    it('targets of a finger are at least 24 px high', async () => {
      const list = await showNews(feedOf(...manyReleases(6)), 'more="button" limit="3" layout="headlines"');
      for (const target of [
        ...parts(list, 'link').map((link) => link.closest('li')!),
        ...parts(list, 'button'),
      ]) {
        expect(target.getBoundingClientRect().height).to.be.at.least(24);
      }
    });
  });
});

async function frames(count: number): Promise<void> {
  while (count--) await new Promise(requestAnimationFrame);
}
