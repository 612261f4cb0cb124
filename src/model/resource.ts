/** What can go wrong between an address and a model. Stable: authors match on these. */
export type ErrorCode =
  'network' | 'timeout' | 'http' | 'cors' | 'csp' | 'parse' | 'schema' | 'too-large' | 'offline';

/** A failure, precise for developers (`message`) and stable for programs (`code`). Never shown to readers as it is. */
export class ResourceError extends Error {
  /**
   * @param code what kind of failure
   * @param message technical text, in English
   * @param status the HTTP status, where there was an answer
   * @param retryable whether trying again can help
   * @param after the answer's Retry-After, as it came
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly status?: number,
    readonly retryable = false,
    readonly after?: string | null,
  ) {
    super(message);
    this.name = 'ResourceError';
  }
}

/** Something in a document that was repaired or left out. For developers; never shown to readers. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  /** Where in the document, such as `items[3].url`. */
  readonly path?: string;
}

/** The kinds of model a document can become. */
export interface Models {
  feed: import('./feed.js').Feed;
  organization: import('./organization.js').Organization;
}
export type Kind = keyof Models;

/** What the ingest layer makes of a document. */
export interface Ingested<K extends Kind = Kind> {
  readonly kind: K;
  readonly model: Models[K];
  readonly warnings: readonly Warning[];
}

export interface IngestOptions {
  /** Where the document came from; relative addresses are resolved against it. */
  readonly url?: string;
  /** The answer's Content-Type. The shape of the document counts for more. */
  readonly contentType?: string;
  /** A format's id, to force one; else the first whose shape fits. */
  readonly format?: string;
}

/** Makes a document (text, bytes, or JSON already parsed) into a model, or throws a `ResourceError`. */
export type Ingest<K extends Kind = Kind> = (
  source: unknown,
  options?: IngestOptions,
) => Promise<Ingested<K>>;

/** A kind of document, and the way to read it. */
export interface ResourceType<K extends Kind = Kind> {
  readonly kind: K;
  readonly ingest: Ingest<K>;
}

/** What is known of a resource at one moment. A failed reload keeps the model that was there. */
export interface Snapshot<K extends Kind = Kind> {
  readonly status: 'idle' | 'pending' | 'ready' | 'failed';
  readonly model?: Models[K];
  readonly warnings?: readonly Warning[];
  readonly error?: ResourceError;
  /** When the model was made, in milliseconds since 1970. */
  readonly asOf?: number;
  /** Whether the model came without a request of its own (seeded, or already in the store). */
  readonly fromCache?: boolean;
  /** Whether the model is of a copy saved on an earlier visit. */
  readonly stale?: boolean;
}

/** Which resource, and how to get it. */
export interface ResourceKey<K extends Kind = Kind> {
  /** Absolute address; of the page itself where it gives the data. */
  readonly url: string;
  readonly type: ResourceType<K>;
  /** A format's id, to force one; else detected. */
  readonly format: string;
  /** The document itself, where the page has it. */
  readonly data?: unknown;
  /** Milliseconds; the one who asks first decides. */
  readonly timeout: number;
  /** Where a copy is saved for the next visit: `session`, `persist`, or else nowhere. */
  readonly cache?: string;
}
