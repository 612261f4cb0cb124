import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { IomNewsList } from '../src/index.js';
import { feedOf, manyReleases, releases, week } from '../test/fixtures/releases.js';

type Args = Pick<
  IomNewsList,
  'data' | 'src' | 'layout' | 'limit' | 'fields' | 'more' | 'headingLevel' | 'linkTarget'
> & {
  /** What the page's author wrote inside the tag. */
  inside: unknown;
};
type Story = StoryObj<Args>;

const ownList = html`<ul>
  <li><a href="https://press.example.org/en/harbour-en">Harbour office opens a second desk</a></li>
  <li><a href="https://press.example.org/en/of-a-day">Lighthouse open to visitors</a></li>
</ul>`;

const list = ({ data, src, layout, limit, fields, more, headingLevel, linkTarget, inside }: Partial<Args>) =>
  html`<iom-news-list
    src=${src || nothing}
    layout=${layout ?? nothing}
    limit=${limit ?? nothing}
    fields=${fields?.length ? fields.join(' ') : nothing}
    more=${more ?? nothing}
    heading-level=${headingLevel ?? nothing}
    link-target=${linkTarget ?? nothing}
    .data=${data}
    >${inside ?? nothing}</iom-news-list
  >`;

/** The documents are given as `data`: no story makes a request. */
const meta: Meta<Args> = {
  title: 'Elements/News list',
  component: 'iom-news-list',
  args: { data: week(), limit: 4, layout: 'list', more: 'link', headingLevel: 2, linkTarget: '_self' },
  argTypes: {
    data: { control: 'object' },
    inside: { control: false, table: { disable: true } },
    layout: { control: 'select', options: ['list', 'cards', 'compact', 'headlines'] },
    more: { control: 'inline-radio', options: ['link', 'button', 'none'] },
    headingLevel: { control: 'select', options: [0, 2, 3, 4, 5, 6] },
    linkTarget: { control: 'inline-radio', options: ['_self', '_blank'] },
  },
  render: list,
};
export default meta;

// ---- states

export const Ready: Story = {};

/** Without an address the page's own content stays. */
export const IdleWithFallback: Story = { args: { data: undefined, inside: ownList } };

const WAITING = 'https://press.example.org/never-answers.json';

/** The placeholder keeps room for the headlines. */
export const Loading: Story = {
  args: { data: undefined, src: WAITING },
  beforeEach() {
    const { fetch } = window;
    window.fetch = (input, init) => (input === WAITING ? new Promise(() => {}) : fetch(input, init));
    return () => void (window.fetch = fetch);
  },
};

export const LoadingWithFallback: Story = { ...Loading, args: { ...Loading.args, inside: ownList } };

/** There is nothing to show: that is no failure. */
export const Empty: Story = { args: { data: feedOf() } };

/** What came cannot be read. */
export const Failed: Story = { args: { data: '<html>' } };

/** The reader keeps what the page's author wrote. */
export const FailedWithFallback: Story = { args: { data: '<html>', inside: ownList } };

// ---- layouts

export const Cards: Story = {
  args: {
    data: feedOf(...manyReleases(6)),
    layout: 'cards',
    limit: 6,
    fields: ['date', 'dateline', 'type', 'excerpt'],
  },
};
export const Compact: Story = { args: { layout: 'compact', limit: 8 } };
export const Headlines: Story = { args: { layout: 'headlines', limit: 8 } };
export const WithoutHeadings: Story = { args: { headingLevel: 0 } };
export const Narrow: Story = { globals: { width: '320' } };
export const NarrowCards: Story = { ...Cards, globals: { width: '320' } };

// ---- languages

export const French: Story = { globals: { locale: 'fr' } };
export const Spanish: Story = { globals: { locale: 'es' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
export const ArabicCards: Story = { args: { layout: 'cards' }, globals: { locale: 'ar' } };

/** Each list speaks the language of its part of the page; two regions of one page need two names. */
export const TwoLanguages: Story = {
  render: ({ data }) =>
    html`<section lang="fr">
        <iom-news-list label="Actualités" limit="2" layout="compact" .data=${data}></iom-news-list>
      </section>
      <section lang="ar" dir="rtl">
        <iom-news-list label="أخبار" limit="2" layout="compact" .data=${data}></iom-news-list>
      </section>`,
};

/** What is not there in the reader's language is shown in its own, and says so. */
export const MissingTranslations: Story = {
  args: { data: feedOf(releases.arabicOnly, releases.frenchOnly, releases.undated) },
};

// ---- what a press office may say afterwards

export const CorrectedAndUpdated: Story = { args: { data: feedOf(releases.corrected, releases.updated) } };

/** A year, a month, a day, a moment, or no date at all: no more is shown than was said. */
export const Dates: Story = {
  args: {
    data: feedOf(releases.harbour.en, releases.ofADay, releases.ofAMonth, releases.ofAYear, releases.undated),
    limit: 5,
  },
};

/** Markup in a title or a summary is text. */
export const HostileContent: Story = {
  args: {
    data: feedOf(releases.hostile, releases.longWord),
    fields: ['date', 'dateline', 'type', 'excerpt'],
  },
};

// ---- themes

export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

/** Tokens are set on the page, on a section, or on one tag. */
export const OwnColours: Story = {
  render: (args) =>
    html`<div
      style="--iom-color-accent: #7a1f3d; --iom-color-link: #7a1f3d; --iom-font-heading: Georgia, serif; --iom-radius: 0"
    >
      ${list(args)}
    </div>`,
  args: { data: feedOf(releases.corrected, releases.updated), more: 'button', limit: 1 },
};

// ---- what a reader does

/** As many again; the focus moves to the first new title. */
export const MoreByButton: Story = {
  args: { data: feedOf(...manyReleases(12)), limit: 5, more: 'button' },
  async play({ canvasElement }) {
    const root = canvasElement.querySelector('iom-news-list')!.shadowRoot!;
    const button = () => root.querySelector<HTMLButtonElement>('[part~="button"]')!;
    await waitFor(() => expect(button()).toBeTruthy());
    await userEvent.click(button());
    await waitFor(() => expect(root.querySelectorAll('[part~="item"]')).toHaveLength(10));
    await expect(root.activeElement?.textContent).toContain('Release 6');
  },
};

export const LinksInNewTabs: Story = { args: { linkTarget: '_blank' } };
