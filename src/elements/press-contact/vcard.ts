import type { Contact, Phone } from '../../model/feed.js';

const LINE = 75; // octets, RFC 2426 section 2.6

/** Backslash, comma, semicolon and line break have a meaning in a value; a bare CR could start a new property. */
const escape = (value: string): string =>
  value
    .replace(/\r\n?|\n/g, '\n')
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** Folds a line at 75 octets, never inside a character. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

const PHONE_TYPES: Readonly<Record<Phone['type'], string>> = {
  voice: 'WORK,VOICE',
  cell: 'CELL,VOICE',
  fax: 'WORK,FAX',
  whatsapp: 'CELL,VOICE',
  text: 'CELL,MSG',
};

// `x230` is what address books of every platform read back as an extension
const printed = ({ number, extension }: Phone): string => (extension ? `${number} x${extension}` : number);

/**
 * A contact as vCard 3.0, the version that iOS, Android and Outlook all import. The display name is not split into
 * family and given name: guessing would be wrong for half the world.
 */
export function vcard(contact: Contact): string {
  const { name, title, role, organisation, unit, emails, phones, url, locality, country } = contact;
  const shown = name ?? unit ?? organisation ?? emails[0] ?? phones[0]?.number ?? '';
  const company = [organisation, unit].filter((part): part is string => !!part);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escape(shown)}`,
    `N:;${escape(name ?? '')};;;`,
    company.length && `ORG:${company.map(escape).join(';')}`,
    title && `TITLE:${escape(title)}`,
    role && `ROLE:${escape(role)}`,
    ...emails.map((email) => `EMAIL;TYPE=INTERNET,WORK:${escape(email)}`),
    ...phones.map((phone) => `TEL;TYPE=${PHONE_TYPES[phone.type]}:${escape(printed(phone))}`),
    locality && `ADR;TYPE=WORK:;;;${escape(locality)};;;${escape(country ?? '')}`,
    url && `URL;TYPE=WORK:${escape(url)}`,
    'END:VCARD',
  ];
  return `${lines
    .filter((line): line is string => !!line)
    .map(fold)
    .join('\r\n')}\r\n`;
}

/** A name for the file that every system takes: letters of any script, digits and hyphens. */
export const vcardFileName = ({ name, unit, organisation }: Contact): string =>
  `${(name ?? unit ?? organisation ?? 'contact').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'contact'}.vcf`;
