/**
 * Finds a browser of the Chromium family, in this order: CHROME_PATH; what is installed; the caches of Playwright and
 * Puppeteer; on Linux x64 the Chromium that an npm package carries, fetched once. So `npm ci && npm test` needs
 * nothing else on a bare machine.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { fromRoot } from '../paths.mjs';

const { arch, env, platform } = process;
const run = promisify(execFile);

const PACKAGE = '@sparticuz/chromium@153.0.0';
const INTEGRITY =
  'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==';

/** The path itself if it can be run. */
export function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}

/** The first of these commands that is on the PATH. */
export function onPath(...names) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    const folder = folders.find((each) => executable(join(each, name)));
    if (folder) return join(folder, name);
  }
  return undefined;
}

function named() {
  const path = env.CHROME_PATH ?? env.CHROME_BIN ?? env.PUPPETEER_EXECUTABLE_PATH;
  if (path && !existsSync(path)) throw new Error(`CHROME_PATH points at ${path}, which is not there`);
  return path;
}

function installed() {
  if (platform === 'darwin') {
    const apps = [
      'Google Chrome',
      'Chromium',
      'Microsoft Edge',
      'Brave Browser',
      'Google Chrome for Testing',
    ];
    return ['/Applications', join(homedir(), 'Applications')]
      .flatMap((folder) => apps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)))
      .find(executable);
  }
  if (platform === 'win32') {
    const apps = ['Google/Chrome', 'Chromium'].map((app) => `${app}/Application/chrome.exe`);
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [...apps, 'Microsoft/Edge/Application/msedge.exe'].map((app) => join(folder, app)))
      .find(existsSync);
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  return (
    onPath(...names, 'microsoft-edge-stable', 'microsoft-edge', 'brave-browser') ??
    executable('/snap/bin/chromium')
  );
}

function cached() {
  const caches = { darwin: join(homedir(), 'Library/Caches'), win32: env.LOCALAPPDATA }[platform];
  const playwright =
    env.PLAYWRIGHT_BROWSERS_PATH ?? join(caches ?? join(homedir(), '.cache'), 'ms-playwright');
  const puppeteer = env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer');
  return (
    newest(playwright, /^chromium(_headless_shell)?-\d/) ??
    newest(join(puppeteer, 'chrome'), /./) ??
    newest(join(puppeteer, 'chrome-headless-shell'), /./)
  );
}

/** These caches hold one folder a version. */
function newest(folder, version) {
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).filter((name) => version.test(name));
  versions.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  for (const each of versions) {
    const found = search(join(folder, each), 4);
    if (found) return found;
  }
  return undefined;
}

function search(folder, depth) {
  const names =
    /^(chrome|headless_shell|chrome-headless-shell)(\.exe)?$|^(Chromium|Google Chrome for Testing)$/;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile() && names.test(entry.name) && executable(path)) return path;
    const found = entry.isDirectory() && depth && search(path, depth - 1);
    if (found) return found;
  }
  return undefined;
}

async function packaged() {
  if (platform !== 'linux' || arch !== 'x64' || env.NO_BROWSER_DOWNLOAD) return undefined;
  const folder = fromRoot('node_modules/.cache/chromium');
  if (!executable(join(folder, 'chromium'))) {
    console.error(`No Chromium found: fetching ${PACKAGE} from the npm registry (about 70 MB, once)…`);
    await unpack(folder);
  }
  return {
    path: join(folder, 'chromium'),
    args: ['--no-sandbox'],
    env: {
      LD_LIBRARY_PATH: [join(folder, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** `npm pack` fetches without installing: the package asks for a newer Node, but only its binary is used. */
async function unpack(folder) {
  const temporary = `${folder}.${process.pid}`;
  await mkdir(temporary, { recursive: true });
  const options = ['--json', '--ignore-scripts', '--pack-destination', temporary];
  const { stdout } = await run('npm', ['pack', PACKAGE, ...options], { maxBuffer: 1 << 24 });
  const archive = join(temporary, JSON.parse(stdout)[0].filename.replace(/^@/, '').replace('/', '-'));
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== INTEGRITY) throw new Error(`${PACKAGE} has the wrong checksum ${integrity}`);
  await run('tar', ['-xzf', archive, '-C', temporary]);

  const inflate = (name) =>
    pipeline(
      createReadStream(join(temporary, 'package/bin', `${name}.br`)),
      createBrotliDecompress(),
      createWriteStream(join(temporary, name)),
    );
  await inflate('chromium');
  await chmod(join(temporary, 'chromium'), 0o755);
  for (const name of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
    await inflate(name);
    await run('tar', ['-xf', join(temporary, name), '-C', temporary]);
    await rm(join(temporary, name));
  }
  // The package's own file points at folders that are not there, and without any font Chromium crashes on the first
  // text field.
  const fonts = ['/usr/share/fonts', join(folder, 'fonts')].map((path) => `<dir>${path}</dir>`).join('');
  await writeFile(
    join(temporary, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">` +
      `<fontconfig>${fonts}<cachedir>${join(folder, 'fontcache')}</cachedir></fontconfig>`,
  );
  await rm(join(temporary, 'package'), { recursive: true });
  await rm(archive);
  try {
    await rename(temporary, folder); // in one step, so that a half of it is never taken for the whole
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (!executable(join(folder, 'chromium'))) throw error; // else another run was faster
  }
}

/** @returns {Promise<{path: string, args: string[], env: Record<string, string>}>} */
export async function findChromium() {
  const path = named() ?? installed() ?? cached();
  // Chromium's sandbox refuses to work for root, which is what a container usually is
  if (path) return { path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], env: {} };
  const found = await packaged().catch((error) => void console.error(error.message));
  if (found) return found;
  const install = {
    linux: 'sudo apt-get install -y chromium    (on Fedora: sudo dnf install chromium)',
    darwin: 'brew install --cask google-chrome',
    win32: 'winget install Google.Chrome',
  }[platform];
  throw new Error(`No Chrome, Chromium or Edge was found. Do one of these, then try again:
  set CHROME_PATH to the browser's program
  npx @puppeteer/browsers install chrome-headless-shell@stable --path ~/.cache/puppeteer
  ${install ?? 'install Chromium'}`);
}
