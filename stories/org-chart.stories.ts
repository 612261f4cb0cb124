import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/org-chart/org-chart.js';
import { type IomOrgChart, seed } from '../src/index.js';
import * as documents from '../test/fixtures/organization.js';

type Args = Partial<Pick<IomOrgChart, 'data' | 'src' | 'root' | 'depth' | 'view' | 'headingLevel' | 'lang'>>;
type Story = StoryObj<Args>;

const chart = (
  { data, src, root, depth, view, headingLevel, lang }: Args,
  fallback: unknown = nothing,
) => html`
  <iom-org-chart
    .data=${data}
    src=${src ?? nothing}
    loading="eager"
    root=${root ?? nothing}
    depth=${depth ?? nothing}
    view=${view ?? nothing}
    heading-level=${headingLevel ?? nothing}
    lang=${lang ?? nothing}
    dir=${lang === 'ar' ? 'rtl' : nothing}
    >${fallback}</iom-org-chart
  >
`;

const meta: Meta<Args> = {
  title: 'Elements/Organisation chart',
  component: 'iom-org-chart',
  args: { data: documents.organization },
  argTypes: { data: { control: 'object' } },
  render: (args) => chart(args),
};
export default meta;

const SRC = 'https://www.example.org/organization.json';
const chartIn = (canvas: HTMLElement) => canvas.querySelector('iom-org-chart')!;
const toggleOf = (canvas: HTMLElement, id: string) =>
  chartIn(canvas).shadowRoot!.querySelector<HTMLButtonElement>(`[data-id="${id}"] > .card .toggle`);

/** Opens a unit as a reader would. */
const open =
  (...ids: readonly string[]): Story['play'] =>
  async ({ canvasElement }) => {
    for (const id of ids) {
      await waitFor(() => expect(toggleOf(canvasElement, id)).not.toBeNull());
      const toggle = toggleOf(canvasElement, id)!;
      if (toggle.ariaExpanded === 'false') toggle.click();
      await waitFor(() => expect(toggle.ariaExpanded).toBe('true'));
    }
  };

const untilState = async (canvas: HTMLElement, state: IomOrgChart['state']) => {
  await waitFor(() => expect(chartIn(canvas).state).toBe(state));
};

export const Chart: Story = { args: { view: 'chart' }, play: open('operations', 'bureau-emergencies') };

export const List: Story = { args: { view: 'list' }, play: open('operations') };

/** The same document and the same markup: only its place is narrow. */
export const Narrow: Story = {
  render: (args) => html`<div style="inline-size: 360px; max-inline-size: 100%">${chart(args)}</div>`,
  play: open('operations'),
};

export const French: Story = { args: { lang: 'fr' }, play: open('operations') };

export const Spanish: Story = { args: { lang: 'es' }, play: open('operations') };

export const Arabic: Story = { args: { lang: 'ar' }, play: open('operations') };

export const VacantAndActing: Story = { args: { data: documents.vacantAndActing } };

/** Units that answer to a second one besides the one above them. */
export const SecondLines: Story = {
  args: { data: documents.secondLines },
  play: open('operations', 'comms'),
};

/** Units that name a parent the document does not hold. */
export const Orphans: Story = { args: { data: documents.withOrphans } };

/** A long group of offices is a list in columns instead of a row or a pile of cards. */
export const ManyOffices: Story = {
  args: { data: documents.manyOffices },
  play: open('operations', 'bureau-americas'),
};

/** More departments than fit side by side. */
export const ManyDepartments: Story = { args: { data: documents.manyDepartments } };

/** Names that are not in the language of the page say so to the browser, and keep their direction. */
export const OtherLanguages: Story = { args: { data: documents.mixedLanguages } };

/** `root` starts at any unit. */
export const OneBranch: Story = { args: { root: 'operations', depth: 3 } };

export const Empty: Story = { args: { data: documents.empty } };

const fallback = html`<ul>
  <li>
    <a href="https://www.example.org/en/director-general">Director General</a>
    <ul>
      <li>Management and Reform</li>
      <li>Operations</li>
    </ul>
  </li>
</ul>`;

/** The document never arrives. */
export const Loading: Story = {
  args: { data: undefined, src: `${SRC}?loading` },
  beforeEach: () => {
    const { fetch } = globalThis;
    globalThis.fetch = () => new Promise(() => {});
    return () => {
      globalThis.fetch = fetch;
    };
  },
  play: ({ canvasElement }) => untilState(canvasElement, 'loading'),
};

export const Failed: Story = {
  args: { data: '{ "units": [' },
  play: ({ canvasElement }) => untilState(canvasElement, 'error'),
};

/** What the page's author wrote inside the tag stays. */
export const FailedWithFallback: Story = {
  args: { data: undefined, src: SRC },
  render: (args) => {
    seed(SRC, 'this is no document');
    return chart(args, fallback);
  },
  play: ({ canvasElement }) => untilState(canvasElement, 'error'),
};

/** No document at all: the page's own content is what is shown. */
export const FallbackOnly: Story = { args: { data: undefined }, render: (args) => chart(args, fallback) };
