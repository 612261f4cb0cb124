/** The kinds of document an element can show, each with all it takes to read one: an element pays for its own only. */
export { feed } from '../ingest/feed.js';
export { feedDetails, releaseDetails } from '../ingest/details.js';
export { organization } from '../ingest/organization.js';
