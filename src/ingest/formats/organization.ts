import { field, NOWHERE, text } from '../values.js';
import type { Format } from './format.js';

/** organization.json: flat units, each naming its parent. */
export const organization: Format<'organization'> = {
  id: 'organization',
  kind: 'organization',
  detect: (document) => Array.isArray(field(document, 'units')),
  read(document, context) {
    const units = field(document, 'units');
    if (!Array.isArray(units)) return context.refuse('"units" is not a list');
    const version = text(field(document, 'version'), NOWHERE) ?? '';
    // as for feeds: what is no version at all is forgiven
    if (/^(?!1\b)\d/.test(version))
      return context.refuse(`organization.json version ${version} is not known`);
    return { ...(document as object), units };
  },
};
