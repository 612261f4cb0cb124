/** What a reader can do with <iom-news-list>: follow a link, ask for more. */
import { expect } from '@open-wc/testing';
import type { IomNewsList } from '../../src/index.js';
import type { IomActionEvent, IomNavigateEvent } from '../../src/index.js';
import { feedOf, manyReleases } from '../fixtures/releases.js';
import { all, parts, showNews, texts, tidy } from './harness.js';

const FEED = feedOf(...manyReleases(12));
const show = (attributes = '') => showNews(FEED, attributes);
const links = (list: Element) => parts<HTMLAnchorElement>(list, 'link');
const button = (list: Element) => parts<HTMLButtonElement>(list, 'button')[0];
const focused = (list: Element) => tidy(list.shadowRoot!.activeElement?.textContent);

describe('<iom-news-list>: what a reader does', () => {
  describe('links', () => {
    it('lead to the release, in the same tab', async () => {
      const [link] = links(await show());
      expect(link!.href).to.equal('https://press.example.org/en/many-1');
      expect(link!.target).to.be.oneOf(['', '_self']);
      expect(tidy(link!.textContent)).to.equal('Release 1');
    });

    it('link-target="_blank": says so to the eye and to the ear, and gives the page away to nobody', async () => {
      for (const link of links(await show('link-target="_blank"'))) {
        expect(link.target).to.equal('_blank');
        expect(link.relList.contains('noopener')).to.equal(true);
        expect(tidy(link.textContent)).to.match(/\(opens in a new tab\)$/);
        const hints = [link, ...link.querySelectorAll('*')].map(
          (e) => getComputedStyle(e, '::after').content,
        );
        expect(hints.join()).to.contain('↗');
      }
    });

    it('iom-navigate tells the page where to, before; the page may stop it', async () => {
      const list = await show();
      let heard: IomNavigateEvent | undefined;
      document.body.addEventListener('iom-navigate', (event) => {
        heard = event;
        event.preventDefault();
      }, { once: true }); // prettier-ignore
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
      links(list)[1]!.dispatchEvent(click);
      expect(heard).to.include({
        url: 'https://press.example.org/en/many-2',
        id: 'many-2',
        cancelable: true,
      });
      expect(heard!.target).to.equal(list);
      expect(click.defaultPrevented).to.equal(true);
    });

    it('iom-navigate that nobody stops lets the link do its work', async () => {
      const list = await show();
      let isStopped: boolean | undefined;
      list.addEventListener('click', (event) => {
        isStopped = event.defaultPrevented;
        event.preventDefault(); // the test stays here
      });
      links(list)[0]!.click();
      expect(isStopped).to.equal(false);
    });
  });

  describe('more', () => {
    const all12 = Array.from({ length: 12 }, (_, i) => `Release ${i + 1}`);
    const site = (list: IomNewsList) => links(list).filter(({ href }) => href === FEED.home_page_url);

    it('by default and more="link": a link to all releases', async () => {
      for (const attribute of ['', 'more="link"']) {
        const list = await show(attribute);
        expect(site(list).map(({ textContent }) => tidy(textContent))).to.deep.equal(['All press releases']);
        expect(button(list)).to.equal(undefined);
      }
    });

    it('more="link" without an address for it: nothing', async () => {
      const list = await showNews({ ...FEED, home_page_url: undefined });
      expect(links(list)).to.have.length(5);
    });

    it('more="none": nothing', async () => {
      const list = await show('more="none"');
      expect(button(list)).to.equal(undefined);
      expect(site(list)).to.be.empty;
    });

    it('more="button": as many again, before the button, the focus on the first new title', async () => {
      const list = await show('more="button" limit="5"');
      expect(button(list)!.type).to.equal('button');
      expect(tidy(button(list)!.textContent)).to.match(/\b5\b/);
      expect(texts(list, 'actions').join()).to.match(/\b5\b.*\b12\b/);
      for (const [shown, next] of [
        [10, 'Release 6'],
        [12, 'Release 11'],
      ] as const) {
        // prettier-ignore
        button(list)!.focus();
        button(list)!.click();
        await list.updateComplete;
        expect(texts(list, 'title')).to.deep.equal(all12.slice(0, shown));
        expect(focused(list)).to.equal(next);
      }
      expect(button(list), 'when all are shown').to.equal(undefined);
    });

    it('more="button": the last step says how many are left', async () => {
      const list = await show('more="button" limit="8"');
      expect(tidy(button(list)!.textContent)).to.match(/\b4\b/);
    });

    it('more="button": none where all are shown', async () => {
      expect(button(await show('more="button" limit="12"'))).to.equal(undefined);
    });

    it('more="button": what is shown is told to those who do not see it', async () => {
      const list = await show('more="button" limit="5"');
      button(list)!.click();
      await list.updateComplete;
      expect(tidy(all(list, '[role=status]')[0]!.textContent)).to.match(/\b10\b.*\b12\b/);
    });

    it('more="button" is an iom-action that the page may cancel', async () => {
      const list = await show('more="button"');
      let heard: IomActionEvent | undefined;
      document.body.addEventListener('iom-action', (event) => (heard = event), { once: true });
      list.addEventListener('iom-action', (event) => event.preventDefault(), { once: true });
      button(list)!.click();
      await list.updateComplete;
      expect(heard).to.include({ action: 'more', cancelable: true, composed: true });
      expect(parts(list, 'item')).to.have.length(5);
      button(list)!.click();
      await list.updateComplete;
      expect(parts(list, 'item')).to.have.length(10);
    });

    it('what a reader has asked for stays when the language changes, not when the limit does', async () => {
      const list = await show('more="button" limit="3"');
      button(list)!.click();
      list.languages = ['en', 'fr'];
      await list.updateComplete;
      expect(parts(list, 'item')).to.have.length(6);
      list.limit = 2;
      await list.updateComplete;
      expect(parts(list, 'item')).to.have.length(2);
    });

    it('titles without an address take no focus, and lose none', async () => {
      const list = await showNews(
        feedOf(...manyReleases(4).map((release) => ({ ...release, url: undefined }))),
        'more="button" limit="2"',
      );
      button(list)!.focus();
      button(list)!.click();
      await list.updateComplete;
      expect(parts(list, 'item')).to.have.length(4);
      expect(list.shadowRoot!.activeElement, 'the focus stays in the list').to.exist;
    });
  });

  it('works by keyboard alone: every link and button can be focused, in the order of the page', async () => {
    const list = await show('more="button" limit="2"');
    const order = all(list, 'a, button').map((each) => (each.focus(), focused(list)));
    expect(order.slice(0, 2)).to.deep.equal(['Release 1', 'Release 2']);
    expect(order).to.have.length(3);
    expect(all(list, '[tabindex]').filter(({ tabIndex }) => tabIndex > 0)).to.be.empty;
  });

  it('loading takes no focus', async () => {
    const before = document.createElement('button');
    document.body.append(before);
    before.focus();
    await show();
    expect(document.activeElement).to.equal(before);
    before.remove();
  });
});
