import type { Release } from '../../model/feed.js';
import type { MsgFn } from '../../i18n/localize.js';

/** What kind of text a release is, in the reader's language; a kind we do not know is shown as news. */
export function kindLabel(kind: Release['kind'], msg: MsgFn): string {
  switch (kind) {
    case 'press-release': return msg('Press release', { id: 'kind.press-release' });
    case 'briefing-note': return msg('Briefing note', { id: 'kind.briefing-note' });
    case 'statement': return msg('Statement', { id: 'kind.statement' });
    case 'speech': return msg('Speech', { id: 'kind.speech' });
    case 'story': return msg('Story', { id: 'kind.story' });
    case 'media-advisory': return msg('Media advisory', { id: 'kind.media-advisory' });
    case 'notice': return msg('Notice', { id: 'kind.notice' });
    default: return msg('News', { id: 'kind.news' });
  } // prettier-ignore
}
