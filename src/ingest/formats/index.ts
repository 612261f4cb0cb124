import { jsonFeed } from './json-feed.js';
import { organization } from './organization.js';

/** THE lists of formats, in the order in which they are tried. */
export const feedFormats = [jsonFeed] as const;
export const organizationFormats = [organization] as const;
