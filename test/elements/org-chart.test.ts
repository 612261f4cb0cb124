import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../src/elements/org-chart/org-chart.js';
import type {
  IomActionEvent,
  IomErrorEvent,
  IomLoadEvent,
  IomNavigateEvent,
  IomOrgChart,
} from '../../src/index.js';
import * as documents from '../fixtures/organization.js';

// ---- what a test looks at

const all = (el: IomOrgChart, selector: string) => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (el: IomOrgChart, selector: string) => el.shadowRoot!.querySelector<HTMLElement>(selector);
const cardOf = (el: IomOrgChart, id: string) => one(el, `[data-id="${CSS.escape(id)}"] > .card`)!;
const nameOf = (el: IomOrgChart, id: string) => cardOf(el, id).querySelector<HTMLElement>('.name')!;
const linkOf = (el: IomOrgChart, id: string) => cardOf(el, id).querySelector<HTMLAnchorElement>('a')!;
const toggleOf = (el: IomOrgChart, id: string) => cardOf(el, id).querySelector<HTMLButtonElement>('.toggle')!;
const branchOf = (el: IomOrgChart, id: string) => one(el, `[data-id="${CSS.escape(id)}"] > .branch`)!;
const words = (node: Element | null) => node?.textContent?.replace(/\s+/g, ' ').trim();
const status = (el: IomOrgChart) => words(one(el, '[part="status"]'));
const focused = (el: IomOrgChart) => el.shadowRoot!.activeElement;
const box = (element: Element) => element.getBoundingClientRect();

const settled = (el: IomOrgChart) =>
  waitUntil(() => !['idle', 'loading'].includes(el.state), 'the data is in');

async function place(template: TemplateResult, width = ''): Promise<IomOrgChart> {
  const around = await fixture<HTMLElement>(html`<div>${template}</div>`);
  around.style.inlineSize = width;
  const el = around.querySelector('iom-org-chart')!;
  await el.updateComplete;
  return el;
}

async function show(data: unknown, width = '', lang = 'en', depth = 2): Promise<IomOrgChart> {
  const el = await place(
    html`<iom-org-chart .data=${data} lang=${lang} depth=${depth}></iom-org-chart>`,
    width,
  );
  await settled(el);
  await el.updateComplete;
  return el;
}

async function toggle(el: IomOrgChart, id: string): Promise<void> {
  toggleOf(el, id).click();
  await el.updateComplete;
}

