/** Every story can be drawn, its play function succeeds, and what it shows is accessible. */
import { expect, waitUntil } from '@open-wc/testing';
import { setProjectAnnotations } from '@storybook/web-components-vite';
import { composeStories, composeStory } from 'storybook/preview-api';
import * as preview from '../.storybook/preview.js';

interface Story {
  run(context: { canvasElement: HTMLElement }): Promise<void>;
}
interface Widget extends HTMLElement {
  readonly state?: string;
  readonly updateComplete?: Promise<unknown>;
}

const annotations = setProjectAnnotations([preview]);
const files = import.meta.glob('../stories/**/*.stories.ts', { eager: true });
const page = document.documentElement;

/** A story draws what it was given a moment ago: its widgets have come to their state. */
async function settle(canvas: HTMLElement): Promise<void> {
  const widgets = [...canvas.querySelectorAll<Widget>(':defined')].filter(({ localName }) =>
    localName.startsWith('iom-'),
  );
  for (const widget of widgets) {
    const isWaiting = (widget as { data?: unknown }).data !== undefined;
    await waitUntil(
      () => !isWaiting || !/idle|loading/.test(widget.state ?? ''),
      `${widget.localName} has settled`,
      { timeout: 15_000 },
    );
    await widget.updateComplete;
  }
}

for (const [file, module] of Object.entries(files)) {
  describe(file.replace('../', ''), () => {
    const stories = composeStories(module as never, annotations as never, composeStory as never) as Record<
      string,
      Story
    >;
    const { warn } = console;
    const before = {
      lang: page.lang,
      dir: page.dir,
      theme: page.dataset.theme,
      colorScheme: page.style.colorScheme,
    };
    beforeEach(() => void (console.warn = () => {})); // a story of a failure says so to developers
    afterEach(() => {
      console.warn = warn;
      Object.assign(page, { lang: before.lang, dir: before.dir });
      page.style.colorScheme = before.colorScheme;
      if (before.theme === undefined) delete page.dataset.theme;
    });

    for (const [name, story] of Object.entries(stories)) {
      it(name, async () => {
        const canvasElement = document.createElement('div');
        document.body.append(canvasElement);
        try {
          await story.run({ canvasElement });
          expect(canvasElement.firstElementChild, 'something is drawn').to.exist;
          await settle(canvasElement);
          await expect(canvasElement).to.be.accessible();
        } finally {
          canvasElement.remove();
        }
      });
    }
  });
}
