/**
 * Copies of documents for the next visit, loaded only where a page wants them. They are trusted no more than the network:
 * what is saved is the document as it came, and it is cleaned again. It imports no values: see retry.ts.
 */
import type { ResourceError, ResourceKey, Snapshot } from '../model/resource.js';
import type { Answer } from './transport.js';

/** The digit: the form of a copy. Others are dropped. */
const NAME = 'iom-widgets/';
const PREFIX = `${NAME}1 `;
const WEEK = 7 * 24 * 3600e3;
const MOST = 10;
const LARGEST = 500_000;

interface Copy {
  readonly time: number;
  readonly url: string;
  readonly contentType: string;
  /** A character for each byte. */
  readonly body: string;
}

/** Storage that is refused (a sandboxed frame, a browser's settings) is no storage. */
function open(kind: string | undefined): Storage | undefined {
  try {
    return kind === 'session' ? sessionStorage : kind === 'persist' ? localStorage : undefined;
  } catch {
    return undefined;
  }
}

function parse(written: string | null): Copy | undefined {
  try {
    const copy = JSON.parse(written ?? '') as Copy;
    const age = Date.now() - copy.time;
    // a copy from the future was saved by another clock
    return Math.abs(age) < WEEK && typeof copy.body === 'string' ? copy : undefined;
  } catch {
    return undefined;
  }
}

/** The copy of an earlier visit. */
export async function recall(key: ResourceKey): Promise<Snapshot | undefined> {
  const { cache, url, type, format } = key;
  try {
    const copy = parse(open(cache)!.getItem(PREFIX + url));
    if (!copy) return forget(key);
    const bytes = Uint8Array.from(copy.body, (character) => character.charCodeAt(0));
    const { model, warnings } = await type.ingest(bytes, { ...copy, format });
    return { status: 'pending', model, warnings, asOf: copy.time, fromCache: true, stale: true };
  } catch {
    return undefined;
  }
}

/** Keeps an answer in the place of the copy before; the oldest give way. */
export function save({ cache, url }: ResourceKey, { bytes, contentType, url: from }: Answer): void {
  const storage = open(cache);
  if (!storage) return;
  try {
    storage.removeItem(PREFIX + url); // whatever happens now, what it said before is over
    if (bytes.length > LARGEST) return;
    const body = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    const copy: Copy = { time: Date.now(), url: from, contentType, body };
    makeRoom(storage, MOST - 1);
    try {
      storage.setItem(PREFIX + url, JSON.stringify(copy));
    } catch {
      makeRoom(storage, 0);
      storage.setItem(PREFIX + url, JSON.stringify(copy));
    }
  } catch {
    // full, or refused: there is no copy then
  }
}

function makeRoom(storage: Storage, most: number): void {
  const names = Array.from({ length: storage.length }, (_, i) => storage.key(i)!);
  const copies = names
    .filter((name) => name.startsWith(NAME))
    .map((name) => ({ name, time: (name.startsWith(PREFIX) && parse(storage.getItem(name))?.time) || 0 }))
    .sort((a, b) => b.time - a.time);
  copies.forEach(({ name, time }, i) => (i < most && time) || storage.removeItem(name));
}

/** A document that its publisher has taken away is not kept here either. */
export function forget({ cache, url }: ResourceKey, failure?: ResourceError): undefined {
  if (failure && ![404, 410, 451].includes(failure.status ?? 0)) return;
  try {
    open(cache)?.removeItem(PREFIX + url);
  } catch {
    // then there is none
  }
}
