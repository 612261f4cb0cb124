import { ResourceError } from '../model/resource.js';

export interface TransportOptions {
  readonly signal: AbortSignal;
  /** Milliseconds for the whole answer, headers and body. */
  readonly timeout?: number;
  /** Bytes after decompression. */
  readonly limit?: number;
}

export interface Answer {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The address after redirects. */
  readonly url: string;
}

/** Fetches a document: no cookies, no referrer beyond the origin, bounded in time and in size. */
export async function transport(
  url: string,
  { signal, timeout = 8000, limit = 2e6 }: TransportOptions,
): Promise<Answer> {
  if (!/^https?:\/\/[^/?#@]+([/?#]|$)/.test(url))
    throw new ResourceError('network', `"${url}" is no web address`);
  const stop = new AbortController();
  const late = AbortSignal.timeout(timeout);
  let answered = 0;
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, stop.signal, late]),
      credentials: 'omit',
      referrerPolicy: 'strict-origin-when-cross-origin',
    });
    const { status, ok, headers } = response;
    answered = status;
    if (!ok || status === 204) {
      throw new ResourceError(
        'http',
        `${url} answered ${status}`,
        status,
        status > 499 || [408, 425, 429].includes(status),
        headers.get('retry-after'),
      );
    }
    return {
      bytes: await readBody(response, limit),
      contentType: headers.get('content-type') ?? '',
      url: response.url,
    };
  } catch (error) {
    if (error instanceof ResourceError) throw error;
    if (late.aborted) throw new ResourceError('timeout', `${url} took more than ${timeout} ms`, 0, true);
    // a browser does not tell a refused connection from a missing Access-Control-Allow-Origin
    throw new ResourceError(
      navigator.onLine ? 'network' : 'offline',
      `${url} (CORS?): ${String(error)}`,
      answered, // an answer that broke off is no matter of CORS
      true,
    );
  } finally {
    stop.abort(); // what is left of a body that was refused is not fetched
  }
}

async function readBody({ body, url }: Response, limit: number): Promise<Uint8Array> {
  const reader = body!.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    size += value.length;
    if (size > limit) throw new ResourceError('too-large', `${url} is larger than ${limit} bytes`);
    chunks.push(value);
  }
}
