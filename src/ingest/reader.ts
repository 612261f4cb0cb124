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
  async ingest(source, { url = '', format = '' } = {}) {
    const warnings: Warning[] = [];
    const warn: Context['warn'] = (code, message, path) => warnings.push({ code, message, path });
    const document = parse(source);
    const found = formats.find((known) => (format ? known.id === format : known.detect(document)));
    if (!found) refuse(`this is no ${format || kind} that is known`);
    const model = await clean(found.read(document, { url, warn, refuse }), { url, warn });
    return { kind, model, warnings };
  },
});

function refuse(why: string): never {
  throw new ResourceError('schema', why);
}

/** Text, bytes, or JSON that is parsed already. */
export function parse(source: unknown): unknown {
  if (source instanceof Uint8Array) return parse(new TextDecoder().decode(source));
  if (typeof source !== 'string') return source;
  const written = source.trim(); // a byte order mark counts as white space
  try {
    return JSON.parse(written);
  } catch (error) {
    const found = !written ? 'an empty document' : written.startsWith('<') ? 'HTML or XML' : 'something else';
    throw new ResourceError('parse', `${found} came instead of JSON: ${String(error)}`);
  }
}
