import type { PropertyDeclarations } from 'lit';
import { words } from './attributes.js';
import { IomElement } from './iom-element.js';

/** What a page's author can say to every element that shows a document. */
export abstract class ResourceSettings extends IomElement {
  static override properties: PropertyDeclarations = {
    src: {},
    format: {},
    loading: {},
    timeout: { type: Number },
    refresh: { type: Number },
    cache: {},
    consent: {},
    languages: words,
    headingLevel: { type: Number, attribute: 'heading-level' },
    linkTarget: { attribute: 'link-target' },
    label: {},
    data: { attribute: false },
  };

  /** Address of the document, resolved against the page. Its shape is detected, whatever its type or file ending. */
  src = '';

  /** A format's id (`json-feed`, `organization`), to force one. Detected by default. */
  format = '';

  /** When to load: `lazy` near the viewport or when a closed part of the page opens, or `eager` at once. */
  loading: 'lazy' | 'eager' = 'lazy';

  /** Milliseconds to wait for the whole answer. */
  timeout = 8000;

  /** Minutes after which the document is asked for again, while somebody looks at the page. 0: never. */
  refresh = 0;

  /** Where a copy is kept for the reader: with the page, until the tab is closed, or for a week on the device. */
  cache: 'memory' | 'session' | 'persist' = 'memory';

  /** `required`: nothing is asked for before the reader allows it. */
  consent: 'none' | 'required' = 'none';

  /** Languages of the content in order of preference, such as `fr en`. By default the page's, then English, then any. */
  languages: readonly string[] = [];

  /** Level of the element's heading, 2 to 6; those inside follow. 0: no headings at all. */
  headingLevel: 0 | 2 | 3 | 4 | 5 | 6 = 2;

  /** Where links open: `_self`, or `_blank`, which is said visibly. */
  linkTarget: '_self' | '_blank' = '_self';

  /** Accessible name of the region. */
  label = '';

  /** The document itself, as an object or as text, instead of `src`. It makes no request. */
  data: unknown = undefined;
}
