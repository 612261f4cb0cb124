/**
 * The three browser engines, as launchers for Web Test Runner. Without ENGINES the tests run in those found on the
 * machine; `ENGINES=chromium,firefox,webkit` demands the ones it names.
 */
import { existsSync } from 'node:fs';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { executable, findChromium, onPath } from './chromium.mjs';
import { webdriverLauncher } from './webdriver.mjs';

async function chromium() {
  const { path, args, env } = await findChromium();
  return chromeLauncher({ launchOptions: { executablePath: path, args, env: { ...process.env, ...env } } });
}

/** Puppeteer speaks WebDriver BiDi with it. */
function firefox() {
  const executablePath =
    process.env.FIREFOX_PATH ??
    onPath('firefox-esr', 'firefox') ??
    [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ].find(existsSync);
  if (!executablePath) return undefined;
  return chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath, headless: true } });
}

/** WebKitGTK on Linux; Safari on a Mac, only if asked for by name: it wants `sudo safaridriver --enable` first. */
function webkit(isDemanded) {
  if (process.platform === 'darwin') {
    if (!isDemanded) return undefined;
    const command = (port) => ['safaridriver', '-p', String(port)];
    return webdriverLauncher({ name: 'Safari', command, capabilities: { browserName: 'safari' } });
  }
  const driver = onPath('WebKitWebDriver');
  const machine = { x64: 'x86_64', arm64: 'aarch64' }[process.arch];
  const binary = ['4.1', '6.0', '4.0']
    .flatMap((version) =>
      [`/usr/lib/${machine}-linux-gnu`, '/usr/libexec', '/usr/lib'].map(
        (lib) => `${lib}/webkit2gtk-${version}`,
      ),
    )
    .map((folder) => `${folder}/MiniBrowser`)
    .find(executable);
  const screen = process.env.DISPLAY
    ? []
    : onPath('xvfb-run') && ['xvfb-run', '-a', '-s', '-screen 0 1280x900x24'];
  if (!driver || !binary || !screen) return undefined;
  return webdriverLauncher({
    name: 'WebKitGTK',
    command: (port) => [...screen, driver, `--port=${port}`],
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  });
}

const ENGINES = { chromium, firefox, webkit };

/** @param {string | undefined} names what ENGINES holds */
export async function findEngines(names) {
  const demanded = names?.split(',').map((name) => name.trim());
  const launchers = [];
  const missing = [];
  for (const name of demanded ?? Object.keys(ENGINES)) {
    if (!Object.hasOwn(ENGINES, name))
      throw new Error(`ENGINES: "${name}" is none of ${Object.keys(ENGINES).join(', ')}`);
    const launcher = await ENGINES[name](!!demanded);
    if (launcher) launchers.push(launcher);
    else missing.push(name);
  }
  const list = missing.join(' and ');
  if (demanded && list)
    throw new Error(
      `ENGINES: ${list} not found on this machine (on Debian: apt-get install firefox-esr webkit2gtk-driver xvfb)`,
    );
  if (list) console.log(`Not found on this machine, and so not tested: ${list}.`);
  return launchers;
}
