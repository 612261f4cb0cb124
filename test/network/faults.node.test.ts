/** What the network can do to a page, through a real browser: each fault ends in its state, with no more requests than said. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openSite, type Site } from '../browser/site.js';

const FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'News',
  items: [{ id: '1', title: 'Release 1', url: 'https://press.example.org/1', content_text: 'Text' }],
});
const OPEN = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };

type Reply = (response: ServerResponse, request: IncomingMessage) => void;
interface Fault {
  /** What the server does, request by request; the last one for ever. */
  readonly replies: readonly Reply[];
  readonly state: 'ready' | 'empty' | 'error';
  readonly code?: string;
  /** Requests that reach the server. */
  readonly requests: number;
  readonly timeout?: number;
  /** Another address than that of the server. */
  readonly src?: string;
}

const send = (body: string | Buffer, status = 200, headers: Record<string, string> = {}): Reply => (response) =>
  response.writeHead(status, { ...OPEN, 'content-type': 'application/json', ...headers }).end(body); // prettier-ignore
const ok = send(FEED);
const reset: Reply = (response) => response.socket?.destroy();
const hang: Reply = () => {};
const cut: Reply = (response) => {
  response.writeHead(200, { ...OPEN, 'content-length': '9999' });
  response.write(FEED.slice(0, 40), () => setTimeout(() => response.socket?.destroy(), 20));
};
const half: Reply = (response) => void response.writeHead(200, OPEN).write(FEED.slice(0, 40));
const drip = (ms: number): Reply => (response) => {
  response.writeHead(200, OPEN);
  let at = 0;
  const timer = setInterval(() => {
    if (response.destroyed) return clearInterval(timer);
    response.write(ms > 99 ? ' ' : FEED.slice(at, (at += 20)));
    if (at >= FEED.length) clearInterval(timer), response.end();
  }, ms);
}; // prettier-ignore
const flood: Reply = (response) => {
  response.writeHead(200, OPEN);
  const pour = () => {
    while (!response.destroyed && response.write(' '.repeat(100_000)));
    if (!response.destroyed) response.once('drain', pour);
  };
  pour();
};
const utf16 = Buffer.from(`\ufeff${FEED}`, 'utf16le');
const zip = { 'content-encoding': 'gzip' };
const status = (code: number, headers = {}) => send('<h1>Sorry</h1>', code, headers);
const good = (replies: Reply[], requests = 1, more = {}): Fault => ({ replies, state: 'ready', requests, ...more }); // prettier-ignore
const bad = (code: string, replies: Reply[], requests = 1, more = {}): Fault => ({ replies, state: 'error', code, requests, ...more }); // prettier-ignore

const FAULTS: Readonly<Record<string, Fault>> = {
  'gzip': good([send(gzipSync(FEED), 200, zip)]),
  'text/plain': good([send(FEED, 200, { 'content-type': 'text/plain' })]),
  'octet-stream': good([send(FEED, 200, { 'content-type': 'application/octet-stream' })]),
  'a byte order mark': good([send(`\ufeff${FEED}`)]),
  'invalid UTF-8': good([send(Buffer.from(FEED.replace('Text', 'Te\xffxt'), 'latin1'))]),
  'slow but steady': good([drip(10)]),
  'a redirect': good([(r) => r.writeHead(302, { ...OPEN, location: '?2' }).end(), ok], 2),
  '429 with 1 s, once': good([status(429, { 'retry-after': '1' }), ok], 2),
  '503 twice': good([status(503), status(503), ok], 3),
  'reset once': good([reset, ok, ok], 3, { requests: 3 }),
  'broken off once': good([cut, ok], 2),
  'JSON cut short, once': good([send(FEED.slice(0, 60)), ok], 2),
  'an empty body, once': good([send(''), ok], 2),
  'no items': { replies: [send('{"version":"https://jsonfeed.org/version/1.1","title":"N","items":[]}')], state: 'empty', requests: 1 },
  '204': bad('http', [send('', 204)]),
  '400': bad('http', [status(400)]),
  '401': bad('http', [status(401)]),
  '403 with HTML': bad('http', [status(403, { 'content-type': 'text/html' })]),
  '404': bad('http', [status(404)]),
  '410': bad('http', [status(410)]),
  '451': bad('http', [status(451)]),
  '500 for ever': bad('http', [status(500)], 4),
  '429 with a day': bad('http', [status(429, { 'retry-after': '86400' })]),
  'a refused connection': bad('network', [ok], 0, { src: 'http://127.0.0.1:9/' }),
  'broken off for ever': bad('network', [cut], 4),
  'bad gzip': bad('network', [send('no gzip', 200, zip)], 4),
  'no header of CORS': bad('cors', [(r) => r.writeHead(200).end(FEED)], 3),
  'another origin’s header': bad('cors', [send(FEED, 200, { 'access-control-allow-origin': 'https://a.example' })], 3),
  'no headers': bad('timeout', [hang], 1, { timeout: 300 }),
  'headers, then nothing': bad('timeout', [half], 1, { timeout: 300 }),
  'a drip for ever': bad('timeout', [drip(100)], 1, { timeout: 500 }),
  'single quotes': bad('parse', [send("{'items': []}")]),
  'HTML': bad('parse', [send('<!doctype html><title>Log in</title>', 200, { 'content-type': 'text/html' })]),
  'null': bad('schema', [send('null')]),
  'items that are no list': bad('schema', [send('{"version":"https://jsonfeed.org/version/1.1","title":"N","items":1}')]),
  'an error message with 200': bad('schema', [send('{"error": 1}')]),
  'an answer without end': bad('too-large', [flood]),
  'a gzip bomb': bad('too-large', [send(gzipSync(Buffer.alloc(3e7, 32)), 200, zip)]),
  'UTF-16': bad('parse', [send(utf16)]),
  'javascript:': bad('network', [ok], 0, { src: 'javascript:1' }),
  'data:': bad('network', [ok], 0, { src: 'data:application/json,1' }),
  'a password': bad('network', [ok], 0, { src: 'http://a:b@127.0.0.1/' }),
}; // prettier-ignore

