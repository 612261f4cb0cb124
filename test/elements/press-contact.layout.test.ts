/** <iom-press-contact> as it is seen, and as assistive technology meets it. */
import { expect } from '@open-wc/testing';
import type { IomPressContact } from '../../src/index.js';
import { contactFeed, contacts, feedOf, releases } from '../fixtures/releases.js';
import { all, hush, overflowOf, page, parts, showContact } from './harness.js';

const LAYOUTS = ['card', 'inline', 'list'] as const;
const { desk, extension, hostile, twoPhones } = contacts;
const ALL = contactFeed(extension, twoPhones, desk);
const FIELDS = 'fields="name role office mail phone languages hours photo"';
const FALLBACK = '<address><a href="mailto:press@example.org">Press office</a></address>';

describe('<iom-press-contact>: layout', () => {
  describe('is accessible', () => {
    for (const layout of LAYOUTS) {
      for (const [language, dir] of [
        ['en', 'ltr'],
        ['ar', 'rtl'],
      ]) {
        // prettier-ignore
        it(`layout="${layout}" lang="${language}"`, async () => {
          const element = await showContact(ALL, `layout="${layout}" lang="${language}"`);
          element.parentElement!.dir = dir!;
          await expect(element).to.be.accessible();
        });
      }
    }

    it('on a dark page', async () => {
      const element = await showContact(ALL);
      Object.assign(element.parentElement!.style, { colorScheme: 'dark', background: '#111', color: '#eee' });
      await expect(element).to.be.accessible();
    });

    it('idle, empty and error', async () => {
      const warnings = hush('warn');
      const elements = [
        await page<IomPressContact>(`<iom-press-contact>${FALLBACK}</iom-press-contact>`),
        await showContact(feedOf(releases.undated), '', FALLBACK),
        await showContact('no JSON', '', FALLBACK),
      ];
      warnings.restore();
      expect(elements.map(({ state }) => state)).to.deep.equal(['idle', 'empty', 'error']);
      for (const element of elements) await expect(element).to.be.accessible();
    });

    it('the same whether there is a heading or not', async () => {
      for (const level of [0, 2]) {
        await expect(await showContact(ALL, `heading-level="${level}" label="Press"`)).to.be.accessible();
      }
    });
  });

  describe('from right to left', () => {
    it('numbers and addresses stay from left to right; the rest follows the language', async () => {
      const element = await showContact(ALL, 'lang="ar"');
      expect(getComputedStyle(parts(element, 'base')[0]!).direction).to.equal('rtl');
      const written = ['+1 202 862 1826', '+41 22 717 91 11', '+41 79 000 00 00', '@press.example.org'];
      for (const text of written) {
        const holder = all(element, 'a *').find(
          (each) => !each.children.length && each.textContent.includes(text),
        );
        expect(getComputedStyle(holder!).direction, text).to.equal('ltr');
        expect(getComputedStyle(holder!).unicodeBidi, text).to.match(/isolate/);
      }
    });

    it('the plus is the first thing in the number, at its left', async () => {
      const element = await showContact(contactFeed(extension), 'lang="ar" dir="rtl"');
      const holder = all(element, 'a *').find(
        ({ children, textContent }) => !children.length && textContent.includes('+1'),
      )!;
      const text = [...holder.childNodes].find((node) => node.nodeValue?.includes('+1')) as Text;
      const at = (index: number) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        return range.getBoundingClientRect().left;
      };
      const start = text.data.indexOf('+1');
      expect(at(start)).to.be.below(at(start + 1));
      expect(at(start)).to.be.below(at(start + '+1 202 862 1826'.length - 1));
    });
  });

  describe('fits', () => {
    const LONG = {
      ...hostile,
      name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk',
      emails: [`${'long'.repeat(12)}@press.example.org`],
    };
    const contents = { 'ordinary content': ALL, 'words that cannot be broken': contactFeed(extension, LONG) };
    for (const [name, feed] of Object.entries(contents)) {
      for (const layout of LAYOUTS) {
        it(`${name}, 320 px, layout="${layout}": nothing sticks out, in either direction`, async () => {
          const element = await showContact(feed, `layout="${layout}" ${FIELDS}`);
          const box = element.parentElement!;
          box.style.width = '320px';
          for (box.dir of ['ltr', 'rtl']) {
            await new Promise(requestAnimationFrame);
            expect(overflowOf(element).slice(0, 3).join(), box.dir).to.equal('');
            expect(element.scrollWidth, box.dir).to.be.at.most(320);
          }
        });
      }
    }

    it('targets of a finger are at least 24 px high', async () => {
      const element = await showContact(ALL);
      for (const target of [...parts(element, 'link'), ...parts(element, 'button')]) {
        expect(target.getBoundingClientRect().height, target.textContent).to.be.at.least(24);
      }
    });
  });
});
