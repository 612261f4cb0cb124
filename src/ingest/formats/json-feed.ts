import { field, NOWHERE, text } from '../values.js';
import type { Format } from './format.js';

/** JSON Feed 1.0 and 1.1, with or without `_iom`: the canonical form, so that reading it is leaving it as it is. */
export const jsonFeed: Format<'feed'> = {
  id: 'json-feed',
  kind: 'feed',
  detect: (document) => Array.isArray(field(document, 'items')),
  read(document, { refuse }) {
    const items = field(document, 'items');
    if (!Array.isArray(items)) return refuse('"items" is not a list');
    for (const holder of [document, field(document, '_iom')]) {
      const version = text(field(holder, 'version'), NOWHERE) ?? '';
      // what is no version at all is forgiven; another major version is not ours to guess
      if (/^(.*jsonfeed\.org\/version\/)?(?!1\b)\d/.test(version)) refuse(`version ${version} is not known`);
    }
    return { ...(document as object), items };
  },
};
