import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { IomPressContact } from '../src/index.js';
import { contactFeed, contacts, feedOf } from '../test/fixtures/releases.js';

type Args = Pick<
  IomPressContact,
  'data' | 'src' | 'layout' | 'fields' | 'vcard' | 'extDial' | 'releaseId' | 'headingLevel'
> & {
  /** What the page's author wrote inside the tag. */
  inside: unknown;
};
type Story = StoryObj<Args>;

const { desk, extension, hostile, twoPhones } = contacts;
const ownAddress = html`<address>
  Press office: <a href="mailto:media@press.example.org">media@press.example.org</a>
</address>`;

const contact = ({
  data,
  src,
  layout,
  fields,
  vcard,
  extDial,
  releaseId,
  headingLevel,
  inside,
}: Partial<Args>) =>
  html`<iom-press-contact
    src=${src || nothing}
    layout=${layout ?? nothing}
    fields=${fields?.length ? fields.join(' ') : nothing}
    vcard=${vcard ?? nothing}
    ext-dial=${extDial ?? nothing}
    release-id=${releaseId || nothing}
    heading-level=${headingLevel ?? nothing}
    .data=${data}
    >${inside ?? nothing}</iom-press-contact
  >`;

/** The documents are given as `data`: no story makes a request. */
const meta: Meta<Args> = {
  title: 'Elements/Press contact',
  component: 'iom-press-contact',
  args: { data: contactFeed(extension), layout: 'card', vcard: '3.0', extDial: 'pause', headingLevel: 2 },
  argTypes: {
    data: { control: 'object' },
    inside: { control: false, table: { disable: true } },
    layout: { control: 'inline-radio', options: ['card', 'inline', 'list'] },
    vcard: { control: 'inline-radio', options: ['3.0', 'off'] },
    extDial: { control: 'inline-radio', options: ['pause', 'rfc3966', 'none'] },
    headingLevel: { control: 'select', options: [0, 2, 3, 4, 5, 6] },
  },
  render: contact,
};
export default meta;

// ---- states

export const Ready: Story = {};

/** Without an address the page's own content stays. */
export const IdleWithFallback: Story = { args: { data: undefined, inside: ownAddress } };

const WAITING = 'https://press.example.org/never-answers.json';

export const Loading: Story = {
  args: { data: undefined, src: WAITING },
  beforeEach() {
    const { fetch } = window;
    window.fetch = (input, init) => (input === WAITING ? new Promise(() => {}) : fetch(input, init));
    return () => void (window.fetch = fetch);
  },
};

/** The document names nobody: that is no failure. */
export const Empty: Story = { args: { data: feedOf() } };

/** What came cannot be read. */
export const Failed: Story = { args: { data: '<html>' } };

/** The reader keeps what the page's author wrote. */
export const FailedWithFallback: Story = { args: { data: '<html>', inside: ownAddress } };

// ---- layouts

const EVERYBODY = contactFeed(extension, twoPhones, desk);

export const Several: Story = { args: { data: EVERYBODY } };
export const Inline: Story = { args: { data: EVERYBODY, layout: 'inline' } };
export const List: Story = { args: { data: EVERYBODY, layout: 'list' } };
export const ChannelsOnly: Story = { args: { fields: ['name', 'mail', 'phone'], vcard: 'off' } };
export const Narrow: Story = { args: { data: EVERYBODY }, globals: { width: '320' } };

// ---- languages

export const French: Story = { args: { data: EVERYBODY }, globals: { locale: 'fr' } };
export const Spanish: Story = { args: { data: EVERYBODY }, globals: { locale: 'es' } };

/** Numbers and addresses stay from left to right. */
export const Arabic: Story = { args: { data: EVERYBODY }, globals: { locale: 'ar' } };

// ---- themes

export const Dark: Story = { args: { data: EVERYBODY }, globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

// ---- content

/** Markup and line breaks in a name are text, here and in the card that is saved. */
export const HostileContent: Story = { args: { data: contactFeed(hostile) } };

/** Where the browser lets a page write to the clipboard, each number and address has a button. */
export const Copied: Story = {
  async play({ canvasElement }) {
    const element = canvasElement.querySelector('iom-press-contact')!;
    const root = element.shadowRoot!;
    await waitFor(() => expect(root.querySelector('address')).toBeTruthy());
    const button = root.querySelector<HTMLButtonElement>('dd button');
    if (!button) return; // no clipboard here
    const asked = new Promise<string>((resolve) =>
      element.addEventListener('iom-action', ({ action, value }) => resolve(`${action} ${value}`), {
        once: true,
      }),
    );
    await userEvent.click(button);
    await expect(await asked).toMatch(/^copy \+1 202 862 1826/);
  },
};
