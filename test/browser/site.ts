/** The demo on a server of its own, over files that were built for this test alone, and a browser to look at it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { fromRoot, root } from '../../scripts/paths.mjs';
import { startServer } from '../../scripts/serve.mjs';

const LEFT_OUT = new Set(['node_modules', 'dist', 'storybook-static', 'coverage', '.git']);

/** Builds a copy of the project, so that nobody's dist/ changes under them. Returns its dist/. */
export function buildInto(folder: string): string {
  const copy = join(folder, 'project');
  cpSync(root, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  symlinkSync(fromRoot('node_modules'), join(copy, 'node_modules'), 'junction');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', '--cdn'], {
    cwd: copy,
  });
  if (status) throw new Error(`The build failed:\n${stdout.toString()}${stderr.toString()}`);
  return join(copy, 'dist');
}

/** What happened on a page while it was looked at. */
export interface Visit {
  readonly page: Page;
  /** Errors, warnings and violations of the content security policy. */
  readonly complaints: string[];
  readonly requests: string[];
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly isScripted?: boolean;
  /** Answers a request in the server's place; undefined leaves it to the server. */
  readonly answer?: (request: HTTPRequest) => { status: number; body: string } | undefined;
}

export interface Site {
  readonly url: string;
  readonly dist: string;
  /** Puts a page of the test's own under /pages/. */
  write(name: string, html: string): string;
  visit(path: string, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'iom-widgets-'));
  const dist = buildInto(folder);
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  const roots = { '/dist/': dist, '/pages/': pages, '/': fromRoot('demo') };
  const server = await startServer({ port: 0, roots });
  const { path, args, env } = await findChromium();
  const browser = await puppeteer.launch({ executablePath: path, args, env: { ...process.env, ...env } });
  return {
    url: server.url,
    dist,
    write(name, html) {
      writeFileSync(join(pages, name), html);
      return `pages/${name}`;
    },
    visit: (to, options) => visit(browser, server.url + to, options),
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function visit(
  browser: Browser,
  url: string,
  { isScripted = true, answer }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/^(error|warn|issue)$/.test(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.exposeFunction('complain', (words: string) => complaints.push(words));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { complain } = window as unknown as { complain(words: string): void };
      complain(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.setJavaScriptEnabled(isScripted);
  // tall: what loads when it comes near the viewport is near it
  await page.setViewport({ width: 1280, height: 4000 });
  if (answer) {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const own = answer(request);
      void (own ? request.respond({ contentType: 'text/plain', ...own }) : request.continue());
    });
  }
  await page.goto(url, { waitUntil: 'load' });
  return { page, complaints, requests, close: () => context.close() };
}

/** Waits until every widget named is in a state. */
export async function untilState(page: Page, state: string, ...tags: string[]): Promise<void> {
  await page.waitForFunction(
    (wanted, names) =>
      names.every((tag) => {
        const all = [...document.querySelectorAll<HTMLElement & { state?: string }>(tag)];
        return all.length > 0 && all.every((element) => element.state === wanted);
      }),
    { timeout: 15_000 },
    state,
    tags,
  );
}

/** What a reader sees of an element, its shadow tree and the page's own content in it. */
export const seenIn = (page: Page, tag: string): Promise<string> =>
  page.$eval(
    tag,
    (element) =>
      (element as HTMLElement).innerText +
      (element.shadowRoot?.querySelector<HTMLElement>('[part~=base]')?.innerText ?? ''),
  );
