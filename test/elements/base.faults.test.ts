/** Consent, saved copies and what follows from being offline: through <iom-news-list>. */
import { expect, waitUntil } from '@open-wc/testing';
import type { IomNewsList } from '../../src/index.js';
import { feedOf, manyReleases } from '../fixtures/releases.js';
import { all, freshAddress, hush, isVisible, json, type Network, page, retryButton, stubNetwork, texts, until } from './harness.js'; // prettier-ignore

const FEED = feedOf(...manyReleases(2));

describe('consent="required"', () => {
  let network: Network;
  beforeEach(() => void (network = stubNetwork(() => json(FEED))));
  afterEach(() => network.restore());

  const blocked = async (): Promise<IomNewsList> => {
    const list = await page(
      `<iom-news-list src="${freshAddress()}" loading="eager" consent="required"><b>Own</b></iom-news-list>`,
    );
    await waitUntil(() => all(list, '.notice').length);
    return list;
  };

  it('asks for nothing, names the host, offers a button and a link, and keeps the page’s own content', async () => {
    const list = await blocked();
    list.reload();
    await list.updateComplete;
    expect(list.state).to.equal('blocked');
    expect(list.matches(':state(blocked)')).to.equal(true);
    expect(network.asked).to.be.empty;
    expect(texts(list, 'notice')[0]).to.include('feeds.example.org');
    expect(all<HTMLAnchorElement>(list, '.notice a')[0]!.href).to.equal(list.src);
    expect(isVisible(list.querySelector('b'))).to.equal(true);
    await expect(list).to.be.accessible();
  });

  it('the button: an event that names the host, one request, the content', async () => {
    const list = await blocked();
    const hosts: string[] = [];
    list.addEventListener('iom-consent', ({ host }) => void hosts.push(host));
    all<HTMLButtonElement>(list, '.notice button')[0]!.click();
    await until(list, 'ready');
    expect(hosts).to.deep.equal(['feeds.example.org']);
    expect(network.asked).to.have.length(1);
    expect(all(list, '.notice')).to.be.empty;
  });

  it('grantConsent() allows the host, not another one', async () => {
    const list = await blocked();
    list.grantConsent();
    await until(list, 'ready');
    list.src = freshAddress();
    await waitUntil(() => network.asked.length === 2);
    list.src = 'https://other.example.org/feed.json';
    await until(list, 'blocked');
    expect(network.asked).to.have.length(2);
  });

  it('data of the page needs none', async () => {
    const list = await blocked();
    list.data = FEED;
    await until(list, 'ready');
    expect(network.asked).to.be.empty;
  });
});

describe('cache="session"', () => {
  let network: Network;
  beforeEach(() => void (network = stubNetwork(() => json(FEED))));
  afterEach(() => {
    network.restore();
    sessionStorage.clear();
  });

  it('shows the copy of an earlier visit with its time, also when the network fails', async () => {
    const warnings = hush('warn');
    const src = freshAddress();
    const body = JSON.stringify(FEED);
    const time = Date.now() - 3600e3;
    sessionStorage.setItem(`iom-widgets/1 ${src}`, JSON.stringify({ time, url: src, contentType: '', body }));
    network.answer = () => json({}, 404);
    const list = await page(`<iom-news-list src="${src}" loading="eager" cache="session"></iom-news-list>`);
    await until(list, 'stale');
    await waitUntil(() => list.error);
    await waitUntil(() => texts(list, 'notice').some((words) => words.startsWith('Saved copy of ')));
    warnings.restore();
    expect(list.state).to.equal('stale');
    expect(list.asOf).to.equal(time);
    expect(texts(list, 'title')).to.deep.equal(['Release 1', 'Release 2']);
    expect(all(list, '.notice button')).to.have.length(1);
    network.answer = () => json(FEED);
    all<HTMLButtonElement>(list, '.notice button')[0]!.click();
    await until(list, 'ready');
    expect(retryButton(list)).to.equal(undefined);
  });
});
