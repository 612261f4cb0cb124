import type { Kind } from '../../model/resource.js';
import type { Raws } from '../raw.js';

export interface ReadContext {
  /** The address the document came from. */
  readonly url: string;
  warn(code: string, message: string, path?: string): void;
  /** Ends the reading: the document is of this format, but not one that can be shown. */
  refuse(why: string): never;
}

/** One way of writing down a feed or an organisation. `document` is parsed: JSON, or one of `documents.ts`. */
export interface Format<K extends Kind = Kind> {
  readonly id: string;
  readonly kind: K;
  /** Cheap and strict: whether the document has this format's shape. */
  detect(document: unknown): boolean;
  /** Pure mapping to the canonical form; a field that is missing stays missing, and nothing is made safe here. */
  read(document: unknown, context: ReadContext): Raws[K] | Promise<Raws[K]>;
}
