/** Whatever a feed says, it cannot hurt the page: every payload in every place, and a careless renderer beside it. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { render } from 'lit';
import '../../src/index.js';
import { richBody } from '../../src/elements/base/rich.js';
import { cleanHtml } from '../../src/ingest/rich.js';
import type { State } from '../../src/index.js';
import { payloads, shapes } from './corpus.js';
import {
  allowedInBodies,
  codeFor,
  type Detector,
  forbidden,
  namesIn,
  naively,
  pause,
  provoke,
  requests,
  spoofed,
  watch,
} from './detector.js';
import { byLanguage, chartSlots, contactSlots, type Fill, newsHeads, newsSlots } from './slots.js';

const ALL = payloads(codeFor);
const SHAPES = shapes('top.__pwned(-1)');
// long ones only where they cost anything: in bodies
const EVERY = 9;
const VALUES: readonly unknown[] = [...ALL.filter(({ length }) => length < 4000), ...SHAPES].filter(
  (_, i) => i % EVERY === 0,
);
const BASE = { url: 'https://press.example.org/', warn: () => {} };
const OPTIONS = { level: 2, target: '_blank', onFollow: () => {} } as const;

interface Row {
  readonly slot: string;
  readonly payloads: number;
  readonly executed: number;
  readonly forbidden: readonly string[];
  readonly lost: number;
  readonly control?: string;
}
const table: Row[] = [];

/** Careless pages put a value here; how many of the payloads run there. */
const caught: Record<string, number> = {};
const CARELESS: Readonly<Record<string, (value: string) => string>> = {
  text: (value) => `<h3>${value}</h3>`,
  attribute: (value) => `<img alt="${value}" src="data:,">`,
  link: (value) => `<a href="${value}">x</a>`,
};
const contextOf = (slot: string) =>
  /url|image|email/.test(slot)
    ? 'link'
    : /alt|lang|id$|date|kind|type|country/.test(slot)
      ? 'attribute'
      : 'text';

