/** The ingest layer as an API of its own, `iom-widgets/ingest`: the same in Node and in the browser. */
import type { Feed, FeedDetails, Release, ReleaseDetails } from '../model/feed.js';
import type { Organization } from '../model/organization.js';
import { type IngestOptions, ResourceError, type Warning } from '../model/resource.js';
import { feedDetails, releaseDetails } from './details.js';
import { feed } from './feed.js';
import type { Format } from './formats/format.js';
import { organizationFormats } from './formats/index.js';
import { moreFormats, readDocument } from './more.js';
import { organization } from './organization.js';
import { parse } from './reader.js';

/** A feed with everything that is in it. */
export interface WholeFeed extends Feed, FeedDetails {
  readonly items: readonly (Release & ReleaseDetails)[];
}

export type Result =
  | { readonly kind: 'feed'; readonly model: WholeFeed; readonly warnings: readonly Warning[] }
  | { readonly kind: 'organization'; readonly model: Organization; readonly warnings: readonly Warning[] };

/**
 * Text in, clean frozen model out: detect → read → clean.
 *
 * @param source the document: its bytes, its text, or JSON that is parsed already
 * @param options where it came from, and which format it has if that is known
 * @throws {ResourceError} `parse` where it cannot be read at all, `schema` where it is no document we know
 */
export async function ingest(source: unknown, options: IngestOptions = {}): Promise<Result> {
  const { document, failure } = parse(source);
  const { format, contentType = '' } = options;
  const other = failure ? readDocument(source, contentType, () => {}) : document;
  const known: readonly Format[] = [...organizationFormats, ...moreFormats.organization];
  const isOrganization = known.some((one) => (format ? one.id === format : one.detect(other)));
  if (isOrganization) return { ...(await organization.ingest(source, options)), kind: 'organization' };
  const { model, warnings } = await feed.ingest(source, options);
  const items = model.items.map((release) =>
    Object.freeze({ ...release, ...releaseDetails(release, model) }),
  );
  return {
    kind: 'feed',
    model: Object.freeze({ ...model, ...feedDetails(model), items: Object.freeze(items) }),
    warnings,
  };
}

export { ResourceError };
