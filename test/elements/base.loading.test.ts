/** When a document is asked for, by whom, how often, and which answer counts: through <iom-news-list>. */
import { expect } from '@open-wc/testing';
import { type IomNewsList, seed } from '../../src/index.js';
import { feedOf, manyReleases, releases } from '../fixtures/releases.js';
import { eventually, freshAddress, held, json, type Network, page, settled, showNews, silence, stubNetwork, texts, until } from './harness.js'; // prettier-ignore

const FEED = feedOf(...manyReleases(2));
const named = (title: string) => feedOf({ ...releases.undated, title });

describe('loading', () => {
  let network: Network;
  beforeEach(() => void (network = stubNetwork(() => json(FEED))));
  afterEach(() => network.restore());

  const eager = (src = freshAddress()) =>
    page(`<iom-news-list src="${src}" loading="eager"></iom-news-list>`);

  it('asks without cookies and without more of a referrer than the origin', async () => {
    let init: RequestInit | undefined;
    const stub = window.fetch;
    window.fetch = (input, options) => stub(input, (init = options));
    await settled(await eager());
    expect(init).to.include({ credentials: 'omit', referrerPolicy: 'strict-origin-when-cross-origin' });
  });

  it('resolves the address against the page', async () => {
    await settled(await eager('releases.json?of=this-page'));
    expect(network.asked[0]!.url).to.equal(new URL('releases.json?of=this-page', document.baseURI).href);
  });

  it('one request for five elements of one address', async () => {
    const markup = `<iom-news-list src="${freshAddress()}" loading="eager"></iom-news-list>`;
    const first = await page(markup.repeat(4) + markup.replaceAll('news-list', 'press-contact'));
    const lists = [...first.parentElement!.children] as IomNewsList[];
    await Promise.all(lists.map((list) => settled(list)));
    expect(lists.filter(({ state }) => state === 'ready')).to.have.length(4); // the feed names no contact
    expect(network.asked).to.have.length(1);
  });

  it('src changed twice while loading: the last one wins, whatever the order of the answers', async () => {
    const answers = [held(), held(), held()];
    const sources = answers.map(() => freshAddress());
    network.answer = (asked) => answers[sources.indexOf(asked.url)]!.answer(asked);
    const list = await page('<iom-news-list loading="eager"></iom-news-list>');
    for (const [i, src] of sources.entries()) {
      list.src = src;
      await eventually(() => network.asked.length === i + 1);
    }
    for (const i of [2, 0, 1]) answers[i]!.release(json(named(`Answer ${i + 1}`)));
    await until(list, 'ready');
    expect(
      network.asked.map(({ signal }) => signal.aborted).slice(0, 2),
      'the first two are stopped',
    ).to.deep.equal([true, true]);
    // an answer that came too late would be drawn by now
    await new Promise(requestAnimationFrame);
    await list.updateComplete;
    expect(texts(list, 'title')).to.deep.equal(['Answer 3']);
  });

  it('a new src after an old one leaves no trace of the old', async () => {
    const list = await settled(await eager());
    network.answer = () => json(named('Another'));
    list.src = freshAddress();
    await eventually(() => texts(list, 'title').join() === 'Another');
    expect(list.state).to.equal('ready');
  });

  it('removing the element stops its request; the request of another stays', async () => {
    network.answer = silence;
    const [one, shared] = [freshAddress(), freshAddress()];
    const lists = await Promise.all([eager(one), eager(shared), eager(shared)]);
    await eventually(() => network.asked.length === 2);
    lists[0].remove();
    lists[1].remove();
    const isStopped = (url: string) => network.asked.find((asked) => asked.url === url)!.signal.aborted;
    await eventually(() => isStopped(one));
    expect(isStopped(shared)).to.equal(false);
    lists[2].remove();
    await eventually(() => isStopped(shared));
  });

  it('taken out and put back: the same content, no second request', async () => {
    const list = await settled(await eager());
    const parent = list.parentElement!;
    for (let times = 0; times < 3; times++) {
      list.remove();
      parent.prepend(list);
    }
    await settled(list);
    expect(texts(list, 'title')).to.deep.equal(['Release 1', 'Release 2']);
    expect(network.asked).to.have.length(1);
  });

  it('taken out while loading and put back: it loads', async () => {
    const { answer } = held();
    network.answer = answer;
    const list = await eager();
    const parent = list.parentElement!;
    list.remove();
    network.answer = () => json(FEED);
    parent.append(list);
    await until(list, 'ready');
  });

  it('a catalogue that arrives when the page speaks another language again is not used', async () => {
    const list = await settled(await eager());
    const part = list.shadowRoot!.querySelector('[part~=base]')!;
    list.lang = 'es'; // no other test of this file needs this catalogue: it is not there yet
    await Promise.resolve(); // the element has noticed
    list.lang = 'en';
    await import('../../src/i18n/locales/es.js');
    await list.updateComplete;
    await new Promise(requestAnimationFrame);
    await list.updateComplete;
    expect(part.getAttribute('lang')).to.equal('en');
    expect(texts(list, 'actions').join()).to.contain('All press releases');
  });

  describe('when', () => {
    /** A list that is not on show, and one after it that is. Once that one has loaded, the first has had its chance. */
    async function inClosedDetails(
      loading: string,
    ): Promise<{ hidden: IomNewsList; isAsked: () => boolean }> {
      const src = freshAddress();
      const closed = `<details><summary>More</summary><iom-news-list src="${src}" ${loading}></iom-news-list></details>`;
      const hidden = await page(
        `${closed}<iom-news-list class="shown" src="${freshAddress()}"></iom-news-list>`,
      );
      await until(document.querySelector<IomNewsList>('iom-news-list.shown')!, 'ready');
      return { hidden, isAsked: () => network.asked.some(({ url }) => url === src) };
    }

    for (const loading of ['', 'loading="lazy"']) {
      it(`${loading || 'by default'}: not in a closed part of the page, but when it opens`, async () => {
        const { hidden, isAsked } = await inClosedDetails(loading);
        expect(isAsked()).to.equal(false);
        expect(hidden.state).to.equal('idle');
        hidden.closest('details')!.open = true;
        await until(hidden, 'ready');
        expect(isAsked()).to.equal(true);
      });
    }

    it('loading="eager": at once, wherever it is', async () => {
      const { hidden } = await inClosedDetails('loading="eager"');
      await until(hidden, 'ready');
    });

    it('lazy turned into eager', async () => {
      const { hidden } = await inClosedDetails('');
      hidden.loading = 'eager';
      await until(hidden, 'ready');
    });
  });

  describe('data', () => {
    it('as an object and as text, without a request', async () => {
      for (const data of [FEED, JSON.stringify(FEED)]) {
        const list = await showNews(data, `src="${freshAddress()}"`);
        expect(list.state).to.equal('ready');
        expect(texts(list, 'title')).to.deep.equal(['Release 1', 'Release 2']);
      }
      expect(network.asked).to.be.empty;
    });

    it('wins over src, before and after; without it src counts again', async () => {
      network.answer = () => json(named('From src'));
      const list = await settled(await eager());
      list.data = named('From data');
      await eventually(() => texts(list, 'title').join() === 'From data');
      list.data = undefined;
      await eventually(() => texts(list, 'title').join() === 'From src');
    });

    it('set before the element is upgraded', async () => {
      const template = document.createElement('template');
      template.innerHTML = '<iom-news-list></iom-news-list>';
      // a template's content belongs to a document in which nothing is defined
      const list = template.content.firstElementChild as IomNewsList;
      list.data = FEED;
      list.limit = 1;
      expect(list.shadowRoot).to.equal(null);
      const box = await page<HTMLElement>('<div></div>');
      box.append(list);
      await until(list, 'ready');
      expect(texts(list, 'title')).to.deep.equal(['Release 1']);
    });

    it('replaced by other data', async () => {
      const list = await showNews(named('One'));
      list.data = named('Two');
      await eventually(() => texts(list, 'title').join() === 'Two');
    });

    it('that cannot be read is an error as from the network', async () => {
      const { warn } = console;
      console.warn = () => {};
      const list = await showNews('<html>');
      console.warn = warn;
      expect(list.error?.code).to.equal('parse');
    });
  });

  describe('what the page brings', () => {
    it('seed(url, data) stands in for the request, relative or absolute', async () => {
      seed('seeded/feed.json', FEED);
      const absolute = freshAddress();
      seed(absolute, JSON.stringify(FEED));
      for (const src of ['seeded/feed.json', absolute]) await until(await eager(src), 'ready');
      expect(network.asked).to.be.empty;
    });

    it('<script data-iom-seed> stands in for the request', async () => {
      const src = freshAddress();
      const script = document.createElement('script');
      script.type = 'application/json';
      script.dataset.iomSeed = src;
      script.textContent = JSON.stringify(named('From the page'));
      document.head.append(script);
      const list = await until(await eager(src), 'ready');
      script.remove();
      expect(texts(list, 'title')).to.deep.equal(['From the page']);
      expect(network.asked).to.be.empty;
    });

    it('a script of another address, or of none, is not taken', async () => {
      const box = await page<HTMLElement>('<div></div>');
      const seeds = [freshAddress(), 'https://', ''].map((address) => `data-iom-seed="${address}"`);
      box.innerHTML = seeds.map((seed) => `<script type="application/json" ${seed}>{}</script>`).join('');
      await until(await eager(), 'ready');
      expect(network.asked).to.have.length(1);
    });
  });
});
