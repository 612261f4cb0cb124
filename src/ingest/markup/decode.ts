import { ResourceError } from '../../model/resource.js';
import type { Context } from '../values.js';

/** What the bytes 80 to 9F mean in windows-1252; some decoders take them for control characters. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decoded(bytes: Uint8Array, charset: string): string | undefined {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252'
      ? text.replace(/[\x80-\x9f]/g, (one) => WINDOWS_1252[one.charCodeAt(0) - 0x80]!)
      : text;
  } catch {
    return undefined; // not in this charset, or no charset that is known
  }
}

const startsWith = (bytes: Uint8Array, ...pattern: number[]): boolean =>
  pattern.every((byte, i) => bytes[i] === byte);

/** What the first bytes can only be: a byte order mark, or `<` in two bytes. */
function evident(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0x3c, 0)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0, 0x3c)) return 'utf-16be';
  return undefined;
}

/** What the document says itself, where ASCII letters are read as such. */
function declared(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  const found =
    /^[^<]{0,100}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]+)/i.exec(start) ??
    /<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]+)/i.exec(start);
  return found?.[1];
}

/** The text of a document: what the bytes show, what the answer says, what the document says, UTF-8, windows-1252. */
export function decode(bytes: Uint8Array, contentType: string, warn: Context['warn']): string {
  if (startsWith(bytes, 0x1f, 0x8b)) {
    throw new ResourceError('parse', 'the document is gzip that no Content-Encoding tells of');
  }
  const said = /charset\s{0,9}=\s{0,9}["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const hints = [evident(bytes), said, declared(bytes)].filter((one) => one !== undefined);
  for (const charset of [...hints, 'utf-8', 'windows-1252']) {
    // nobody who declares two bytes a letter is right where the first bytes show one
    if (/^utf-?16/i.test(charset) && charset !== hints[0]) continue;
    const text = decoded(bytes, charset);
    if (text !== undefined) {
      if (hints[0] && charset !== hints[0])
        warn('charset-mismatch', `this is not ${hints[0]}, but ${charset}`);
      return text;
    }
  }
  return '';
}