describe('hostile content', function () {
  this.timeout(60_000);
  let detector: Detector;
  let warn: typeof console.warn;
  before(() => {
    ({ warn } = console);
    console.warn = () => {};
    performance.setResourceTimingBufferSize(20_000);
    detector = watch();
  });
  after(() => {
    detector.stop();
    console.warn = warn;
    const lines = table.map(
      (r) =>
        `${r.slot} | ${r.payloads} | ${r.executed} | ${r.forbidden.length} | ${r.lost} | ${r.control ?? caught[contextOf(r.slot)]}`,
    );
    console.log(['slot | payloads | executed | forbidden | lost | control executed', ...lines].join('\n'));
  });

  it('the corpus is large, and no two of its payloads are alike', () => {
    expect(new Set(payloads(() => 'x()'))).to.have.length(ALL.length);
    expect(ALL.length).to.be.above(400);
  });

  it('a careless renderer is caught', async () => {
    for (const [context, write] of Object.entries(CARELESS)) {
      const asked = await naively(ALL.map(write));
      caught[context] = detector.executed().size;
      // WebKit tells nothing of what another document asks for
      if (context === 'text' && !/AppleWebKit(?!.*Chrome)/.test(navigator.userAgent))
        expect(asked, 'requests seen').not.to.be.empty;
    }
    expect(caught.text).to.be.above(150);
    expect(caught.attribute).to.be.above(5);
    expect(caught.link).to.be.above(15);
    await pause(200); // what its last frames have still begun
    detector.executed();
    detector.errors();
  });

  it('bodies: nothing runs, nothing is there that is not allowed, nothing is asked for', async () => {
    const before = requests().length;
    const trees = ALL.map((markup) => cleanHtml(markup, BASE));
    await pause(50);
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes('evil.invalid'))).to.be
      .empty;
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const wrong: string[] = [];
    let lost = 0;
    let kept = 0;
    const show = (tree: ReturnType<typeof cleanHtml>) => {
      const part = document.createElement('div');
      box.append(part);
      render(richBody(tree, OPTIONS), part);
      provoke(part);
      wrong.push(...forbidden(part, allowedInBodies), ...spoofed(part));
      return part;
    };
    trees.forEach(show);
    for (const markup of ALL) {
      const { textContent } = show(cleanHtml(`<p>harbour</p>${markup}<p>quay</p>`, BASE));
      if (!textContent?.includes('harbour')) lost++;
      if (textContent?.includes('quay')) kept++;
    }
    await pause(300);
    const executed = detector.executed().size;
    table.push({
      slot: 'body',
      payloads: ALL.length,
      executed,
      forbidden: wrong,
      lost,
      control: String(caught.text),
    });
    expect(executed).to.equal(0);
    expect(wrong).to.deep.equal([]);
    expect(lost).to.equal(0);
    expect(kept / ALL.length, 'what comes after a payload').to.be.above(0.65);
    expect(requests().slice(before)).to.deep.equal([]);
    expect(detector.errors()).to.deep.equal([]);
  });

  // ---- the widgets

  type Widget = HTMLElement & { data: unknown; state: State; updateComplete: Promise<boolean> };

  async function show(markup: string, data: unknown): Promise<Widget> {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.innerHTML = markup;
    const widget = box.firstElementChild as Widget;
    widget.data = data;
    await waitUntil(() => !/idle|loading/.test(widget.state), 'it is settled', { timeout: 20_000 });
    await widget.updateComplete;
    return widget;
  }

  /** Shows documents of hostile values; what is allowed there is what a good document shows. */
  async function attack(
    slot: string,
    markup: string,
    item: string,
    documents: readonly unknown[],
    harmless: readonly unknown[],
    expected: number,
  ) {
    const before = requests().length;
    const allowed = new Set<string>();
    for (const document of harmless) {
      for (const name of namesIn((await show(markup, document)).shadowRoot!)) allowed.add(name);
    }
    const wrong: string[] = [];
    let shown = 0;
    for (const document of documents) {
      const widget = await show(markup, document);
      const root = widget.shadowRoot!;
      provoke(root);
      wrong.push(...forbidden(root, allowed), ...spoofed(root));
      shown += root.querySelectorAll(item).length;
      widget.remove();
    }
    await pause(20);
    const executed = detector.executed().size;
    table.push({
      slot,
      payloads: VALUES.length,
      executed,
      forbidden: wrong,
      lost: Math.max(expected - shown, 0),
    });
    expect(executed).to.equal(0);
    expect([...new Set(wrong)]).to.deep.equal([]);
    expect(requests().slice(before)).to.deep.equal([]);
    expect(detector.errors()).to.deep.equal([]);
    return { lost: expected - shown };
  }

  const GOOD = ['x'];
  const chunks = (size: number) =>
    Array.from({ length: Math.ceil(VALUES.length / size) }, (_, i) => VALUES.slice(i * size, (i + 1) * size));
  /** These say which record it is, or whether there is one. */
  const MAY_LOSE = /^(?:id|url|_iom|_iom\.translations|name|name\.en|emails.*|phones.*|parent_id)$/;

  const families: readonly (readonly [string, string, Readonly<Record<string, Fill>>, string, number])[] = [
    [
      'news-list',
      '<iom-news-list limit=1000 heading-level=3 link-target=_blank fields="date dateline type excerpt image languages"></iom-news-list>',
      newsSlots,
      '.item article',
      1000,
    ],
    [
      'press-contact',
      '<iom-press-contact fields="name role office mail phone languages hours photo"></iom-press-contact>',
      contactSlots,
      '.item',
      200,
    ],
    [
      'org-chart',
      '<iom-org-chart depth=9 link-target=_blank></iom-org-chart>',
      { ...chartSlots, 'name (language)': byLanguage },
      '.unit',
      1000,
    ],
  ];
  for (const [name, markup, slots, item, size] of families) {
    describe(`<iom-${name}>`, () => {
      for (const [slot, fill] of Object.entries(slots)) {
        it(slot, async () => {
          const documents = chunks(size).map(fill);
          const harmless = [Object.values(slots)[0]!(GOOD), fill(GOOD)];
          const { lost } = await attack(`${name} ${slot}`, markup, item, documents, harmless, VALUES.length);
          if (!MAY_LOSE.test(slot)) expect(lost).to.be.at.most(0);
        });
      }
    });
  }

  for (const [slot, fill] of Object.entries(newsHeads)) {
    it(`a feed's own ${slot}`, async () => {
      const markup = families[0]![1];
      const some = VALUES.filter((_, i) => i % 6 === 0 || i >= ALL.length);
      await attack(`feed ${slot}`, markup, '.item article', some.map(fill), [fill('x')], 0);
    });
  }
});
