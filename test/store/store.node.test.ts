import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { feed } from '../../src/ingest/feed.js';
import { organization } from '../../src/ingest/organization.js';
import type { Kind, ResourceKey, ResourceType, Snapshot } from '../../src/model/resource.js';
import { settings } from '../../src/store/retry.js';
import { pageStore, ResourceStore, seed } from '../../src/store/store.js';
import { page, PAGE } from './page.js';

const URL_A = 'https://press.example.org/a.json';
const key = <K extends Kind>(type: ResourceType<K>, url = URL_A): ResourceKey<K> => ({
  url,
  type,
  format: '',
  timeout: 8000,
});
const documentOf = (...titles: string[]) =>
  JSON.stringify({ title: 'Feed', items: titles.map((title) => ({ id: title, title })) });

/** Somebody who watches: what was heard, in short, and a way to wait for it. */
function watcher<K extends Kind>(store: ResourceStore, what: ResourceKey<K>) {
  const heard: string[] = [];
  let last: Snapshot<K> | undefined;
  let wake = () => {};
  const watch = store.watch(what, (snapshot) => {
    last = snapshot;
    const titles = (snapshot.model as { items?: { title: string }[] } | undefined)?.items?.map(
      ({ title }) => title,
    );
    heard.push(
      [
        snapshot.status,
        ...(titles ?? []),
        ...(snapshot.status === 'failed' ? [snapshot.error!.code] : []),
      ].join(' '),
    );
    wake();
  });
  return {
    ...watch,
    heard,
    get last() {
      return last!;
    },
    /** Resolves when something is known, one way or the other. */
    async settled(): Promise<Snapshot<K>> {
      while (last?.status !== 'ready' && last?.status !== 'failed')
        await new Promise<void>((resolve) => (wake = resolve));
      return last;
    },
  };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

let store = new ResourceStore();
beforeEach(() => {
  page.reset();
  settings.most = 0; // retries have tests of their own
  store = new ResourceStore();
});

test('five who watch one address cost one request', async () => {
  const watchers = Array.from({ length: 5 }, () => watcher(store, key(feed)));
  assert.equal(page.requests.length, 1);
  page.requests[0]!.answer(documentOf('One'));
  const snapshots = await Promise.all(watchers.map((one) => one.settled()));
  for (const one of watchers) assert.deepEqual(one.heard, ['pending', 'ready One']);
  assert.ok(
    snapshots.every(({ model }) => model === snapshots[0]!.model),
    'and share one model',
  );
  assert.equal(snapshots[0]!.fromCache, false);
});

test('who comes later is told at once, without a request', async () => {
  const first = watcher(store, key(feed));
  page.requests[0]!.answer(documentOf('One'));
  await first.settled();
  first.stop();
  assert.deepEqual(watcher(store, key(feed)).heard, ['ready One']);
  assert.equal(page.requests.length, 1);
});

test('another address, kind or format is another resource', () => {
  watcher(store, key(feed));
  watcher(store, key(feed, `${URL_A}?page=2`));
  watcher(store, key(organization));
  watcher(store, { ...key(feed), format: 'json-feed' });
  assert.equal(page.requests.length, 4);
});

test('a failure is told, not kept: the next who watches asks again', async () => {
  const first = watcher(store, key(feed));
  page.requests[0]!.fail();
  await first.settled();
  assert.deepEqual(first.heard, ['pending', 'failed network']);
  const second = watcher(store, key(feed));
  assert.equal(page.requests.length, 2);
  page.requests[1]!.answer(documentOf('One'));
  await second.settled();
  assert.deepEqual(
    first.heard,
    ['pending', 'failed network', 'pending', 'ready One'],
    'the first is served as well',
  );
});

test('a failure that everybody has left is forgotten', async () => {
  const first = watcher(store, key(feed));
  page.requests[0]!.fail();
  await first.settled();
  first.stop();
  const second = watcher(store, key(feed));
  assert.deepEqual(second.heard, ['pending']);
  assert.equal(page.requests.length, 2);
});

test('a reload keeps the model on show, whether it succeeds or fails', async () => {
  const one = watcher(store, key(feed));
  page.requests[0]!.answer(documentOf('Old'));
  await one.settled();
  one.reload();
  one.reload();
  assert.equal(page.requests.length, 2, 'one at a time');
  page.requests[1]!.answer('', { status: 503 });
  await one.settled();
  one.reload();
  page.requests[2]!.answer(documentOf('New'));
  await one.settled();
  assert.deepEqual(one.heard, [
    'pending',
    'ready Old',
    'pending Old',
    'failed Old http',
    'pending Old',
    'ready New',
  ]);
  assert.equal(one.last.error, undefined);
});

test('the request ends when the last one leaves, not before', () => {
  const [one, two] = [watcher(store, key(feed)), watcher(store, key(feed))];
  one.stop();
  assert.ok(page.requests[0]!.open);
  two.stop();
  assert.ok(!page.requests[0]!.open);
});

test('an answer that comes after its request was given up is ignored', async () => {
  page.aborts = false;
  const first = watcher(store, key(feed));
  first.stop();
  const second = watcher(store, key(feed));
  assert.equal(page.requests.length, 2);
  page.requests[0]!.answer(documentOf('Late'));
  for (let i = 0; i < 20; i++) await turn();
  assert.deepEqual(second.heard, ['pending']);
  page.requests[1]!.answer(documentOf('New'));
  await second.settled();
  assert.deepEqual(second.heard, ['pending', 'ready New']);
  assert.deepEqual(first.heard, ['pending']);
});

test('to stop twice takes nothing from those who came after', async () => {
  const first = watcher(store, key(feed));
  first.stop();
  const second = watcher(store, key(feed));
  first.stop();
  const third = watcher(store, key(feed));
  assert.equal(page.requests.filter(({ open }) => open).length, 1);
  page.requests.at(-1)!.answer(documentOf('One'));
  await Promise.all([second.settled(), third.settled()]);
});

test('a document of another kind, or of none, is a failure of the schema', async () => {
  const one = watcher(store, key(organization));
  page.requests[0]!.answer(documentOf('One'));
  assert.equal((await one.settled()).error?.code, 'schema');
  const two = watcher(store, key(feed));
  page.requests[1]!.answer('<!doctype html><title>Log in</title>');
  assert.equal((await two.settled()).error?.code, 'parse');
});

test('relative addresses are read against where the document came from', async () => {
  const one = watcher(store, key(feed));
  page.requests[0]!.answer(JSON.stringify({ title: 't', items: [{ id: '1', title: 't', url: '/1' }] }));
  assert.equal((await one.settled()).model?.items[0]?.url, 'https://press.example.org/1');
});

const SEEDS: Readonly<Record<string, () => void>> = {
  'the store': () => store.seed(URL_A, { title: 'Feed', items: [{ id: '1', title: 'One' }] }),
  'the store, as text': () => store.seed(URL_A, documentOf('One')),
  'a script of the page': () => page.seed(URL_A, documentOf('One')),
  'a script among others': () => {
    page.seed('https://[not an address', 'no JSON');
    page.seed('other.json', documentOf('Other'));
    page.seed('//press.example.org/b/../a.json', documentOf('One'));
  },
};
for (const [where, put] of Object.entries(SEEDS)) {
  test(`a document in ${where} takes the place of a request`, async () => {
    put();
    const one = watcher(store, key(feed));
    assert.equal((await one.settled()).fromCache, true);
    assert.deepEqual(one.heard, ['pending', 'ready One']);
    assert.deepEqual(page.requests, []);
  });
}

test('what the page was written with is not asked again on a reload', async () => {
  page.seed(URL_A, documentOf('Old'));
  const one = watcher(store, key(feed));
  await one.settled();
  one.reload();
  page.requests[0]!.answer(documentOf('New'));
  await one.settled();
  assert.deepEqual(one.heard, ['pending', 'ready Old', 'pending Old', 'ready New']);
});

test('data of the page makes no request, and is cleaned like any other', async () => {
  const data = { title: 'Feed', items: [{ id: '1', title: 'One', url: 'javascript:alert(1)' }] };
  const one = watcher(store, { ...key(feed, PAGE), data });
  assert.equal((await one.settled()).model?.items[0]?.url, undefined);
  const two = watcher(store, { ...key(feed, PAGE), data: 'no JSON' });
  assert.equal((await two.settled()).error?.code, 'parse');
  assert.deepEqual(page.requests, []);
});

test('one store for the page, whichever copy of the library asks; seed() names addresses as a widget does', async () => {
  assert.equal(pageStore(), pageStore());
  assert.equal((globalThis as Record<symbol, unknown>)[Symbol.for('iom.widgets.store/1')], pageStore());
  seed('feed.json', documentOf('One'));
  const one = watcher(pageStore(), key(feed, `${PAGE}feed.json`));
  await one.settled();
  assert.deepEqual(one.heard.at(-1), 'ready One');
});

test('of documents that nobody shows any more, not all are kept', async () => {
  const urls = Array.from({ length: 80 }, (_, i) => `${URL_A}?${i}`);
  for (const url of urls) {
    const one = watcher(store, key(feed, url));
    page.requests.at(-1)!.answer(documentOf('One'));
    await one.settled();
    one.stop();
  }
  const again = urls.map((url) => watcher(store, key(feed, url)));
  const kept = again.filter(({ heard }) => heard[0] === 'ready One').length;
  assert.ok(kept > 0 && kept <= 51, `${kept} were kept`);
});

/** One step of people who come and go while the network does what it likes. */
type Step = readonly ['watch' | 'stop' | 'reload' | 'answer' | 'refuse' | 'wait', number];
const steps = fc.array(
  fc.tuple(
    fc.constantFrom('watch', 'watch', 'stop', 'stop', 'reload', 'answer', 'refuse', 'wait'),
    fc.nat(7),
  ),
  { maxLength: 30 },
) as fc.Arbitrary<Step[]>;

test('whoever comes and goes: one open request for what is watched, none for what is not, everybody served', async () => {
  const property = fc.asyncProperty(steps, async (script) => {
    page.reset();
    const own = new ResourceStore();
    const here: (ReturnType<typeof watcher<'feed'>> & { url: string })[] = [];
    const gone: { heard: string[]; length: number }[] = [];
    const openFor = (url: string) => page.requests.filter((request) => request.open && request.url === url);
    for (const [step, n] of script) {
      const url = `${URL_A}?${n % 2}`;
      const one = here[n % (here.length || 1)];
      const request = page.requests.find(({ open }) => open);
      if (step === 'watch') here.push(Object.assign(watcher(own, key(feed, url)), { url }));
      else if (step === 'reload') one?.reload();
      else if (step === 'answer') request?.answer(documentOf('One'));
      else if (step === 'refuse') request?.fail();
      else if (step === 'wait') await turn();
      else if (one) {
        one.stop();
        here.splice(here.indexOf(one), 1);
        gone.push({ heard: one.heard, length: one.heard.length });
      }
      for (const address of [`${URL_A}?0`, `${URL_A}?1`]) {
        const watched = here.some((other) => other.url === address);
        assert.ok(openFor(address).length <= (watched ? 1 : 0), `${openFor(address).length} open requests`);
      }
    }
    for (const request of page.requests) if (request.open) request.answer(documentOf('Last'));
    const last = await Promise.all(here.map((one) => one.settled()));
    for (const [i, { url }] of here.entries())
      assert.equal(
        last[i]!.model,
        here.find((other) => other.url === url)?.last?.model,
        'all are told the same',
      );
    for (const { heard, length } of gone) assert.equal(heard.length, length, 'who has left is told nothing');
  });
  await fc.assert(property, { seed: 1, numRuns: 1000 });
});
