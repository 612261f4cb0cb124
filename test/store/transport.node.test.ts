import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { transport, type TransportOptions } from '../../src/store/transport.js';
import { page } from './page.js';

const ADDRESS = 'https://press.example.org/feed.json';
const load = (options: Partial<TransportOptions> = {}, url = ADDRESS) =>
  transport(url, { signal: new AbortController().signal, ...options });
/** The timer of `AbortSignal.timeout` does not keep the process alive by itself. */
const awake = async <T>(promise: Promise<T>): Promise<T> => {
  const clock = setInterval(() => {}, 1000);
  return promise.finally(() => clearInterval(clock));
};
const stream = (pull: UnderlyingDefaultSource<Uint8Array>['pull'], cancel?: () => void) =>
  new ReadableStream<Uint8Array>({ pull, cancel }, { highWaterMark: 0 });

beforeEach(() => page.reset());

test('answers with the bytes, their type and the address after redirects', async () => {
  const answer = load();
  page.requests[0]!.answer('é', { headers: { 'content-type': 'application/feed+json' } });
  const { bytes, contentType, url } = await answer;
  assert.deepEqual([...bytes], [0xc3, 0xa9]);
  assert.deepEqual([contentType, url], ['application/feed+json', ADDRESS]);
});

test('puts the pieces of a body together', async () => {
  const pieces = [1, 2, 3].map((n) => new Uint8Array(n).fill(n));
  const answer = load();
  page.requests[0]!.answer(
    stream((to) => {
      const piece = pieces.shift();
      if (piece) to.enqueue(piece);
      else to.close();
    }),
  );
  assert.deepEqual([...(await answer).bytes], [1, 2, 2, 3, 3, 3]);
});

test('sends no cookies, and no more of the page than its origin', async () => {
  const answer = load();
  page.requests[0]!.answer('{}');
  await answer;
  const { credentials, referrerPolicy, method, body } = page.requests[0]!.init;
  assert.deepEqual(
    { credentials, referrerPolicy, method, body },
    {
      credentials: 'omit',
      referrerPolicy: 'strict-origin-when-cross-origin',
      method: undefined,
      body: undefined,
    },
  );
});

const STATUSES: readonly (readonly [status: number, retryable: boolean])[] = [
  [204, false],
  [400, false],
  [401, false],
  [403, false],
  [404, false],
  [408, true],
  [410, false],
  [425, true],
  [429, true],
  [451, false],
  [500, true],
  [502, true],
  [503, true],
  [504, true],
];
for (const [status, retryable] of STATUSES) {
  test(`${status}: ${retryable ? 'may help to try again' : 'of no use to try again'}`, async () => {
    const answer = load();
    page.requests[0]!.answer(status === 204 ? (null as unknown as BodyInit) : '<h1>Sorry</h1>', { status });
    await assert.rejects(answer, { name: 'ResourceError', code: 'http', status, retryable });
    assert.equal(page.requests.length, 1);
  });
}

test('a connection that fails is the network, or being offline', async () => {
  for (const [online, code] of [
    [true, 'network'],
    [false, 'offline'],
  ] as const) {
    page.online = online;
    const answer = load();
    page.requests.at(-1)!.fail();
    await assert.rejects(answer, {
      name: 'ResourceError',
      code,
      retryable: true,
      message: /Failed to fetch/,
    });
  }
});

test('a body that breaks off is the network', async () => {
  const answer = load();
  page.requests[0]!.answer(stream((to) => to.error(new TypeError('terminated'))));
  await assert.rejects(answer, { code: 'network', retryable: true });
});

test('no headers, and headers without a body, end at the time limit', async () => {
  await assert.rejects(awake(load({ timeout: 20 })), {
    name: 'ResourceError',
    code: 'timeout',
    retryable: true,
  });
  assert.ok(!page.requests[0]!.open, 'and the request with it');
  const slow = load({ timeout: 20 });
  const { signal } = page.requests[1]!.init;
  const silent = stream(
    (to) => new Promise(() => signal!.addEventListener('abort', () => to.error(signal!.reason))),
  );
  page.requests[1]!.answer(silent);
  await assert.rejects(awake(slow), { code: 'timeout' });
});

test('an endless body is read up to the limit and no further', async () => {
  let pieces = 0;
  const endless = stream((to) => {
    pieces++;
    to.enqueue(new Uint8Array(100));
  });
  const answer = load({ limit: 1000 });
  page.requests[0]!.answer(endless);
  await assert.rejects(answer, { name: 'ResourceError', code: 'too-large', retryable: false });
  assert.equal(pieces, 11);
  assert.ok(page.requests[0]!.init.signal!.aborted, 'the rest is not fetched');
});

test('a body of the very size of the limit is read; a declared size beyond it is refused', async () => {
  const full = load({ limit: 1000 });
  page.requests[0]!.answer(new Uint8Array(1000));
  assert.equal((await full).bytes.length, 1000);
  const declared = load({ limit: 1000 });
  page.requests[1]!.answer(new Uint8Array(5000), { headers: { 'content-length': '5000' } });
  await assert.rejects(declared, { code: 'too-large' });
});

test('who lets go ends the request', async () => {
  const letGo = new AbortController();
  const answer = load({ signal: letGo.signal });
  letGo.abort();
  assert.ok(!page.requests[0]!.open);
  await assert.rejects(answer);
});

const NO_WEB_ADDRESSES = [
  'javascript:alert(1)',
  'data:application/json,{}',
  'blob:https://a.example/1',
  'file:///a',
  '',
];
for (const url of [
  ...NO_WEB_ADDRESSES,
  'https://user:secret@press.example.org/',
  'https://user@press.example.org/',
]) {
  test(`"${url}" is never asked for`, async () => {
    await assert.rejects(load({}, url), { name: 'ResourceError', code: 'network', retryable: false });
    assert.deepEqual(page.requests, []);
  });
}

test('an @ further on is part of the address', async () => {
  const answer = load({}, 'https://press.example.org/@iom/feed.json?to=a@b');
  page.requests[0]!.answer('{}');
  await answer;
});
