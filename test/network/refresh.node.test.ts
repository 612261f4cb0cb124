import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { RefreshController } from '../../src/controllers/refresh-controller.js';
import { page } from '../store/page.js';

const MINUTE = 60_000;

function hostOf(refresh: number) {
  const host = {
    refresh,
    isConnected: true,
    reloads: 0,
    updateComplete: Promise.resolve(true),
    addController: () => {},
    removeController: () => {},
    requestUpdate: () => {},
    reload: () => void host.reloads++,
  };
  const controller = new RefreshController(host);
  controller.hostConnected();
  return { host, controller };
}

test('asks every so many minutes, only while somebody looks', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  page.reset();
  const { host, controller } = hostOf(5);
  mock.timers.tick(5 * MINUTE - 1);
  assert.equal(host.reloads, 0);
  mock.timers.tick(1);
  assert.equal(host.reloads, 1);
  page.hidden = true;
  mock.timers.tick(60 * MINUTE);
  assert.equal(host.reloads, 1, 'hidden');
  page.hidden = false;
  page.tell(new Event('visibilitychange'));
  assert.equal(host.reloads, 2, 'once when it is seen again');
  host.refresh = 2;
  controller.hostUpdated();
  mock.timers.tick(2 * MINUTE);
  assert.equal(host.reloads, 3);
  controller.hostDisconnected();
  mock.timers.tick(60 * MINUTE);
  page.tell(new Event('visibilitychange'));
  assert.equal(host.reloads, 3, 'taken out');
  mock.timers.reset();
});

for (const [minutes, after, reloads] of [
  [0, 600, 0],
  [-1, 600, 0],
  [NaN, 600, 0],
  [0.001, 3, 3],
  [1e9, 600, 0],
] as const) {
  test(`refresh="${minutes}": ${reloads} in ${after} minutes`, () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    page.reset();
    const { host, controller } = hostOf(minutes);
    for (let i = 0; i < after; i++) mock.timers.tick(MINUTE);
    assert.equal(host.reloads, reloads);
    controller.hostDisconnected();
    mock.timers.reset();
  });
}
