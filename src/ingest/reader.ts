import { type Kind, type Models, ResourceError, type ResourceType, type Warning } from '../model/resource.js';
import type { Format } from './formats/format.js';
import type { Raws } from './raw.js';
import type { Context } from './values.js';

/** detect → read → clean → freeze, for one kind of document. */
export const reader = <K extends Kind>(
  kind: K,
  formats: readonly Format<K>[],
  clean: (raw: Raws[K], context: Context) => Promise<Models[K]>,
): ResourceType<K> => ({
  kind,
  async ingest(source, { url = '', format = '', contentType = '' } = {}) {
    const warnings: Warning[] = [];
    const warn: Context['warn'] = (code, message, path) => warnings.push({ code, message, path });
    const { document, failure } = parse(source);
    const fits = (document: unknown) => (known: Format<K>) =>
      format ? known.id === format : known.detect(document);
    let found = failure ? undefined : formats.find(fits(document));
    let other = document;
    if (!found) {
      // what is not our own form is read by code that is loaded for it
      const { moreFormats, readDocument } = await import('./more.js');
      other = failure ? readDocument(source, contentType, warn) : document;
      found = moreFormats[kind].find(fits(other));
    }
    if (!found) throw failure ?? new ResourceError('schema', `this is no ${format || kind} that is known`);
    const model = await clean(await found.read(other, { url, warn, refuse }), { url, warn });
    return { kind, model, warnings };
  },
});

function refuse(why: string): never {
  throw new ResourceError('schema', why);
}

/** JSON from text or bytes, or what is JSON already; else what came instead. */
export function parse(source: unknown): { readonly document?: unknown; readonly failure?: ResourceError } {
  const text = source instanceof Uint8Array ? new TextDecoder().decode(source) : source;
  if (typeof text !== 'string') return { document: text };
  const written = text.trim(); // a byte order mark counts as white space
  try {
    return { document: JSON.parse(written) };
  } catch (error) {
    const found = !written ? 'an empty document' : written.startsWith('<') ? 'HTML or XML' : 'something else';
    return { failure: new ResourceError('parse', `${found} came instead of JSON: ${String(error)}`) };
  }
}
