/** Whatever goes wrong ends in one state with one code, and there is a way out of it: through <iom-news-list>. */
import { expect } from '@open-wc/testing';
import type { IomNewsList } from '../../src/index.js';
import { feedOf, manyReleases, releases } from '../fixtures/releases.js';
import {
  all, type Answer, flood, freshAddress, halfAnAnswer, held, hush, isVisible, json, type Network, page, retryButton,
  silence, stubNetwork, texts, until,
} from './harness.js'; // prettier-ignore

interface Failure {
  code: string;
  answer?: Answer;
  src?: string;
  timeout?: number;
  status?: number;
  retryable?: boolean;
  /** How many requests, at most: what a retry cannot help is asked for once. */
  requests?: number;
}

const text = (body: string, type = 'application/json'): Answer => () =>
  new Response(body, { headers: { 'content-type': type } }); // prettier-ignore
const status = (code: number): Answer => () => new Response('<h1>Sorry</h1>', { status: code }); // prettier-ignore
const document = (value: unknown): Answer => () => json(value); // prettier-ignore

const ORGANIZATION = { version: '1.0', id: 'example', name: 'Example', units: [{ id: 'top', name: 'Top' }] };
const FEED = feedOf(...manyReleases(2));

const failures: Record<string, Failure> = {
  'bad JSON': { code: 'parse', answer: text("{'items': []}") },
  'JSON cut short': { code: 'parse', answer: text('{"items": [{"id": "1"') },
  'nothing at all': { code: 'parse', answer: text('') },
  'HTML with status 200': { code: 'parse', answer: text('<!doctype html><title>Log in</title>', 'text/html') },
  'an answer that is an error message': { code: 'schema', answer: document({ error: 1 }) },
  'null': { code: 'schema', answer: document(null) },
  'a string': { code: 'schema', answer: document('feed') },
  'items that are no list': { code: 'schema', answer: document({ ...FEED, items: 'none' }) },
  'an organisation': { code: 'schema', answer: document(ORGANIZATION) },
  'JSON Feed 2': { code: 'schema', answer: document({ ...FEED, version: 'https://jsonfeed.org/version/2' }) },
  'version 2 of our own fields': { code: 'schema', answer: document({ ...FEED, _iom: { version: '2.0' } }) },
  '204': { code: 'http', answer: () => new Response(null, { status: 204 }), status: 204, requests: 1 },
  '401': { code: 'http', answer: status(401), status: 401, requests: 1 },
  '404': { code: 'http', answer: status(404), status: 404, requests: 1 },
  '410': { code: 'http', answer: status(410), status: 410, requests: 1 },
  '429': { code: 'http', answer: status(429), status: 429, retryable: true },
  '500': { code: 'http', answer: status(500), status: 500, retryable: true },
  '503': { code: 'http', answer: status(503), status: 503, retryable: true },
  'no answer in time': { code: 'timeout', answer: silence, timeout: 60, retryable: true },
  'headers in time, a body that stops': { code: 'timeout', answer: halfAnAnswer, timeout: 60, retryable: true },
  'an answer without end': { code: 'too-large', answer: flood },
  'a refused connection, or no CORS': { code: 'network', answer: () => Promise.reject(new TypeError('Failed to fetch')), retryable: true },
  'javascript:': { code: 'network', src: 'javascript:window.hacked=1', requests: 0 },
  'data:': { code: 'network', src: 'data:application/json,{"items":[]}', requests: 0 },
  'blob:': { code: 'network', src: 'blob:https://example.org/1', requests: 0 },
  'file:': { code: 'network', src: 'file:///etc/feed.json', requests: 0 },
  'an address that is none': { code: 'network', src: 'https://', requests: 0 },
  'an address with a password in it': { code: 'network', src: 'https://user:secret@feeds.example.org/', requests: 0 },
}; // prettier-ignore

