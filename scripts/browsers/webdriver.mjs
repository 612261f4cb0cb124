/**
 * A launcher for Web Test Runner that speaks plain W3C WebDriver, without a package: for WebKitGTK and Safari.
 * It calls itself 'puppeteer', since that makes @web/test-runner-commands use getPage(), of which the few calls it
 * makes are here.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const BUTTONS = { left: 0, middle: 1, right: 2 };
const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A',
  Escape: '\uE00C', Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Insert: '\uE016',
  Delete: '\uE017', F1: '\uE031', F10: '\uE03A', Meta: '\uE03D',
}; // prettier-ignore

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {{name: string, command: (port: number) => string[], capabilities: object}} options */
export function webdriverLauncher({ name, command, capabilities }) {
  const active = new Map();
  let driver, base, session, starting;

  async function call(method, path, body) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(base + path, { method, headers, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${name}: ${value.error}: ${value.message}`);
    return value;
  }

  async function start() {
    const port = await freePort();
    const [program, ...args] = command(port);
    base = `http://127.0.0.1:${port}`;
    // its own process group, so that the browser and the virtual screen end with it
    driver = spawn(program, args, { stdio: 'ignore', detached: true });
    let failure;
    driver.once('error', (error) => (failure = error));
    process.once('exit', kill);
    for (let tries = 100; !(await isReady()); tries--) {
      if (failure || !tries) throw failure ?? new Error(`${name}: the driver does not answer`);
      await sleep(100);
    }
    // 'none': Web Test Runner itself knows when a page is ready
    const alwaysMatch = { pageLoadStrategy: 'none', ...capabilities };
    session = `/session/${(await call('POST', '/session', { capabilities: { alwaysMatch } })).sessionId}`;
  }

  const isReady = () => call('GET', '/status').then((status) => status.ready, () => false); // prettier-ignore

  function kill() {
    try {
      process.kill(-driver.pid, 'SIGTERM');
    } catch {
      // it has ended already
    }
  }

  const act = (source) => call('POST', `${session}/actions`, { actions: [source] });
  const keys = (actions) => act({ type: 'key', id: 'keyboard', actions });
  const mouse = (actions) =>
    act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });

  const key = (type) => (value) => ({ type, value: KEYS[value] ?? value });
  const [down, up] = [key('keyDown'), key('keyUp')];
  const move = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });
  const button = (type, { button: which = 'left' } = {}) => ({ type, button: BUTTONS[which] });

  const page = {
    keyboard: {
      type: (text) => keys([...text].flatMap((letter) => [down(letter), up(letter)])),
      press(combination) {
        const together = combination.split('+');
        return keys([...together.map(down), ...together.reverse().map(up)]);
      },
      down: (name) => keys([down(name)]),
      up: (name) => keys([up(name)]),
    },
    mouse: {
      move: (x, y) => mouse([move(x, y)]),
      click: (x, y, options) =>
        mouse([move(x, y), button('pointerDown', options), button('pointerUp', options)]),
      down: (options) => mouse([button('pointerDown', options)]),
      up: (options) => mouse([button('pointerUp', options)]),
      reset: () => call('DELETE', `${session}/actions`),
    },
    async setViewport({ width, height }) {
      // WebDriver sets the size of the window, which is larger than the page by its frame
      const script = { script: 'return [innerWidth, innerHeight]', args: [] };
      const [innerWidth, innerHeight] = await call('POST', `${session}/execute/sync`, script);
      const outer = await call('GET', `${session}/window/rect`);
      const rect = { width: width + outer.width - innerWidth, height: height + outer.height - innerHeight };
      await call('POST', `${session}/window/rect`, rect);
    },
  };

  return {
    name,
    type: 'puppeteer',
    concurrency: 1,
    initialize() {},
    async startSession(id, url) {
      await (starting ??= start());
      active.set(id, url);
      await call('POST', `${session}/url`, { url });
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => active.get(id),
    async stopSession(id) {
      active.delete(id);
      await call('POST', `${session}/url`, { url: 'about:blank' }).catch(() => {});
      return { testCoverage: undefined, errors: [] };
    },
    getPage: () => page,
    async startDebugSession() {
      throw new Error(`${name}: debugging by hand is not supported`);
    },
    async stop() {
      if (!driver) return;
      if (session) await call('DELETE', session).catch(() => {});
      process.off('exit', kill);
      kill();
    },
  };
}
