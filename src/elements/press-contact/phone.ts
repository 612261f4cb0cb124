import type { Phone } from '../../model/feed.js';

export type ExtensionDialling = 'pause' | 'rfc3966' | 'none';

/**
 * The address that dials a number. Phones mis-dial the standard's `;ext=`, so by default the extension is dialled after
 * a pause, which Android, iOS and desk phones all understand.
 */
export function dialAddress({ number, extension }: Phone, dialling: ExtensionDialling): string {
  if (!extension || dialling === 'none') return `tel:${number}`;
  return dialling === 'rfc3966' ? `tel:${number};ext=${extension}` : `tel:${number},${extension}`;
}