describe('failures', () => {
  let network: Network;
  let warnings: ReturnType<typeof hush>;
  const unhandled: PromiseRejectionEvent[] = [];
  const noteUnhandled = (event: PromiseRejectionEvent) => void unhandled.push(event);
  beforeEach(() => {
    network = stubNetwork(() => json(FEED));
    warnings = hush('warn');
    window.addEventListener('unhandledrejection', noteUnhandled);
  });
  afterEach(() => {
    network.restore();
    warnings.restore();
    window.removeEventListener('unhandledrejection', noteUnhandled);
    expect(unhandled.splice(0)).to.be.empty;
  });

  const load = (src: string, timeout = 8000): Promise<IomNewsList> =>
    page(
      `<iom-news-list src='${src}' timeout="${timeout}" loading="eager"><a id="own" href="/">News</a></iom-news-list>`,
    );

  for (const [
    name,
    { code, answer, src, timeout, status, retryable = false, requests = 4 },
  ] of Object.entries(failures)) {
    it(`${name}: ${code}`, async () => {
      if (answer) network.answer = answer;
      const events: Event[] = [];
      window.addEventListener('iom-error', (event) => events.push(event), { once: true });
      const list = await until(await load(src ?? freshAddress(), timeout), 'error');
      expect(list.error?.code).to.equal(code);
      expect(events[0]).to.include({ code, retryable });
      if (status) expect(events[0]).to.include({ status });
      expect(network.asked.length).to.be.at.most(requests);
      expect(isVisible(list.querySelector('#own')), 'the page’s own content').to.equal(true);
      expect(retryButton(list), 'a button to try again').to.exist;
    });
  }

  it('a connection that really is refused', async () => {
    network.restore();
    const list = await until(await load('http://127.0.0.1:9/feed.json'), 'error');
    expect(list.error).to.include({ code: 'network', retryable: true });
  });

  it('a wrong content type is no failure, nor is a byte order mark', async () => {
    network.answer = text(`\ufeff${JSON.stringify(FEED)}`, 'text/plain');
    expect((await until(await load(freshAddress()), 'ready', 'error')).state).to.equal('ready');
  });

  describe('trying again', () => {
    const fail = async (): Promise<IomNewsList> => {
      network.answer = status(500);
      const list = await until(await load(freshAddress()), 'error');
      network.asked.length = 0;
      return list;
    };

    it('one click: one request, and the content is there', async () => {
      const list = await fail();
      network.answer = () => json(FEED);
      retryButton(list)!.click();
      await until(list, 'ready');
      expect(network.asked).to.have.length(1);
      expect(texts(list, 'title')).to.deep.equal(['Release 1', 'Release 2']);
      expect(list.error).to.equal(undefined);
      expect(retryButton(list)).to.equal(undefined);
    });

    it('keeps the focus: on the button meanwhile and after another failure, on the content when it comes', async () => {
      const list = await fail();
      const focused = () => list.shadowRoot!.activeElement;
      const button = retryButton(list)!;
      let { answer, release } = held();
      network.answer = answer;
      button.focus();
      button.click();
      await list.updateComplete;
      expect(focused(), 'while asking').to.equal(button);
      release(json({}, 500));
      await until(list, 'error');
      expect(focused(), 'after a failure').to.equal(button);
      ({ answer, release } = held());
      network.answer = answer;
      button.click();
      release(json(FEED));
      await until(list, 'ready');
      expect(globalThis.document.activeElement).to.equal(list);
      expect(focused(), 'on something that is there').to.exist;
    });

    it('does not take the focus from elsewhere', async () => {
      const list = await fail();
      network.answer = () => json(FEED);
      const elsewhere = globalThis.document.createElement('button');
      list.after(elsewhere);
      elsewhere.focus();
      list.reload();
      await until(list, 'ready');
      expect(globalThis.document.activeElement).to.equal(elsewhere);
    });

    it('is an iom-action that the page may cancel', async () => {
      const list = await fail();
      list.addEventListener('iom-action', (event) => {
        expect(event.action).to.equal('retry');
        event.preventDefault();
      });
      retryButton(list)!.click();
      await list.updateComplete;
      expect(network.asked).to.be.empty;
      expect(list.state).to.equal('error');
    });

    it('by reload() as well', async () => {
      const list = await fail();
      network.answer = () => json(feedOf(releases.undated));
      list.reload();
      await until(list, 'ready');
      expect(all(list, '.item')).to.have.length(1);
    });

    it('a failure is not kept: whoever comes next asks again', async () => {
      const list = await fail();
      network.answer = () => json(FEED);
      const parent = list.parentElement!;
      list.remove();
      parent.append(list);
      await until(list, 'ready');
      expect(network.asked).to.have.length(1);
    });

    it('another address is asked for at once', async () => {
      const list = await fail();
      network.answer = () => json(FEED);
      list.src = freshAddress();
      await until(list, 'ready');
      expect(network.asked).to.have.length(1);
    });
  });
});
