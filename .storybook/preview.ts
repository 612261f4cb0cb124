import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../custom-elements.json';
import '../src/index.js';
import pageStyles from './preview.css?inline';

setCustomElementsManifest(manifest);

// Not a plain import of the CSS: in the tests Vite would then bring in its client, which wants a web socket.
const sheet = new CSSStyleSheet();
sheet.replaceSync(pageStyles);
document.adoptedStyleSheets.push(sheet);

interface Globals {
  locale: string;
  direction: string;
  theme: string;
  width: string;
}

/** What a page around the widget would say; the widgets follow it by themselves. */
function setPage({ locale, direction, theme }: Globals): void {
  const page = document.documentElement;
  page.lang = locale;
  page.dir = direction === 'auto' ? (locale === 'ar' ? 'rtl' : 'ltr') : direction;
  page.dataset.theme = theme;
  page.style.colorScheme = theme === 'light' ? 'light' : 'dark';
}

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    backgrounds: { disable: true }, // the theme is the background
    controls: { expanded: true, matchers: { color: /(background|color)$/i } },
    options: { storySort: { method: 'alphabetical', order: ['Introduction', '*'] } },
  },
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'fr', title: 'Français' },
          { value: 'es', title: 'Español' },
          { value: 'ar', title: 'العربية' },
        ],
      },
    },
    direction: {
      description: 'Direction of the text',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'Direction of the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    theme: {
      description: 'Theme of the page',
      toolbar: {
        title: 'Theme',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'high-contrast', title: 'High contrast' },
        ],
      },
    },
    width: {
      description: 'Width of the container',
      toolbar: {
        title: 'Width',
        icon: 'grow',
        dynamicTitle: true,
        items: [
          { value: 'fluid', title: 'Fluid' },
          ...[320, 360, 768, 1280].map((width) => ({ value: String(width), title: `${width} px` })),
        ],
      },
    },
  },
  initialGlobals: { locale: 'en', direction: 'auto', theme: 'light', width: 'fluid' } satisfies Globals,
  decorators: [
    (story, { globals }) => {
      const { width, ...page } = globals as Globals;
      setPage({ width, ...page });
      if (width === 'fluid') return html`<div class="page">${story()}</div>`;
      return html`<div class="page" data-width=${width} style="--page-width: ${width}px">${story()}</div>`;
    },
  ],
};

export default preview;
