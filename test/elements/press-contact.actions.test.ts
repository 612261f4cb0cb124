/** What a reader can do with <iom-press-contact>: call, write, copy, keep. */
import { expect } from '@open-wc/testing';
import type { IomActionEvent, IomPressContact } from '../../src/index.js';
import { contactFeed, contacts } from '../fixtures/releases.js';
import { all, eventually, hush, parts, showContact, tidy } from './harness.js';

const { extension, twoPhones } = contacts;
const links = (element: Element) => parts<HTMLAnchorElement>(element, 'link');
const buttons = (element: Element) => parts<HTMLButtonElement>(element, 'button');
const copyButtons = (element: Element) => buttons(element).filter((button) => button.closest('dd'));
const saveButton = (element: Element) => buttons(element).find((button) => !button.closest('dd'));
const status = (element: Element) => tidy(all(element, '[role=status]')[0]!.textContent);

/** Gives a property of a page's object another value for a while. */
function replace<T extends object>(object: T, name: keyof T, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, value });
  return () => {
    delete object[name];
    if (before) Object.defineProperty(object, name, before);
  };
}

describe('<iom-press-contact>: what a reader does', () => {
  const written: string[] = [];
  let clipboard: (text: string) => Promise<void>;
  let undo: (() => void)[] = [];
  beforeEach(() => {
    written.length = 0;
    clipboard = (text) => Promise.resolve(void written.push(text));
    undo = [replace(navigator, 'clipboard', { writeText: (text: string) => clipboard(text) })];
  });
  afterEach(() => undo.forEach((each) => each()));

  describe('calls and writes', () => {
    /** Which link, and what the page is told before it is followed. */
    const actions: [action: string, link: number, value: string][] = [
      ['call', 0, 'tel:+12028621826,230'],
      ['mail', 1, 'ana@press.example.org'],
    ];
    for (const [action, index, value] of actions) {
      for (const isStopped of [false, true]) {
        it(`iom-action ${action}${isStopped ? ', stopped by the page' : ''}`, async () => {
          const element = await showContact(contactFeed(extension));
          const heard: IomActionEvent[] = [];
          element.addEventListener('iom-action', (event) => {
            heard.push(event);
            if (isStopped) event.preventDefault();
          });
          let prevented: boolean | undefined;
          element.addEventListener('click', (event) => {
            prevented = event.defaultPrevented;
            event.preventDefault(); // no phone rings in a test
          });
          links(element)[index]!.click();
          expect(heard).to.have.length(1);
          expect(heard[0]).to.include({ action, value, cancelable: true, bubbles: true, composed: true });
          expect(prevented).to.equal(isStopped);
        });
      }
    }
  });

  describe('copies', () => {
    it('each number and address, and says so to those who do not see it', async () => {
      const element = await showContact(contactFeed(twoPhones));
      for (const button of copyButtons(element)) {
        button.click();
        await eventually(() => written.length > 0);
        const [value] = written.splice(0);
        await eventually(() => status(element).includes(value!));
      }
      expect(copyButtons(element)).to.have.length(3);
    });

    it('a number as it is printed, its extension with it', async () => {
      const element = await showContact(contactFeed(extension));
      copyButtons(element)[0]!.click();
      await eventually(() => written.length > 0);
      expect(written[0]).to.match(/^\+1 202 862 1826 .*230$/);
    });

    it('each button says what it copies', async () => {
      const element = await showContact(contactFeed(twoPhones));
      const values = ['+41 22 717 91 11', '+41 79 000 00 00', 'bilal@press.example.org'];
      copyButtons(element).forEach((button, i) => {
        const name = button.getAttribute('aria-label') ?? button.textContent;
        expect(tidy(name))
          .to.match(/^Copy /)
          .and.contain(values[i]);
        expect(name, 'what is seen is part of what is said').to.contain(tidy(button.textContent));
      });
    });

    it('iom-action copy; the page may stop it', async () => {
      const element = await showContact(contactFeed(extension));
      let heard: IomActionEvent | undefined;
      element.addEventListener('iom-action', (event) => {
        heard = event;
        event.preventDefault();
      });
      copyButtons(element)[1]!.click();
      await element.updateComplete;
      expect(heard).to.include({ action: 'copy', value: 'ana@press.example.org', cancelable: true });
      expect(written).to.be.empty;
    });

    it('a clipboard that refuses: nothing is claimed, nothing thrown', async () => {
      const warnings = hush('warn');
      let asked = 0;
      clipboard = () => Promise.reject(new Error(`not allowed ${++asked}`));
      const element = await showContact(contactFeed(extension));
      const before = status(element);
      copyButtons(element)[0]!.click();
      await eventually(() => asked > 0);
      await element.updateComplete;
      warnings.restore();
      expect(status(element)).to.equal(before);
    });

    it('without a clipboard there is no button for it', async () => {
      undo.push(replace(navigator, 'clipboard', undefined));
      const element = await showContact(contactFeed(extension));
      expect(copyButtons(element)).to.be.empty;
      expect(links(element)).to.have.length(2);
    });

    it('the focus stays on the button', async () => {
      const element = await showContact(contactFeed(extension));
      const [button] = copyButtons(element);
      button!.focus();
      button!.click();
      await eventually(() => written.length > 0);
      await element.updateComplete;
      expect(element.shadowRoot!.activeElement).to.equal(button);
    });
  });

  describe('keeps the contact', () => {
    interface Saved {
      file: string;
      type: string;
      text: string;
    }

    /** Clicks the button, and catches the file on its way out of the page. */
    async function save(element: IomPressContact): Promise<Saved> {
      let blob: Blob | undefined;
      let file = '';
      undo.push(replace(URL, 'createObjectURL', (object: Blob) => ((blob = object), 'blob:caught')));
      undo.push(replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
        file = this.download;
        expect(this.href).to.equal('blob:caught');
      })); // prettier-ignore
      saveButton(element)!.click();
      await eventually(() => !!blob && !!file);
      return { file, type: blob!.type, text: await blob!.text() };
    }

    it('as a vCard 3.0', async () => {
      const { file, type, text } = await save(await showContact(contactFeed(extension)));
      expect(file).to.match(/^Ana-Example\.vcf$/);
      expect(type).to.match(/^text\/vcard/);
      const lines = text.split('\r\n');
      expect(lines.slice(0, 2)).to.deep.equal(['BEGIN:VCARD', 'VERSION:3.0']);
      expect(lines.slice(-2)).to.deep.equal(['END:VCARD', '']);
      expect(lines).to.include('FN:Ana Example');
      expect(lines.filter((line) => /^N:/.test(line))).to.have.length(1);
      expect(lines.join())
        .to.match(/EMAIL[^:]*:ana@press\.example\.org/)
        .and.match(/TEL[^:]*:\+12028621826/);
    });

    it('of a hostile publisher: one card, no line that it has put there', async () => {
      const { text } = await save(await showContact(contactFeed(contacts.hostile)));
      expect(text.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
      const lines = text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
      const properties = lines.map((line) => line.split(/[:;]/)[0]);
      expect(properties).to.deep.equal([...new Set(properties)]);
      expect(properties).not.to.include.members(['X-INJECTED']);
      for (const line of text.split('\r\n'))
        expect(new TextEncoder().encode(line)).to.have.property('length').at.most(75);
    });

    it('iom-action vcard; the page may stop it', async () => {
      const element = await showContact(contactFeed(extension));
      let isMade = false;
      undo.push(replace(URL, 'createObjectURL', () => ((isMade = true), 'blob:none')));
      let heard: IomActionEvent | undefined;
      element.addEventListener('iom-action', (event) => {
        heard = event;
        event.preventDefault();
      });
      saveButton(element)!.click();
      await element.updateComplete;
      expect(heard).to.include({ action: 'vcard', cancelable: true });
      expect(isMade).to.equal(false);
    });

    it('the button says whose card it is', async () => {
      expect(tidy(saveButton(await showContact(contactFeed(extension)))!.textContent)).to.contain(
        'Ana Example',
      );
    });

    it('vcard="off": no button', async () => {
      expect(saveButton(await showContact(contactFeed(extension), 'vcard="off"'))).to.equal(undefined);
    });
  });
});