const PAGE =
  '<!doctype html><html lang="en"><title>Faults</title><script type="module" src="/dist/iom-widgets.js"></script>';

/** Answers /<number of the fault>; counts what is asked. */
async function misbehave(): Promise<{ server: Server; url: string; asked: number[] }> {
  const faults = Object.values(FAULTS);
  const asked = faults.map(() => 0);
  const server = createServer((request, response) => {
    const n = Number(/\d+/.exec(request.url!)?.[0]);
    const { replies } = faults[n]!;
    replies[Math.min(asked[n]!++, replies.length - 1)]!(response, request);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

type Outcome = { state: string; code?: string; ms: number };

describe('faults of the network', () => {
  let site: Site;
  let bench: Awaited<ReturnType<typeof misbehave>>;
  before(async () => {
    [site, bench] = [await openSite(), await misbehave()];
  });
  after(async () => {
    bench?.server.close();
    bench?.server.closeAllConnections();
    await site?.close();
  });

  it('each ends in its own state, with no more requests than said', { timeout: 55_000 }, async () => {
    const { page, complaints, close } = await site.visit(site.write('faults.html', PAGE));
    await page.setBypassCSP(true); // the demo's policy allows requests to its own server only
    await page.reload();
    await page.evaluate(() => {
      const lost: string[] = ((globalThis as any).lost = []);
      addEventListener('unhandledrejection', ({ reason }) => lost.push(String(reason)));
    });
    const rows = Object.entries(FAULTS).map(([name, fault], i) => ({ name, ...fault, src: fault.src ?? `${bench.url}${i}` })); // prettier-ignore
    // few at a time: a browser opens six connections to a host, and those that hang hold theirs
    const outcomes: Outcome[] = [];
    const next = rows.map((row, i) => [row, i] as const);
    const work = async () => {
      for (let job = next.shift(); job; job = next.shift()) {
        const [{ src, timeout = 4000 }, i] = job;
        outcomes[i] = await page.evaluate(load, src, timeout);
      }
    };
    await Promise.all([work(), work(), work()]);
    const lost = await page.evaluate(() => (globalThis as any).lost as string[]);
    const table = rows.map(({ name, state, code = '', requests }, i) => {
      const { ms, ...found } = outcomes[i]!;
      const isRight = found.state === state && (found.code ?? '') === code && bench.asked[i]! <= requests;
      return { fault: name, state: found.state, code: found.code ?? '', requests: bench.asked[i], ms, isRight };
    }); // prettier-ignore
    console.table(table);
    const wrong = table.filter(({ isRight }) => !isRight);
    console.log(`${table.length - wrong.length} of ${table.length} as they must be`);
    await close();
    assert.deepEqual(wrong, []);
    assert.deepEqual(lost, []);
    assert.deepEqual(complaints.filter((words) => !/Failed to load resource|CORS policy|<iom-|ERR_/.test(words)), []); // prettier-ignore
  });

  it('a policy of the page that forbids the address: csp, and no request', async () => {
    const { page, close } = await site.visit(site.write('policy.html', PAGE));
    const before = bench.asked[0];
    const { state, code } = await page.evaluate(load, `${bench.url}0`, 4000);
    assert.deepEqual([state, code, bench.asked[0]], ['error', 'csp', before]);
    await close();
  });

  it('offline, then online: the content comes by itself', async () => {
    const { page, close } = await site.visit(site.write('offline.html', PAGE));
    await page.evaluate(load, '/releases.json?1', 4000); // the element's script is here before the line is cut
    await page.setOfflineMode(true);
    const { state, code } = await page.evaluate(load, '/releases.json?2', 4000, true);
    assert.deepEqual([state, code], ['error', 'offline']);
    await page.setOfflineMode(false);
    await page.waitForFunction(() => document.querySelector<any>('iom-news-list')?.state === 'ready');
    await close();
  });
});

/** In the page: one list, until it has settled. */
async function load(src: string, timeout: number, stays = false): Promise<Outcome> {
  const start = performance.now();
  const list = Object.assign(document.createElement('iom-news-list'), { src, timeout, loading: 'eager' });
  document.body.append(list);
  const element = list;
  while (!['ready', 'empty', 'error'].includes(element.state) && performance.now() - start < 20_000)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const { state, error } = element;
  if (!stays) list.remove();
  return { state, code: error?.code, ms: Math.round(performance.now() - start) };
}
