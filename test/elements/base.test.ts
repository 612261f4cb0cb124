/** The states that every data element goes through, and what is shown in each: through <iom-news-list>. */
import { expect, oneEvent } from '@open-wc/testing';
import type { IomErrorEvent, IomLoadEvent, IomNewsList } from '../../src/index.js';
import { feedOf, manyReleases, neverListed, releases } from '../fixtures/releases.js';
import {
  all, freshAddress, held, hush, isVisible, json, type Network, page, parts, retryButton, settled, showNews, silence,
  stubNetwork, texts, tidy, until,
} from './harness.js'; // prettier-ignore

const FALLBACK = '<p id="own"><a href="/news">The news page</a></p>';
const EMPTY = { ...feedOf(), items: [] };
const own = (list: IomNewsList) => list.querySelector('#own');

describe('the states of an element', () => {
  let network: Network;
  let warnings: ReturnType<typeof hush>;
  beforeEach(() => {
    network = stubNetwork(() => json(feedOf(...manyReleases(3))));
    warnings = hush('warn');
  });
  afterEach(() => {
    network.restore();
    warnings.restore();
  });

  const load = (inside = '', attributes = '') =>
    page(`<iom-news-list src="${freshAddress()}" loading="eager" ${attributes}>${inside}</iom-news-list>`);

  /** How to come to each state, and what is then to be seen: the page's own content, a list, a notice. */
  const states: Record<
    string,
    { get: () => Promise<IomNewsList>; own: boolean; list: boolean; notice: boolean }
  > = {
    idle: {
      get: () => page(`<iom-news-list>${FALLBACK}</iom-news-list>`),
      own: true,
      list: false,
      notice: false,
    },
    loading: {
      get: () => ((network.answer = silence), load(FALLBACK)),
      own: true,
      list: false,
      notice: false,
    },
    ready: { get: async () => settled(await load(FALLBACK)), own: false, list: true, notice: false },
    empty: {
      get: async () => ((network.answer = () => json(EMPTY)), settled(await load(FALLBACK))),
      own: false,
      list: false,
      notice: true,
    },
    error: {
      get: async () => ((network.answer = () => json({}, 500)), until(await load(FALLBACK), 'error')),
      own: true,
      list: false,
      notice: true,
    },
  };

  for (const [name, expected] of Object.entries(states)) {
    it(`${name}: as property, as :state() and to the eye`, async () => {
      const list = await expected.get();
      await list.updateComplete;
      expect(list.state).to.equal(name);
      for (const each of [...Object.keys(states), 'stale', 'blocked']) {
        expect(list.matches(`:state(${each})`), `:state(${each})`).to.equal(each === name);
      }
      expect(isVisible(own(list)), 'the page’s own content').to.equal(expected.own);
      expect(isVisible(parts(list, 'item')[0]), 'the list').to.equal(expected.list);
      expect(isVisible(parts(list, 'notice')[0]), 'a notice').to.equal(expected.notice);
      expect(isVisible(retryButton(list)), 'a button to try again').to.equal(name === 'error');
    });
  }

  it('goes from idle through loading to ready', async () => {
    const { answer, release } = held();
    network.answer = answer;
    const list = await page('<iom-news-list loading="eager"></iom-news-list>');
    expect(list.state).to.equal('idle');
    list.src = freshAddress();
    await until(list, 'loading');
    release(json(feedOf(releases.undated)));
    await until(list, 'ready');
    list.src = '';
    await until(list, 'idle');
    expect(parts(list, 'item')).to.be.empty;
  });

  it('shows a placeholder while loading where the page gives nothing of its own', async () => {
    network.answer = silence;
    const bare = await until(await load('\n  \n', 'limit="3"'), 'loading');
    const [skeleton] = parts(bare, 'skeleton');
    expect(skeleton!.getBoundingClientRect().height).to.be.above(100);
    expect(isVisible(skeleton)).to.equal(true);
    expect(skeleton!.getAttribute('aria-hidden')).to.equal('true');
    const filled = await until(await load(FALLBACK, 'limit="3"'), 'loading');
    expect(parts(filled, 'skeleton').some(isVisible), 'over the page’s own content').to.equal(false);
  });

  it('tells assistive technology politely, once, what state it is in', async () => {
    network.answer = silence;
    const list = await until(await load(), 'loading');
    const [status, ...others] = all(list, '[role=status]');
    expect(others).to.be.empty;
    expect(tidy(status!.textContent)).to.match(/Loading/);
    list.data = feedOf(...manyReleases(3));
    await until(list, 'ready');
    expect(all(list, '[role=status]')[0]).to.equal(status);
    expect(tidy(status!.textContent)).to.match(/3/);
  });

  it('empty: a sentence and a link to the whole site; not a failure', async () => {
    const list = await showNews(EMPTY);
    expect(list.state).to.equal('empty');
    expect(list.error).to.equal(undefined);
    expect(texts(list, 'notice').join()).to.match(/\w+ \w+ \w+/);
    const links = parts<HTMLAnchorElement>(list, 'link').map(({ href }) => href);
    expect(links).to.deep.equal(['https://press.example.org/en/']);
    expect(retryButton(list)).to.equal(undefined);
  });

  it('empty: also when nothing of the document may be listed', async () => {
    expect((await showNews(feedOf(...neverListed))).state).to.equal('empty');
  });

  it('error: one sentence without technical words, and the reason on the element', async () => {
    network.answer = () => json({}, 503);
    const list = await until(await load(), 'error');
    expect(texts(list, 'notice').join())
      .to.match(/could not be loaded/)
      .and.not.match(/503|http|error|fetch/i);
    expect(list.error).to.include({ code: 'http', status: 503, retryable: true });
    expect(warnings.said.join(), 'the console').to.match(/503/);
  });

  it('a failed reload keeps what is on show, and says so', async () => {
    const list = await settled(await load());
    const titles = texts(list, 'title');
    network.answer = () => json({}, 500);
    list.reload();
    await until(list, 'error');
    expect(texts(list, 'title')).to.deep.equal(titles);
    expect(isVisible(retryButton(list))).to.equal(true);
  });

  it('a reload shows what is new; what was there stays meanwhile', async () => {
    const list = await settled(await load());
    const { answer, release } = held();
    network.answer = answer;
    list.reload();
    await list.updateComplete;
    expect(texts(list, 'title')).to.have.length(3);
    const loaded = oneEvent(list, 'iom-load');
    release(json(feedOf(releases.undated)));
    await loaded;
    await list.updateComplete;
    expect(texts(list, 'title')).to.deep.equal([releases.undated.title]);
    expect(network.asked).to.have.length(2);
  });

  it('iom-load says how many, in which language, when, and whether a request was made', async () => {
    const started = Date.now();
    const [event] = await listen(['iom-load'], () => load('', 'lang="fr" limit="2"'));
    const { count, lang, asOf, fromCache, bubbles, composed } = event as IomLoadEvent;
    expect({ count, lang, fromCache, bubbles, composed }).to.deep.equal({
      count: 3,
      lang: 'fr',
      fromCache: false,
      bubbles: true,
      composed: true,
    });
    expect(asOf).to.be.within(started, Date.now());
    expect((event!.target as IomNewsList).asOf).to.equal(asOf);
  });

  it('iom-load of an empty document has a count of 0, of given data no request', async () => {
    const [event] = await listen(['iom-load'], () => showNews(EMPTY));
    expect(event).to.include({ count: 0, fromCache: true });
  });

  it('iom-load of a document that another element has fetched says that no request was made', async () => {
    const address = freshAddress();
    const markup = `<iom-news-list src="${address}" loading="eager"></iom-news-list>`;
    await settled(await page(markup));
    const [event] = await listen(['iom-load'], () => page(markup));
    expect(network.asked).to.have.length(1);
    expect(event).to.include({ fromCache: true });
  });

  it('one event a document: drawing again says nothing', async () => {
    const events = await listen(['iom-load', 'iom-error'], async () => {
      const list = await settled(await load());
      list.limit = 1;
      list.layout = 'cards';
      await list.updateComplete;
    });
    expect(events.map(({ type }) => type)).to.deep.equal(['iom-load']);
  });

  it('iom-error bubbles through shadow roots', async () => {
    network.answer = () => json({}, 404);
    const [event] = await listen(['iom-error'], () => load());
    const { code, status, retryable, bubbles, composed, message } = event as IomErrorEvent;
    expect({ code, status, retryable, bubbles, composed }).to.deep.equal({
      code: 'http',
      status: 404,
      retryable: false,
      bubbles: true,
      composed: true,
    });
    expect(message).to.contain('404');
  });
});

/** The events that reach the document until the first of them has come and the work is done. */
async function listen(types: string[], work: () => Promise<unknown>): Promise<Event[]> {
  const events: Event[] = [];
  const hear = (event: Event) => void events.push(event);
  types.forEach((type) => document.addEventListener(type, hear));
  const first = Promise.race(types.map((type) => oneEvent(document as unknown as HTMLElement, type)));
  await Promise.all([work(), first]);
  types.forEach((type) => document.removeEventListener(type, hear));
  return events;
}
