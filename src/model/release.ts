import type { Feed, PublishedDate, Release } from './feed.js';
import { languageRank } from './text.js';

const at = (moment: PublishedDate | undefined, otherwise: number): number =>
  moment ? Date.parse(moment.value) : otherwise;

/** Neither under embargo nor expired. */
const isTimely = ({ embargoedUntil, expires }: Release, now: number): boolean =>
  at(embargoedUntil, -Infinity) <= now && at(expires, Infinity) > now;

/** Whether a release may be shown in a list now. */
export const isListed = (release: Release, now: number): boolean =>
  release.status === 'usable' && isTimely(release, now);

/**
 * Each release once, in the best of its languages for this reader. A document may hold the translations side by side
 * (`translation_of`, or `translations` named by their ids, whichever comes first); the order of the feed is kept.
 */
export function inBestLanguage(releases: readonly Release[], wanted: readonly string[]): readonly Release[] {
  const groupOf = groupFinder(releases);
  const best = new Map<string, Release>();
  for (const release of releases) {
    const group = groupOf(release.id);
    const known = best.get(group);
    // a Map keeps the place of the key that came first
    if (!known || languageRank(release.language, wanted) < languageRank(known.language, wanted))
      best.set(group, release);
  }
  return [...best.values()];
}

/** Names the group of an id: all that are linked, however many links lie between. */
function groupFinder(releases: readonly Release[]): (id: string) => string {
  const above = new Map<string, string>();
  const groupOf = (id: string): string => {
    for (let up = above.get(id); up !== undefined; up = above.get(id)) {
      above.set(id, above.get(up) ?? up); // a shorter way for the next who asks
      id = up;
    }
    return id;
  };
  for (const { id, translationOf = id, translationIds } of releases) {
    for (const other of [translationOf, ...translationIds]) {
      if (groupOf(other) !== groupOf(id)) above.set(groupOf(other), groupOf(id));
    }
  }
  return groupOf;
}

const HOUR = 3_600_000; // what changes sooner is the newsroom's own housekeeping

/** What the press office has said about a release since it came out. */
export function noticeOf({ corrections, date, modified }: Release): 'corrected' | 'updated' | undefined {
  if (corrections.some(({ kind }) => kind === 'correction' || kind === 'retraction')) return 'corrected';
  const later = date?.precision === 'second' && at(modified, 0) > at(date, 0) + HOUR;
  return later || corrections.length ? 'updated' : undefined;
}

/** The release named by its id or address, else the first that may be shown. */
export function findRelease(
  feed: Feed,
  id: string,
  wanted: readonly string[],
  now: number,
): Release | undefined {
  if (id) {
    return feed.items.find(
      (r) => (r.id === id || r.url === id) && r.status !== 'withheld' && isTimely(r, now),
    );
  }
  const listed = feed.items.filter((release) => isListed(release, now));
  return inBestLanguage(listed, wanted)[0];
}
