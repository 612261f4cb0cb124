import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ResourceError } from '../../src/model/resource.js';
import { retry, settings } from '../../src/store/retry.js';
import { page } from './page.js';

const URL_A = 'https://partner.example/a.json'; // the page's own origin: no probe
const OTHER = 'https://press.example.org/a.json';
const NOW = Date.parse('2026-09-15T12:00:00Z');
const failure = (code: ResourceError['code'], status = 0, after?: string) =>
  new ResourceError(code, 'Failed', status, true, after);

let waited: number[] = [];
beforeEach(() => {
  page.reset();
  waited = [];
  Object.assign(settings, {
    most: 3,
    now: () => NOW,
    random: () => 1,
    wait: (ms: number, signal: AbortSignal) => {
      waited.push(ms);
      return signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve();
    },
  });
});

/** What comes of a first failure and of what the tries after it do. */
async function outcome(first: ResourceError, answers: (ResourceError | string)[], url = URL_A) {
  let tries = 0;
  const attempt = () => {
    const answer = answers[Math.min(tries++, answers.length - 1)]!;
    return typeof answer === 'string' ? Promise.resolve(answer) : Promise.reject(answer);
  };
  const end = await retry(attempt, first, { url, timeout: 8000 }, new AbortController().signal).catch(
    ({ code }: ResourceError) => `failed ${code}`,
  );
  return { end, tries };
}

for (const [status, code] of [[0, 'network'], [408, 'http'], [425, 'http'], [429, 'http'], [503, 'http']] as const) {
  test(`${code} ${status} once: the content comes`, async () => {
    assert.deepEqual(await outcome(failure(code, status), ['content']), { end: 'content', tries: 1 });
  });
} // prettier-ignore

test('three times and no more, each later than the one before', async () => {
  const { end, tries } = await outcome(failure('http', 500), [failure('http', 500)]);
  assert.deepEqual([end, tries, waited], ['failed http', 3, [400, 800, 1600]]);
});

test('a random part of the time, down to none', async () => {
  settings.random = () => 0.25;
  await outcome(failure('http', 500), [failure('http', 500)]);
  assert.deepEqual(waited, [100, 200, 400]);
});

const AFTER: Readonly<Record<string, number | undefined>> = {
  '2': 2000,
  '30': 30_000,
  '31': undefined,
  '86400': undefined,
  'Tue, 15 Sep 2026 12:00:05 GMT': 5000,
  'Tue, 15 Sep 2026 12:01:00 GMT': undefined,
  'Tue, 15 Sep 2026 11:00:00 GMT': 400,
  'soon': 400,
}; // prettier-ignore
for (const [after, ms] of Object.entries(AFTER)) {
  test(`Retry-After: ${after}: ${ms === undefined ? 'given up' : `after ${ms} ms`}`, async () => {
    const { end } = await outcome(failure('http', 429, after), ['content']);
    assert.equal(end, ms === undefined ? 'failed http' : 'content');
    assert.deepEqual(waited, ms === undefined ? [] : [ms]);
  });
}

for (const [words, tries] of [
  ['Unexpected end of JSON input', 1],
  ['Unterminated string in JSON at position 9', 1],
  ["Expected ',' or '}' after property value in JSON at position 6", 1],
  ['JSON.parse: end of data when a value was expected', 1],
  ["JSON Parse error: Expected '}'", 1],
  ["Expected property name or '}' in JSON at position 1", 0],
  ['HTML or XML came instead of JSON: Unexpected token', 0],
] as const) {
  test(`${words}: ${tries} more`, async () => {
    const cut = new ResourceError('parse', words);
    assert.deepEqual(await outcome(cut, [cut]), { end: 'failed parse', tries });
  });
}

test('what another try cannot help ends it', async () => {
  assert.equal((await outcome(failure('network'), [new ResourceError('http', '404', 404)])).tries, 1);
  assert.equal((await outcome(failure('http', 500), [failure('timeout')])).tries, 1);
});

test('offline meanwhile: it says so, and asks no more', async () => {
  page.online = false;
  assert.deepEqual(await outcome(failure('network'), ['content']), { end: 'failed offline', tries: 0 });
});

test('a hidden page waits until it is seen', async () => {
  page.hidden = true;
  let isDone = false;
  const end = outcome(failure('network'), ['content']).finally(() => (isDone = true));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(isDone, false);
  page.tell(new Event('visibilitychange'));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(isDone, false, 'still hidden');
  page.hidden = false;
  page.tell(new Event('visibilitychange'));
  assert.equal((await end).end, 'content');
});

test('who leaves ends it: before, while waiting, while hidden', async () => {
  for (const hidden of [false, true]) {
    page.hidden = hidden;
    const leave = new AbortController();
    if (!hidden) leave.abort();
    let tries = 0;
    const attempt = () => Promise.resolve(++tries);
    const end = retry(attempt, failure('network'), { url: URL_A, timeout: 8000 }, leave.signal);
    setImmediate(() => leave.abort());
    await assert.rejects(end, { name: 'AbortError' });
    assert.equal(tries, 0);
  }
});

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('another origin that answers a probe, but not the page: cors', async () => {
  const end = outcome(failure('network'), [failure('network')], OTHER);
  assert.equal(page.requests[0]!.init.mode, 'no-cors');
  page.requests[0]!.answer('');
  assert.deepEqual(await end, { end: 'failed cors', tries: 1 });
});

test('another origin that answers nobody: network, four requests in all', async () => {
  const end = outcome(failure('network'), [failure('network')], OTHER);
  page.requests[0]!.fail();
  assert.deepEqual(await end, { end: 'failed network', tries: 2 });
});

test('an answer that broke off is no matter of CORS', async () => {
  assert.equal((await outcome(failure('network', 200), [failure('network', 200)], OTHER)).end, 'failed network');
  assert.deepEqual(page.requests, []);
}); // prettier-ignore

test('the page’s own policy: csp', async () => {
  const end = outcome(failure('network'), ['content'], OTHER);
  const violation = { blockedURI: OTHER, disposition: 'enforce' };
  page.tell(Object.assign(new Event('securitypolicyviolation'), violation));
  page.requests[0]!.fail();
  assert.deepEqual(await end, { end: 'failed csp', tries: 0 });
  await turn();
});
