import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { feed } from '../../src/ingest/feed.js';
import { ResourceError, type ResourceKey, type Snapshot } from '../../src/model/resource.js';
import { forget, recall, save } from '../../src/store/cache.js';
import { settings } from '../../src/store/retry.js';
import { ResourceStore } from '../../src/store/store.js';
import { page } from './page.js';

const URL_A = 'https://press.example.org/a.json';
const key = (url = URL_A, cache = 'persist'): ResourceKey<'feed'> => ({
  url,
  type: feed,
  format: '',
  timeout: 8000,
  cache,
});
const bytesOf = (title: string, more = '') =>
  new TextEncoder().encode(JSON.stringify({ title: 'Feed', items: [{ id: '1', title }], more }));
const keep = (title: string, to = key(), more = '') =>
  save(to, { bytes: bytesOf(title, more), contentType: 'application/json', url: to.url });
const titleOf = (saved?: Snapshot) => (saved as Snapshot<'feed'> | undefined)?.model?.items[0]?.title;

/** As much of Web Storage as a copy needs. */
class Shelf {
  readonly kept = new Map<string, string>();
  room = Infinity;
  get length() {
    return this.kept.size;
  }
  key = (i: number) => [...this.kept.keys()][i] ?? null;
  getItem = (name: string) => this.kept.get(name) ?? null;
  removeItem = (name: string) => void this.kept.delete(name);
  setItem(name: string, value: string) {
    if (this.kept.size >= this.room) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(name, value);
  }
}

let shelf = new Shelf();
const put = (name: string, get: () => unknown) =>
  Object.defineProperty(globalThis, name, { get, configurable: true });
beforeEach(() => {
  page.reset();
  settings.most = 0;
  shelf = new Shelf();
  put('localStorage', () => shelf);
  put('sessionStorage', () => new Shelf());
});

test('a copy comes back as it was, with its time, and cleaned', async () => {
  const before = Date.now();
  keep('Déjà — نص');
  const saved = await recall(key());
  assert.equal(titleOf(saved), 'Déjà — نص');
  assert.ok(saved!.asOf! >= before && saved!.stale && saved!.fromCache);
  assert.equal(await recall(key(`${URL_A}?other`)), undefined);
  assert.equal(await recall(key(URL_A, 'session')), undefined, 'each place is its own');
  assert.equal(await recall(key(URL_A, 'nonsense')), undefined);
});

test('old copies, copies from the future, of another form, and spoilt ones are none', async () => {
  const name = `iom-widgets/1 ${URL_A}`;
  keep('One');
  const copy = JSON.parse(shelf.getItem(name)!) as { time: number };
  const day = 24 * 3600e3;
  for (const time of [Date.now() - 8 * day, Date.now() + 8 * day, 'x', undefined]) {
    shelf.setItem(name, JSON.stringify({ ...copy, time }));
    assert.equal(await recall(key()), undefined);
    assert.equal(shelf.length, 0, 'and go');
  }
  for (const written of ['', '{', 'null', '[]', '{"time":1}']) {
    shelf.setItem(name, written);
    assert.equal(await recall(key()), undefined);
  }
  shelf.setItem('iom-widgets/0 x', '{}');
  shelf.setItem('somebody else’s', '{}');
  keep('One');
  assert.deepEqual([...shelf.kept.keys()].sort(), [name, 'somebody else’s']);
});

test('ten at most, the newest; none of more than 500 kB, nor what it said before', () => {
  for (let i = 0; i < 15; i++) keep('One', key(`${URL_A}?${i}`));
  assert.equal(shelf.length, 10);
  assert.ok(shelf.getItem(`iom-widgets/1 ${URL_A}?14`));
  keep('Large', key(`${URL_A}?14`), 'x'.repeat(500_000));
  assert.equal(shelf.getItem(`iom-widgets/1 ${URL_A}?14`), null);
});

test('storage that is full makes room, or keeps nothing', () => {
  shelf.room = 1;
  keep('One');
  keep('Two', key(`${URL_A}?2`));
  assert.deepEqual([...shelf.kept.keys()], [`iom-widgets/1 ${URL_A}?2`]);
  shelf.room = 0;
  keep('Three');
});

test('storage that is refused is no storage', async () => {
  put('localStorage', () => {
    throw new DOMException('opaque origin', 'SecurityError');
  });
  keep('One');
  assert.equal(await recall(key()), undefined);
  forget(key());
});

/** A store with one who watches, and what was heard. */
function watch(what = key()) {
  const heard: string[] = [];
  let tell = (_: Snapshot) => {};
  const settled = new Promise<Snapshot>((resolve) => (tell = resolve));
  const { stop } = new ResourceStore().watch(what, (snapshot) => {
    const { status, stale, error } = snapshot;
    heard.push([status, titleOf(snapshot), stale && 'stale', error?.code].filter(Boolean).join(' '));
    if (/ready|failed/.test(status)) tell(snapshot);
  });
  return { heard, settled, stop };
}
const until = async (isTrue: () => boolean) => {
  for (let i = 0; i < 500 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 2));
  assert.ok(isTrue());
};
const saved = () => shelf.getItem(`iom-widgets/1 ${URL_A}`);

test('the copy is shown while the network is asked, and replaced by what it says', async () => {
  keep('Old');
  const { heard, settled } = watch();
  await until(() => heard.length === 2);
  assert.equal(page.requests.length, 1, 'at the same time');
  page.requests[0]!.answer(bytesOf('Withdrawn'));
  await settled;
  assert.deepEqual(heard, ['pending', 'pending Old stale', 'ready Withdrawn']);
  await until(() => saved()!.includes('Withdrawn'));
});

test('offline: the copy is shown, however fast the failure', async () => {
  keep('Old');
  page.online = false;
  const { heard, settled, stop } = watch();
  page.requests[0]!.fail();
  await settled;
  assert.deepEqual(heard, ['pending', 'pending Old stale', 'failed Old stale offline']);
  stop();
});

test('back online: asked again, by itself', async () => {
  page.online = false;
  const { heard, settled } = watch(key(URL_A, 'memory'));
  page.requests[0]!.fail();
  await settled;
  page.online = true;
  page.tell(new Event('online'));
  page.tell(new Event('online'));
  assert.equal(page.requests.length, 2);
  page.requests[1]!.answer(bytesOf('New'));
  await until(() => heard.at(-1) === 'ready New');
});

test('memory, the default, keeps nothing on the device', async () => {
  const { settled } = watch(key(URL_A, 'memory'));
  page.requests[0]!.answer(bytesOf('One'));
  await settled;
  assert.equal(shelf.length, 0);
});

test('a document that is gone is not kept, one that failed is', () => {
  keep('Old');
  forget(key(), new ResourceError('http', '500', 500));
  assert.ok(saved());
  forget(key(), new ResourceError('http', '410', 410));
  assert.equal(saved(), null);
});