describe('iom-org-chart', () => {
  const { fetch } = globalThis;
  const { warn } = console;
  before(() => {
    console.warn = () => {}; // failures are told to developers there
  });
  after(() => {
    console.warn = warn;
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  describe('what is shown', () => {
    it('is one nested list, open to two levels', async () => {
      const el = await show(documents.organization);
      expect(all(el, '.unit').map((unit) => unit.dataset.id)).to.deep.equal([
        'dg', 'cos', 'comms', 'management', 'operations', 'legal', 'ombudsperson', 'oversight',
      ]); // prettier-ignore
      for (const unit of all(el, '.unit')) {
        expect(unit.localName).to.equal('li');
        expect(unit.parentElement!.getAttribute('role')).to.equal('list');
      }
      expect(words(one(el, 'h2'))).to.equal('Example Organization');
      expect(status(el)).to.equal('16 units');
    });

    it('starts at any unit, and opens as many levels as asked', async () => {
      const el = await show(documents.organization, '', 'en', 3);
      expect(all(el, '.unit')).to.have.length(14);
      el.root = 'operations';
      await el.updateComplete;
      expect(all(el, '.unit')[0]!.dataset.id).to.equal('operations');
      expect(all(el, '.unit')).to.have.length(5);
      expect(status(el)).to.equal('5 units');
      el.depth = 1;
      await el.updateComplete;
      expect(all(el, '.unit')).to.have.length(1);
      el.root = 'nobody';
      await el.updateComplete;
      expect(el.state).to.equal('empty');
    });

    it('says who leads a unit only where that says more than its name', async () => {
      const el = await show(documents.organization);
      expect(words(cardOf(el, 'dg').querySelector('.head'))).to.equal('Nadia Rivière');
      expect(words(cardOf(el, 'cos').querySelector('.head'))).to.equal('Chief of Staff');
      expect(cardOf(el, 'legal').querySelector('.head')).to.equal(null);
    });

    it('says vacant, acting and shared', async () => {
      const el = await show(documents.vacantAndActing);
      const badges = all(el, '.badge').map(words);
      expect(badges).to.deep.equal(['Vacant', 'Acting', 'Vacant']);
      expect([...cardOf(el, 'operations').querySelectorAll('.head')].map(words)).to.deep.equal([
        'Huda Al-Rashid',
        'Pavel Okoro',
      ]);
    });

    it('says in words what the drawing says', async () => {
      const el = await show(documents.secondLines, '', 'en', 3);
      expect(words(cardOf(el, 'cos'))).to.contain('Staff office');
      expect(words(cardOf(el, 'legal'))).to.contain('Independent office');
      expect(words(cardOf(el, 'media'))).to.contain('Also reports to Operations');
      const notes = [...cardOf(el, 'bureau-emergencies').querySelectorAll('.also')].map(words);
      expect(notes).to.deep.equal(['Also reports to Office of the Chief of Staff (crisis room)']);
      expect(getComputedStyle(cardOf(el, 'legal')).borderStyle).to.equal('dashed');
      expect(words(one(el, '.legend'))).to.equal('Independent office');
    });

    it('sets units without a known parent apart', async () => {
      const el = await show(documents.withOrphans);
      const group = one(el, '.orphans')!;
      expect(words(group.querySelector('h3'))).to.equal('Units without a known parent');
      expect([...group.querySelectorAll('.name')].map(words)).to.deep.equal([
        'Task Force on Data', 'Data Laboratory', 'Archive',
      ]); // prettier-ignore
      expect(status(el)).to.equal('19 units');
      await expect(el).to.be.accessible();
    });

    it('gives each name its language and direction where they are not those around it', async () => {
      const el = await show(documents.mixedLanguages);
      const attributes = (id: string) => [nameOf(el, id).lang, nameOf(el, id).dir];
      expect(attributes('fr')).to.deep.equal(['fr', 'ltr']);
      expect(attributes('ar')).to.deep.equal(['ar', 'rtl']);
      expect(attributes('unsaid')).to.deep.equal(['', 'auto']);
      const english = await show(documents.organization);
      expect(nameOf(english, 'legal').hasAttribute('lang')).to.equal(false);
    });

    it('keeps markup in the data text', async () => {
      const el = await show(documents.hostile);
      const id = documents.hostile.units[0]!.id;
      expect(words(nameOf(el, id))).to.equal(documents.hostile.units[0]!.name);
      expect(all(el, 'img, script, svg, b, i, a')).to.have.length(0);
      await toggle(el, id);
      await toggle(el, id);
      await nextFrame();
      expect('executed' in window).to.equal(false);
    });

    it('leaves a heading to the page', async () => {
      const el = await place(
        html`<iom-org-chart .data=${documents.organization} heading-level="0"
          ><h2 slot="heading">Who is who</h2></iom-org-chart
        >`,
      );
      await settled(el);
      expect(one(el, '[part="heading"]')).to.equal(null);
      await expect(el).to.be.accessible();
    });
  });

  describe('states', () => {
    it('is loading with a placeholder, and accessible', async () => {
      globalThis.fetch = () => new Promise(() => {});
      const el = await place(html`<iom-org-chart src="/never.json" loading="eager"></iom-org-chart>`);
      await waitUntil(() => el.state === 'loading');
      await el.updateComplete;
      expect(all(el, '.bone-card').length).to.be.above(2);
      await expect(el).to.be.accessible();
    });

    it('is ready, tells the page, and is accessible open and closed', async () => {
      const el = document.createElement('iom-org-chart');
      setTimeout(() => document.body.append(el));
      el.data = documents.vacantAndActing;
      const { count, lang, fromCache } = await oneEvent<IomLoadEvent>(el, 'iom-load');
      expect([count, lang, fromCache]).to.deep.equal([16, 'en', true]);
      expect(el.state).to.equal('ready');
      await expect(el).to.be.accessible();
      for (const id of ['comms', 'management', 'operations', 'bureau-emergencies']) await toggle(el, id);
      await toggle(el, 'management');
      await expect(el).to.be.accessible();
      el.remove();
    });

    it('is empty', async () => {
      const el = await show(documents.empty);
      expect(el.state).to.equal('empty');
      expect(words(one(el, '.notice'))).to.equal('There are no units to show.');
      await expect(el).to.be.accessible();
    });

    for (const [code, data] of Object.entries({ parse: '{ "units": [', schema: { items: [] } })) {
      it(`is in error with the code ${code}, and keeps what the page wrote`, async () => {
        const el = document.createElement('iom-org-chart');
        el.append(document.createElement('ul'));
        el.firstElementChild!.append(document.createElement('li'));
        el.querySelector('li')!.textContent = 'Director General';
        setTimeout(() => document.body.append(el));
        el.data = data;
        const event = await oneEvent<IomErrorEvent>(el, 'iom-error');
        expect([event.code, el.state]).to.deep.equal([code, 'error']);
        expect(one(el, 'slot:not([name])')).to.not.equal(null);
        await expect(el).to.be.accessible();
        el.remove();
      });
    }
  });

  describe('opening and closing', () => {
    it('says its state, its count and the unit', async () => {
      const el = await show(documents.organization);
      const button = toggleOf(el, 'operations');
      expect(words(button)).to.equal('2 units');
      expect(button.ariaExpanded).to.equal('false');
      expect(one(el, `#${button.getAttribute('aria-controls')}`)).to.equal(branchOf(el, 'operations'));
      const labelledBy = button.getAttribute('aria-labelledby')!.split(' ');
      expect(labelledBy.map((id) => words(one(el, `#${id}`))).join(' ')).to.equal('2 units Operations');
      await toggle(el, 'operations');
      expect(button.ariaExpanded).to.equal('true');
      expect(status(el)).to.equal('2 units shown under Operations');
      await toggle(el, 'bureau-emergencies');
      expect(status(el)).to.equal('1 unit shown under Bureau for Emergencies');
      await toggle(el, 'operations');
      expect(button.ariaExpanded).to.equal('false');
      expect(status(el)).to.equal('');
    });

    it('builds a branch once, at its first opening, and touches nothing else', async () => {
      const el = await show(documents.organization);
      const before = all(el, '.unit');
      expect(branchOf(el, 'operations').childElementCount).to.equal(0);
      await toggle(el, 'operations');
      const built = cardOf(el, 'bureau-americas');
      expect(before.every((unit) => unit.isConnected)).to.equal(true);
      await toggle(el, 'operations');
      expect(branchOf(el, 'operations').hidden).to.equal(true);
      expect(built.checkVisibility()).to.equal(false);
      await toggle(el, 'operations');
      expect(cardOf(el, 'bureau-americas')).to.equal(built);
      expect(built.checkVisibility()).to.equal(true);
    });

    it('asks the page first', async () => {
      const el = await show(documents.organization);
      const seen: string[] = [];
      const listen = (event: IomActionEvent) => {
        seen.push(`${event.action} ${event.value}`);
        if (event.value === 'comms') event.preventDefault();
      };
      el.parentElement!.addEventListener('iom-action', listen);
      await toggle(el, 'operations');
      await toggle(el, 'operations');
      await toggle(el, 'comms');
      expect(seen).to.deep.equal(['expand operations', 'collapse operations', 'expand comms']);
      expect(toggleOf(el, 'comms').ariaExpanded).to.equal('false');
    });

    it('keeps the focus', async () => {
      const el = await show(documents.organization);
      toggleOf(el, 'operations').focus();
      await toggle(el, 'operations');
      expect(focused(el)).to.equal(toggleOf(el, 'operations'));
      // a click in some browsers leaves the focus where it was: in what is about to be hidden
      toggleOf(el, 'bureau-emergencies').focus();
      await toggle(el, 'operations');
      expect(focused(el)).to.equal(toggleOf(el, 'operations'));
    });

    it('keeps the focus and what is open when the language or the document changes', async () => {
      const el = await show(documents.organization);
      await toggle(el, 'operations');
      await toggle(el, 'dg');
      await toggle(el, 'dg');
      toggleOf(el, 'bureau-emergencies').focus();
      el.lang = 'fr';
      await waitUntil(() => words(nameOf(el, 'operations')) === 'Opérations');
      await el.updateComplete;
      expect(focused(el)).to.equal(toggleOf(el, 'bureau-emergencies'));
      expect(toggleOf(el, 'operations').ariaExpanded).to.equal('true');
      el.data = documents.secondLines;
      await waitUntil(() => one(el, '.also'));
      await el.updateComplete;
      expect(focused(el)).to.equal(toggleOf(el, 'bureau-emergencies'));
    });

    it('does not throw on a chain of 60 levels, nor grow wider than a narrow place', async () => {
      const el = await show(documents.chain(60), '320px', 'en', 60);
      expect(all(el, '.card')).to.have.length(60);
      expect(one(el, '.viewport')!.scrollWidth).to.equal(one(el, '.viewport')!.clientWidth);
      expect(box(cardOf(el, 'level-60')).width).to.be.above(120);
      await toggle(el, 'level-30');
      expect(cardOf(el, 'level-31').checkVisibility()).to.equal(false);
    });
  });

  describe('links', () => {
    it('tell the page, which may stop them', async () => {
      const el = await show(documents.organization);
      const link = linkOf(el, 'operations');
      expect(link.href).to.equal('https://www.example.org/en/operations');
      setTimeout(() => link.click());
      el.addEventListener('iom-navigate', (event) => event.preventDefault(), { once: true });
      let stopped: boolean | undefined;
      document.addEventListener('click', (event) => (stopped = event.defaultPrevented), { once: true });
      const { url, id } = await oneEvent<IomNavigateEvent>(el, 'iom-navigate');
      expect([url, id]).to.deep.equal(['https://www.example.org/en/operations', 'operations']);
      await waitUntil(() => stopped !== undefined);
      expect(stopped).to.equal(true);
    });

    it('say that they open a new tab', async () => {
      const el = await show(documents.organization);
      el.linkTarget = '_blank';
      await el.updateComplete;
      const link = linkOf(el, 'operations');
      expect([link.target, link.rel, words(link)]).to.deep.equal([
        '_blank', 'noopener', 'Operations (opens in a new tab)',
      ]); // prettier-ignore
    });
  });

  describe('by keyboard', () => {
    it('Tab reaches the buttons, Enter and Space press them', async () => {
      const el = await show({
        ...documents.organization,
        units: documents.organization.units.map((unit) => ({ ...unit, url: undefined })),
      });
      const start = document.createElement('button');
      el.before(start);
      start.focus();
      await sendKeys({ press: 'Tab' });
      expect(focused(el)).to.equal(toggleOf(el, 'dg'));
      await sendKeys({ press: 'Tab' });
      expect(focused(el)).to.equal(toggleOf(el, 'comms'));
      await sendKeys({ press: 'Enter' });
      await el.updateComplete;
      expect(toggleOf(el, 'comms').ariaExpanded).to.equal('true');
      expect(focused(el)).to.equal(toggleOf(el, 'comms'));
      await sendKeys({ press: ' ' });
      await el.updateComplete;
      expect(toggleOf(el, 'comms').ariaExpanded).to.equal('false');
    });

    const inwards = { en: 'ArrowRight', ar: 'ArrowLeft' };
    const outwards = { en: 'ArrowLeft', ar: 'ArrowRight' };
    for (const lang of ['en', 'ar'] as const) {
      it(`arrows, Home and End go from card to card, in ${lang}`, async () => {
        const el = await show(documents.organization, '', lang);
        const press = async (key: string, expected: () => Element) => {
          await sendKeys({ press: key });
          await el.updateComplete;
          expect(focused(el), key).to.equal(expected());
        };
        toggleOf(el, 'dg').focus();
        // from button to button; the chief of staff's office has nothing to stop at
        await press('ArrowDown', () => toggleOf(el, 'comms'));
        await press('ArrowDown', () => toggleOf(el, 'management'));
        await press('ArrowUp', () => toggleOf(el, 'comms'));
        await press('End', () => toggleOf(el, 'operations'));
        await press(inwards[lang], () => toggleOf(el, 'operations'));
        expect(toggleOf(el, 'operations').ariaExpanded).to.equal('true');
        await press(inwards[lang], () => toggleOf(el, 'bureau-americas'));
        await press('ArrowDown', () => toggleOf(el, 'bureau-emergencies'));
        await press(outwards[lang], () => toggleOf(el, 'operations'));
        await press(outwards[lang], () => toggleOf(el, 'operations'));
        expect(toggleOf(el, 'operations').ariaExpanded).to.equal('false');
        await press('Home', () => toggleOf(el, 'dg'));
        // from link to link
        linkOf(el, 'dg').focus();
        await press('ArrowDown', () => linkOf(el, 'comms'));
      });
    }

    it('has targets of at least 24 pixels', async () => {
      const el = await show(documents.organization);
      for (const target of all(el, 'a, button'))
        expect(box(target).height, words(target)).to.be.at.least(23.9);
    });
  });

  describe('layout', () => {
    const top = (el: IomOrgChart, id: string) => Math.round(box(cardOf(el, id)).top);

    it('is a chart where there is room, else a list, with the same elements', async () => {
      const el = await show(documents.organization, '1000px');
      const card = cardOf(el, 'management');
      expect(top(el, 'management')).to.equal(top(el, 'operations'));
      expect(top(el, 'cos')).to.equal(top(el, 'comms'));
      el.parentElement!.style.inlineSize = '360px';
      await waitUntil(() => top(el, 'management') < top(el, 'operations'));
      expect(top(el, 'cos')).to.be.below(top(el, 'comms'));
      expect(cardOf(el, 'management')).to.equal(card);
    });

    it('is what the author wants', async () => {
      const el = await show(documents.organization, '1000px');
      el.view = 'list';
      await el.updateComplete;
      expect(top(el, 'management')).to.be.below(top(el, 'operations'));
      el.view = 'chart';
      el.parentElement!.style.inlineSize = '360px';
      await el.updateComplete;
      expect(top(el, 'management')).to.equal(top(el, 'operations'));
    });

    it('scrolls in a box that can be reached and has a name, only where it must', async () => {
      const el = await show(documents.organization, '360px');
      const viewport = one(el, '.viewport')!;
      expect(viewport.hasAttribute('tabindex')).to.equal(false);
      el.view = 'chart';
      await waitUntil(() => viewport.tabIndex === 0);
      expect([viewport.getAttribute('role'), viewport.ariaLabel]).to.deep.equal([
        'region',
        'Organisation chart',
      ]);
      const hidden = viewport.scrollWidth - viewport.clientWidth;
      expect(viewport.scrollLeft).to.be.closeTo(hidden / 2, 1);
      await expect(el).to.be.accessible();
      el.view = 'list';
      await waitUntil(() => !viewport.hasAttribute('tabindex'));
    });

    it('never scrolls sideways as a list, at 320 pixels', async () => {
      for (const data of [
        documents.secondLines,
        documents.manyOffices,
        documents.withOrphans,
        documents.hostile,
      ]) {
        const el = await show(data, '320px', 'fr', 5);
        const viewport = one(el, '.viewport')!;
        expect(viewport.scrollWidth).to.equal(viewport.clientWidth);
        expect(el.scrollWidth).to.be.at.most(320);
      }
    });

    it('puts leaves under their unit, not in a row', async () => {
      const el = await show(documents.manyOffices, '1000px', 'en', 4);
      const offices = all(el, '[data-id^="office-"]').map(box);
      const bureau = box(cardOf(el, 'bureau-americas'));
      for (const office of offices) {
        expect(office.top).to.be.above(bureau.bottom);
        expect(office.right).to.be.at.most(bureau.right + 1);
      }
      const departments = await show(documents.manyDepartments, '1000px');
      expect(one(departments, '.viewport')!.hasAttribute('tabindex')).to.equal(false);
    });

    for (const width of ['360px', '1000px']) {
      it(`is mirrored from right to left, ${width} wide`, async () => {
        // names that are the same in both languages, so that only the direction differs
        const units = documents.organization.units.map((unit) => ({
          ...unit,
          name: unit.id,
          head: undefined,
        }));
        const data = { ...documents.organization, units };
        const [ltr, rtl] = [await show(data, width, 'en'), await show(data, width, 'ar')];
        await waitUntil(() => getComputedStyle(one(rtl, '.base')!).direction === 'rtl');
        for (const { id } of units.slice(0, 8)) {
          const [a, b] = [box(cardOf(ltr, id)), box(cardOf(rtl, id))];
          expect(a.left - box(ltr).left, id).to.be.closeTo(box(rtl).right - b.right, 1.5);
          expect(a.width, id).to.be.closeTo(b.width, 1.5);
        }
      });
    }
  });

  describe('in four languages', () => {
    const label = async (lang: string, count: number) => {
      const el = await show(documents.fan(count), '', lang, 1);
      await toggle(el, 'top');
      return { button: words(toggleOf(el, 'top'))!, status: status(el)!, name: words(nameOf(el, 'top'))! };
    };
    const withoutDigits = (text: string) => text.replace(/[\d٠-٩().,\s\u202f\u00a0]+/g, ' ').trim();

    it('English', async () => {
      expect((await label('en', 1)).button).to.equal('1 unit');
      expect(await label('en', 2)).to.deep.equal({
        button: '2 units', status: '2 units shown under Top', name: 'Top',
      }); // prettier-ignore
    });

    for (const [lang, singular, plural] of [
      ['fr', /^1\s*unité$/, /^2\s*unités$/],
      ['es', /^1\s*unidad$/, /^2\s*unidades$/],
    ] as const) {
      it(lang, async () => {
        const [one, two] = [await label(lang, 1), await label(lang, 2)];
        expect(one.button).to.match(singular);
        expect(two.button).to.match(plural);
        expect(two.status).to.contain(two.name).and.not.contain('shown');
        expect(two.name).to.not.equal('Top');
      });
    }

    it('Arabic, with its own plural forms and direction', async () => {
      const labels = await Promise.all([1, 2, 3, 11].map((count) => label('ar', count)));
      const forms = labels.map(({ button }) => withoutDigits(button));
      expect(new Set(forms).size).to.equal(4);
      for (const { button, status, name } of labels) {
        expect(button).to.not.match(/[a-z]/i);
        expect(status).to.contain(name);
      }
    });
  });
});
