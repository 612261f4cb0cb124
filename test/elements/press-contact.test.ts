/** What <iom-press-contact> shows of a contact, of whose contacts, and where its links lead. */
import { expect } from '@open-wc/testing';
import type { IomPressContact } from '../../src/index.js';
import { templates as ar } from '../../src/i18n/locales/ar.js';
import { templates as es } from '../../src/i18n/locales/es.js';
import { templates as fr } from '../../src/i18n/locales/fr.js';
import { contactFeed, contacts, type FeedDocument, feedOf, releases } from '../fixtures/releases.js';
import { all, hush, isVisible, page, parts, showContact, texts, tidy, until } from './harness.js';

const { desk, extension, hostile, twoPhones } = contacts;
const links = (element: Element) => parts<HTMLAnchorElement>(element, 'link');
const hrefs = (element: Element) => links(element).map((link) => link.getAttribute('href'));
const rows = (element: Element) => all(element, 'dt').map(({ textContent }) => tidy(textContent));
const names = (element: Element) => texts(element, 'title');

describe('<iom-press-contact>', () => {
  describe('a phone extension', () => {
    /** How it is dialled. */
    const dialled: Record<string, string> = {
      '': 'tel:+12028621826,230',
      'ext-dial="pause"': 'tel:+12028621826,230',
      'ext-dial="rfc3966"': 'tel:+12028621826;ext=230',
      'ext-dial="none"': 'tel:+12028621826',
    };
    for (const [attribute, href] of Object.entries(dialled)) {
      it(`${attribute || 'by default'}: ${href}`, async () => {
        expect(hrefs(await showContact(contactFeed(extension), attribute))).to.include(href);
      });
    }

    /** What stands before the number, in a catalogue. */
    const catalogues: Record<string, Record<string, unknown>> = { ar, es, fr };
    for (const language of ['en', 'fr', 'es', 'ar']) {
      it(`lang="${language}": said in the reader’s words, apart from the number`, async () => {
        const element = await showContact(contactFeed(extension), `lang="${language}"`);
        const message = catalogues[language]?.['press-contact.extension'] as
          { strings: string[] } | undefined;
        const words = language === 'en' ? 'ext. 230' : message?.strings.join('230');
        expect(tidy(links(element)[0]!.textContent)).to.equal(`+1 202 862 1826 ${words}`);
      });
    }

    it('of a number that is written in one piece', async () => {
      const phones = [{ number: '+1 202 862 1826 ext 230' }];
      const element = await showContact(contactFeed({ ...extension, phones }));
      expect(hrefs(element)[0]).to.equal('tel:+12028621826,230');
    });

    it('a number without one stays as it is', async () => {
      expect(hrefs(await showContact(contactFeed(twoPhones)))).to.deep.equal([
        'tel:+41227179111',
        'tel:+41790000000',
        'mailto:bilal@press.example.org',
      ]);
    });
  });

  describe('what is shown', () => {
    it('of one contact: its name, what it is, its office, its channels, each with a label', async () => {
      const element = await showContact(contactFeed(extension));
      expect(names(element)).to.deep.equal(['Ana Example']);
      expect(texts(element, 'meta')).to.deep.equal(['Press officer', 'Harbour office Arden']);
      expect(rows(element)).to.deep.equal(['Phone', 'E-mail']);
      expect(all(element, 'address')).to.have.length(1);
      expect(texts(element, 'heading')).to.deep.equal(['Press contact']);
    });

    it('of another: a mobile phone, languages in the reader’s words, hours', async () => {
      const element = await showContact(contactFeed(twoPhones));
      expect(rows(element)).to.deep.equal(['Phone', 'Mobile', 'E-mail', 'Languages', 'Hours']);
      const values = all(element, 'dd').map(({ textContent }) => tidy(textContent));
      expect(values[3]).to.match(/Arabic.*French/);
      expect(values[4]).to.equal('Monday to Friday, 9:00 to 17:00');
      element.lang = 'fr';
      await until(element, 'ready');
      expect(tidy(element.shadowRoot!.textContent)).to.match(/arabe.*français/);
    });

    it('of a desk without a name: its unit stands in', async () => {
      expect(names(await showContact(contactFeed(desk), 'fields="name mail"'))).to.deep.equal(['Media desk']);
    });

    it('several, as a list', async () => {
      const element = await showContact(contactFeed(extension, twoPhones, desk));
      const [list] = all(element, 'ul');
      expect(list!.getAttribute('role')).to.equal('list');
      expect(list!.children).to.have.length(3);
      expect(all(element, 'address')).to.have.length(3);
    });

    const PHOTO = { ...twoPhones, image: 'https://press.example.org/bilal.jpg' };
    /** What each field adds, and to how many labelled rows. */
    const fields: Record<string, { shows: RegExp; rows: string[] }> = {
      name: { shows: /Bilal Example/, rows: [] },
      role: { shows: /Radio and television/, rows: [] },
      office: { shows: /Harbour office Ardène/, rows: [] },
      mail: { shows: /bilal@press/, rows: ['E-mail'] },
      phone: { shows: /\+41 22 717 91 11.*\+41 79 000 00 00/, rows: ['Phone', 'Mobile'] },
      languages: { shows: /Arabic/, rows: ['Languages'] },
      hours: { shows: /Monday to Friday/, rows: ['Hours'] },
      photo: { shows: /^/, rows: [] },
    };
    for (const [field, { shows, rows: expected }] of Object.entries(fields)) {
      it(`fields="${field}" shows this alone`, async () => {
        const element = await showContact(
          contactFeed(PHOTO),
          `fields="${field}" vcard="off" heading-level="0"`,
        );
        const content = tidy(all(element, 'address')[0]!.textContent);
        expect(content).to.match(shows);
        expect(rows(element)).to.deep.equal(expected);
        expect(parts(element, 'image')).to.have.length(field === 'photo' ? 1 : 0);
        for (const [other, { shows: foreign }] of Object.entries(fields)) {
          if (other !== field && other !== 'photo') expect(content, other).not.to.match(foreign);
        }
      });
    }

    it('no photo by default; with one, no more of a referrer than needed', async () => {
      expect(parts(await showContact(contactFeed(PHOTO)), 'image')).to.be.empty;
      const [image] = parts<HTMLImageElement>(
        await showContact(contactFeed(PHOTO), 'fields="photo"'),
        'image',
      );
      expect(image).to.include({ alt: '', referrerPolicy: 'no-referrer', loading: 'lazy' });
    });
  });

  describe('whose contacts', () => {
    const withContacts = (id: string, ...people: object[]) => ({ ...releases.undated, id, url: `https://press.example.org/${id}`, _iom: { contacts: people } }); // prettier-ignore
    const FEED: FeedDocument = {
      ...feedOf(releases.ofADay, withContacts('a', extension), withContacts('b', twoPhones, desk)),
      _iom: { contacts: [{ ...desk, id: 'general', unit: 'General desk' }] },
    };

    /** By release-id: the names, or the units that stand in for them. */
    const cases: Record<string, string[]> = {
      '': ['Ana Example'],
      'release-id="a"': ['Ana Example'],
      'release-id="b"': ['Bilal Example', 'Media desk'],
      'release-id="https://press.example.org/b"': ['Bilal Example', 'Media desk'],
      'release-id="of-a-day"': ['General desk'],
      'release-id="nothing-of-this-name"': ['General desk'],
    };
    for (const [attribute, expected] of Object.entries(cases)) {
      it(`${attribute || 'by default, of the first release that names any'}: ${expected.join(', ')}`, async () => {
        const element = await showContact(FEED, `${attribute} fields="name"`);
        expect(names(element)).to.deep.equal(expected);
      });
    }

    it('release-id changed', async () => {
      const element = await showContact(FEED, 'release-id="a" fields="name"');
      element.releaseId = 'b';
      await element.updateComplete;
      expect(names(element)).to.deep.equal(['Bilal Example', 'Media desk']);
    });

    it('contact_ids name those that the feed gives once for all', async () => {
      const feed = {
        ...feedOf({ ...releases.undated, _iom: { contact_ids: ['two-phones', 'nobody'] } }),
        _iom: { contacts: [extension, twoPhones] },
      };
      expect(names(await showContact(feed))).to.deep.equal(['Bilal Example']);
    });

    it('of a release that may not be shown: the general ones', async () => {
      for (const id of ['withheld', 'embargoed', 'expired'] as const) {
        const secret = { ...releases[id], _iom: { ...releases[id]._iom, contacts: [extension] } };
        const feed = { ...feedOf(secret), _iom: { contacts: [desk] } };
        const element = await showContact(feed, `release-id="${id}"`);
        expect(tidy(element.shadowRoot!.textContent), id).to.contain('Media desk').and.not.contain('Ana');
      }
    });

    it('in the language of the page, where the release is there in several', async () => {
      const { en, fr: french } = releases.harbour;
      const feed = feedOf(
        { ...en, _iom: { ...en._iom, contacts: [extension] } },
        { ...french, _iom: { ...french._iom, contacts: [twoPhones] } },
      );
      expect(names(await showContact(feed, 'lang="fr"'))).to.deep.equal(['Bilal Example']);
      expect(names(await showContact(feed, 'lang="en"'))).to.deep.equal(['Ana Example']);
    });
  });

  describe('states', () => {
    it('empty: a sentence and a way to the press office', async () => {
      const element = await showContact(feedOf(releases.undated));
      expect(element.state).to.equal('empty');
      expect(texts(element, 'notice').join()).to.match(/\w+ \w+/);
      expect(hrefs(element)).to.deep.equal(['https://press.example.org/en/']);
    });

    it('error and idle: what the page says inside the tag stays', async () => {
      const inside = '<a id="own" href="mailto:press@example.org">Press office</a>';
      const warnings = hush('warn');
      const failed = await showContact('no JSON', '', inside);
      warnings.restore();
      expect(failed.state).to.equal('error');
      expect(isVisible(failed.querySelector('#own'))).to.equal(true);
      const idle = await page<IomPressContact>(`<iom-press-contact>${inside}</iom-press-contact>`);
      expect(idle.state).to.equal('idle');
      expect(isVisible(idle.querySelector('#own'))).to.equal(true);
    });

    it('iom-load counts the contacts', async () => {
      const element = await page<IomPressContact>('<iom-press-contact></iom-press-contact>');
      const counts: number[] = [];
      element.addEventListener('iom-load', ({ count }) => counts.push(count));
      element.data = contactFeed(extension, twoPhones);
      await until(element, 'ready');
      expect(counts).to.deep.equal([2]);
    });
  });

  it('hostile content stays text, and no address leads elsewhere', async () => {
    const element = await showContact(contactFeed(hostile));
    const [item] = parts(element, 'item');
    expect(item!.querySelectorAll('b, script, img, [onerror]')).to.be.empty;
    expect(tidy(item!.textContent)).to.contain('<b>bold</b>');
    expect(hrefs(element)).to.deep.equal(['tel:+12025550100', 'mailto:mallory@press.example.org']);
    expect(window).not.to.have.property('hacked');
  });
});
