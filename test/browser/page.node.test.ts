/** The built files on a real page, served under a strict policy: the demo, in its four languages. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ts from 'typescript';
import { fromRoot } from '../../scripts/paths.mjs';
import { openSite, seenIn, type Site, untilState, type Visit, type VisitOptions } from './site.js';

interface DemoRelease {
  title: string;
  language: string;
  _iom: { dateline?: { text: string } };
}
interface DemoUnit {
  id: string;
  parent_id?: string | null;
  name: Record<string, string>;
}
const demo = <T>(file: string): T => JSON.parse(readFileSync(fromRoot(`demo/${file}`), 'utf8')) as T;
const { items } = demo<{ items: DemoRelease[] }>('releases.json');
const { units } = demo<{ units: DemoUnit[] }>('organization.json');

const PAGES = { en: '', fr: 'fr/', es: 'es/', ar: 'ar/' };
const WIDGETS = ['iom-news-list', 'iom-press-contact', 'iom-org-chart'];

let site: Site;
before(async () => void (site = await openSite()), { timeout: 120_000 });
after(() => site?.close());

/** Opens a page, and closes it whatever happens. */
async function on(
  path: string,
  look: (visit: Visit) => Promise<void>,
  options?: VisitOptions,
): Promise<void> {
  const visit = await site.visit(path, options);
  try {
    await look(visit);
  } finally {
    await visit.close();
  }
}

const ICON = '<link rel="icon" href="/crest.svg" />';
const tidy = (text: string) => text.replace(/\s+/g, ' ');

for (const [language, path] of Object.entries(PAGES)) {
  const ours = items.filter((item) => item.language === language);
  const titles = ours.map(({ title }) => tidy(title));

  describe(`the demo page in ${language}`, () => {
    it('shows its releases, their dateline, the contact and the chart', () =>
      on(path, async ({ page }) => {
        await untilState(page, 'ready', ...WIDGETS);
        const news = tidy(await seenIn(page, 'iom-news-list'));
        for (const title of titles) assert.ok(news.includes(title), title);
        for (const { _iom } of ours) if (_iom.dateline) assert.ok(news.includes(_iom.dateline.text));
        const links = await page.$eval('iom-press-contact', ({ shadowRoot }) =>
          [...shadowRoot!.querySelectorAll('a')].map((link) => link.getAttribute('href')),
        );
        assert.ok(links.includes('tel:+12028621826,230'), links.join());
        assert.ok(links.includes('mailto:mgmoreno@iom.int'), links.join());
        const chart = tidy(await seenIn(page, 'iom-org-chart'));
        const top = units.find(({ parent_id }) => !parent_id)!;
        for (const { name } of [top, ...units.filter(({ parent_id }) => parent_id === top.id)])
          assert.ok(chart.includes(tidy(name[language]!)), name[language]);
      }));

    it('breaks no rule of its policy, writes no error, asks no other host, keeps nothing', () =>
      on(path, async ({ page, complaints, requests }) => {
        await untilState(page, 'ready', ...WIDGETS);
        assert.deepEqual(complaints, []);
        assert.deepEqual(
          requests.filter((url) => !url.startsWith(site.url)),
          [],
        );
        assert.deepEqual(requests.filter((url) => url.endsWith('.json')).sort(), [
          `${site.url}organization.json`,
          `${site.url}releases.json`,
        ]);
        assert.deepEqual(await page.browserContext().cookies(), []);
        const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
        assert.deepEqual(kept, ['', 0, 0]);
        const header = (await page.reload())!.headers()['content-security-policy']!;
        assert.match(header, /require-trusted-types-for 'script'/);
        assert.doesNotMatch(header, /unsafe/);
      }));

    it('can be read without JavaScript', () =>
      on(
        path,
        async ({ page, complaints }) => {
          const text = tidy(await page.$eval('body', (body) => body.innerText));
          for (const title of titles) assert.ok(text.includes(title), title);
          for (const words of [
            '+1 202 862 1826',
            'mgmoreno@iom.int',
            tidy(units.find(({ parent_id }) => !parent_id)!.name[language]!),
          ])
            assert.ok(text.includes(words), words);
          assert.equal(await page.$eval('iom-news-list', ({ shadowRoot }) => shadowRoot), null);
          assert.deepEqual(complaints, []);
        },
        { isScripted: false },
      ));

    it('keeps its own content when the feed is gone, and offers to try again', () => {
      let isGone = true;
      const answer: VisitOptions['answer'] = (request) =>
        isGone && request.url().endsWith('/releases.json') ? { status: 404, body: 'Not found' } : undefined;
      return on(
        path,
        async ({ page, requests }) => {
          await untilState(page, 'error', 'iom-news-list', 'iom-press-contact');
          await untilState(page, 'ready', 'iom-org-chart');
          const text = tidy(await seenIn(page, 'iom-news-list'));
          for (const title of titles) assert.ok(text.includes(title), title);
          assert.ok(await page.$eval('iom-news-list a', (link) => link.checkVisibility()));
          // the two may share a request, or the second comes when the first has failed, and tries for itself
          assert.ok(requests.filter((url) => url.endsWith('/releases.json')).length <= 2);
          isGone = false;
          await page.$eval('iom-news-list', ({ shadowRoot }) => shadowRoot!.querySelector('button')!.click());
          await untilState(page, 'ready', 'iom-news-list');
          assert.equal(await page.$eval('iom-news-list ul', (list) => list.checkVisibility()), false);
        },
        { answer },
      );
    });
  });
}

