/** What a page's author says to an element: slots, names, headings, registration: through <iom-news-list>. */
import { expect, fixture, html } from '@open-wc/testing';
import { type IomNewsList, IomNewsList as NewsList } from '../../src/index.js';
import { feedOf, manyReleases } from '../fixtures/releases.js';
import {
  all, freshAddress, hush, isVisible, json, type Network, page, parts, retryButton, showNews, stubNetwork, tidy, until,
} from './harness.js'; // prettier-ignore

const FEED = feedOf(...manyReleases(2));
const EMPTY = feedOf();
const slotted = (...names: string[]) => names.map((name) => `<p slot="${name}">In ${name}</p>`).join('');
const seen = (list: IomNewsList) =>
  [...list.children].filter(isVisible).sort((a, b) => top(a) - top(b)).map(({ slot }) => slot); // prettier-ignore
const top = (element: Element) => element.getBoundingClientRect().top;

describe('what the page says to an element', () => {
  describe('slots', () => {
    const ALL = slotted('after', 'footer', 'error', 'empty', 'before', 'heading');

    it('ready: before, heading, footer, after, in this order around the content', async () => {
      const list = await showNews(FEED, '', ALL);
      expect(seen(list)).to.deep.equal(['before', 'heading', 'footer', 'after']);
      const places = ['before', 'heading', 'footer', 'after'].map((name) =>
        top(list.querySelector(`[slot=${name}]`)!),
      );
      const [item] = parts(list, 'item');
      expect(top(item!)).to.be.within(places[1]!, places[2]!);
      expect(parts(list, 'heading').some(isVisible), 'the element’s own heading').to.equal(false);
    });

    it('empty: the page’s own sentence instead of ours', async () => {
      const list = await showNews(EMPTY, '', ALL);
      expect(seen(list)).to.include('empty').and.not.include('error');
      expect(parts(list, 'notice').some(isVisible)).to.equal(false);
    });

    it('error: the page’s own sentence instead of ours, and still a way to try again', async () => {
      const warnings = hush('warn');
      const list = await showNews('no JSON', '', ALL);
      warnings.restore();
      expect(list.state).to.equal('error');
      expect(seen(list)).to.include('error').and.not.include('empty');
      expect(all(list, 'slot[name=error] > *').some(isVisible)).to.equal(false);
      expect(isVisible(retryButton(list))).to.equal(true);
    });

    it('the names of what it shows are the same before there is content', async () => {
      const list = await page(
        `<iom-news-list>${slotted('before', 'footer', 'after')}<b>Own</b></iom-news-list>`,
      );
      expect(seen(list)).to.deep.equal(['before', '', 'footer', 'after']);
    });
  });

  describe('the name of the region', () => {
    const region = (list: IomNewsList) => parts(list, 'base')[0]!;
    const labelled = (list: IomNewsList) =>
      tidy(list.shadowRoot!.getElementById(region(list).getAttribute('aria-labelledby') ?? '-')?.textContent);

    it('is its heading', async () => {
      const list = await showNews(FEED);
      expect(region(list).localName).to.equal('section');
      expect(labelled(list)).to.equal(FEED.title);
    });

    it('or what the page says: label', async () => {
      const list = await showNews(FEED, 'label="News from abroad"');
      expect(region(list).getAttribute('aria-label')).to.equal('News from abroad');
      expect(region(list).hasAttribute('aria-labelledby')).to.equal(false);
      list.label = '';
      await list.updateComplete;
      expect(region(list).hasAttribute('aria-label')).to.equal(false);
      expect(labelled(list)).to.equal(FEED.title);
    });

    it('label before there is content', async () => {
      const list = await page('<iom-news-list label="News"></iom-news-list>');
      expect(region(list).getAttribute('aria-label')).to.equal('News');
    });
  });

  describe('heading-level', () => {
    const levels = (list: IomNewsList) =>
      all(list, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => localName);
    const expected: Record<string, string[]> = {
      '': ['h2', 'h3', 'h3'],
      'heading-level="0"': [],
      'heading-level="2"': ['h2', 'h3', 'h3'],
      'heading-level="3"': ['h3', 'h4', 'h4'],
      'heading-level="4"': ['h4', 'h5', 'h5'],
      'heading-level="5"': ['h5', 'h6', 'h6'],
      'heading-level="6"': ['h6', 'h6', 'h6'],
    };
    for (const [attribute, headings] of Object.entries(expected)) {
      it(`${attribute || 'by default'}: ${headings.join(' ') || 'none'}`, async () => {
        const list = await showNews(FEED, attribute);
        expect(levels(list)).to.deep.equal(headings);
        expect(parts(list, 'title').map(({ textContent }) => tidy(textContent))).to.have.length(2);
      });
    }

    for (const level of ['1', '7', '-1', '2.5', 'two', '']) {
      it(`heading-level="${level}" makes no heading above h2`, async () => {
        const list = await showNews(FEED, `heading-level="${level}"`);
        expect(levels(list)).not.to.include('h1');
        expect(parts(list, 'title')).to.have.length(2);
      });
    }
  });

  it('hidden hides', async () => {
    const list = await showNews(FEED);
    list.hidden = true;
    expect(getComputedStyle(list).display).to.equal('none');
    list.hidden = false;
    expect(isVisible(list)).to.equal(true);
  });

  it('never changes an attribute that the page wrote, nor adds one', async () => {
    const written = 'limit="1" lang="fr" class="a" layout="cards" more="button" heading-level="3"';
    const list = await page(`<iom-news-list ${written}></iom-news-list>`);
    const tag = () => (list.cloneNode() as Element).outerHTML;
    const before = tag();
    list.data = FEED;
    await until(list, 'ready');
    list.limit = 2;
    await list.updateComplete;
    expect(tag()).to.equal(before);
  });

  it('takes part in no form and makes no global', async () => {
    const before = Object.keys(window);
    await showNews(FEED);
    expect(Object.keys(window).filter((name) => !before.includes(name))).to.be.empty;
  });

  describe('used with other tools', () => {
    let network: Network;
    beforeEach(() => void (network = stubNetwork(() => json(FEED))));
    afterEach(() => network.restore());

    it('made by a constructor and by createElement', async () => {
      for (const list of [new NewsList(), document.createElement('iom-news-list')]) {
        expect(list.attributes).to.have.length(0);
        Object.assign(list, { src: freshAddress(), loading: 'eager' });
        const box = await fixture(html`<div></div>`);
        box.append(list);
        await until(list, 'ready');
      }
    });

    it('properties bound by a template', async () => {
      const list = await fixture<IomNewsList>(
        html`<iom-news-list .limit=${1} .data=${FEED}></iom-news-list>`,
      );
      await until(list, 'ready');
      expect(parts(list, 'item')).to.have.length(1);
    });
  });

  it('a second copy of the library changes nothing, throws nothing, and is told of once', async () => {
    const notes = hush('info');
    const first = customElements.get('iom-news-list');
    try {
      for (const element of ['news-list', 'press-contact', 'news-list']) {
        const address = new URL(`../../src/elements/${element}/${element}.ts`, import.meta.url).href;
        await import(/* @vite-ignore */ `${address}?copy=${notes.said.length}`);
        await import(/* @vite-ignore */ `${address}?copy=again`);
      }
    } finally {
      notes.restore();
    }
    expect(customElements.get('iom-news-list')).to.equal(first);
    expect(notes.said).to.have.length(1);
    expect(notes.said[0]).to.match(/iom-widgets \d+\.\d+\.\d+/);
    expect((await showNews(FEED)).state).to.equal('ready');
  });
});