describe('scripts that meet on one page', () => {
  it('a breach of the policy is noticed', () => {
    const html = `<!doctype html><html lang="en"><title>Breach</title>${ICON}<script>1</script><p onclick="1">x</p>`;
    return on(site.write('breach.html', html), async ({ page, complaints }) => {
      await page.evaluate(() => void document.body.firstElementChild!.setAttribute('style', 'color: red'));
      assert.ok(
        complaints.some((words) => words.startsWith('policy: script-src-elem inline')),
        complaints.join(),
      );
    });
  });

  const meetings: Record<string, string[]> = {
    'the autoloader and a standalone file': ['iom-widgets.js', 'standalone/iom-news-list.js'],
    'a standalone file and the autoloader': ['standalone/iom-news-list.js', 'iom-widgets.js'],
    'the autoloader under two addresses': ['iom-widgets.js', 'iom-widgets.js?from=another-plugin'],
    'a standalone file under two addresses': ['standalone/iom-news-list.js', 'standalone/iom-news-list.js?v=2'],
    'two standalone files': ['standalone/iom-news-list.js', 'standalone/iom-press-contact.js'],
    'all of them': [
      'iom-widgets.js', 'standalone/iom-press-contact.js', 'standalone/iom-org-chart.js', 'standalone/iom-news-list.js',
      'elements/news-list/news-list.js',
    ],
  }; // prettier-ignore
  for (const [name, scripts] of Object.entries(meetings)) {
    it(`${name}: nothing throws, the list is there, one request`, () => {
      const tags = scripts.map((file) => `<script type="module" src="/dist/${file}"></script>`).join('\n');
      const lists = '<iom-news-list src="/releases.json"></iom-news-list>'.repeat(2);
      const html = `<!doctype html><html lang="fr"><title>Two scripts</title>${ICON}${tags}${lists}`;
      const path = site.write(`${name.replaceAll(' ', '-')}.html`, html);
      return on(path, async ({ page, complaints, requests }) => {
        await untilState(page, 'ready', 'iom-news-list');
        assert.deepEqual(complaints, []);
        assert.equal(requests.filter((url) => url.endsWith('/releases.json')).length, 1);
        assert.match(await seenIn(page, 'iom-news-list'), /OIM/);
      });
    });
  }

  it('a widget that comes later is found', () => {
    const html =
      '<!doctype html><html lang="en"><title>Later</title><script type="module" src="/dist/iom-widgets.js"></script>';
    return on(site.write('later.html', html), async ({ page, requests }) => {
      assert.deepEqual(
        requests.filter((url) => /elements|chunks/.test(url)),
        [],
        'a page without widgets loads none',
      );
      await page.evaluate(() => {
        const list = document.createElement('iom-news-list');
        list.setAttribute('src', '/releases.json');
        document.body.append(list);
      });
      await untilState(page, 'ready', 'iom-news-list');
    });
  });
});

describe('the built files', () => {
  const elements = readdirSync(fromRoot('src/elements')).filter((name) => name !== 'base');

  /** The modules that a script names, and how. */
  function importsOf(path: string): { to: string; isStatic: boolean }[] {
    const found: { to: string; isStatic: boolean }[] = [];
    const visit = (node: ts.Node): void => {
      if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
        found.push({ to: (node.moduleSpecifier as ts.StringLiteral).text, isStatic: true });
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
        found.push({ to: (node.arguments[0] as ts.StringLiteral).text, isStatic: false });
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest));
    return found;
  }

  for (const name of elements) {
    it(`standalone/iom-${name}.js imports nothing that it needs, and what it may fetch later is there`, () => {
      const imports = importsOf(join(site.dist, `standalone/iom-${name}.js`));
      assert.deepEqual(
        imports.filter(({ isStatic }) => isStatic),
        [],
      );
      for (const { to } of imports) assert.ok(existsSync(join(site.dist, 'standalone', to)), to);
    });
  }

  it('every file that another one names is there', () => {
    const scripts = readdirSync(site.dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    assert.ok(scripts.length > elements.length * 2);
    for (const file of scripts) {
      for (const { to } of importsOf(join(site.dist, file)))
        assert.ok(existsSync(join(site.dist, file, '..', to)), `${file}: ${to}`);
    }
  });
});
