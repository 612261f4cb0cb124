import type { Contact, Phone } from '../model/feed.js';
import { country, email, record, withDefault } from './records.js';
import { type Cleaner, field, isObject, language, list, oneOf, text, url, webUrl } from './values.js';

/** The words publishers print before an extension, in the languages we meet, and the ones machines write. */
const EXTENSION =
  /[\s,;(]*(?<!\p{L})(?:ext=|extensi[oó]n|ext|poste|int|anexo|доб|x|تحويلة|分机|#)[\s.:]*([0-9]{1,10})\)?$/iu;
/** Longer is no number; and what is short can be searched in any way. */
const LONGEST = 100;

/** As printed, in the digits that telephones have. */
const printed: Cleaner<string> = (value, context) =>
  text(value, context)
    ?.slice(0, LONGEST)
    .replace(/^tel:\s*/i, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** `+1 202 862 1826 ext 230` as a number, an extension, and what was printed. */
export const phone: Cleaner<Phone> = (value, context) => {
  const raw = isObject(value) ? value : { number: value };
  const label = printed(field(raw, 'label'), context) ?? printed(field(raw, 'number'), context);
  if (!label) return undefined;
  const written = printed(field(raw, 'number'), context) ?? label;
  const found = EXTENSION.exec(written) ?? EXTENSION.exec(label);
  const given = text(field(raw, 'extension'), context);
  const extension = given && /^[0-9]{1,10}$/.test(given) ? given : found?.[1];
  // (0) is dialled inside the country only
  const number = written
    .replace(EXTENSION, '')
    .replace('(0)', '')
    .replace(/^[^+0-9]+/, '')
    .replace(/(?!^\+)[^0-9]/g, '');
  if (!/^\+?[0-9]{3,15}$/.test(number)) {
    context.warn('bad-phone', `"${label}" is not a phone number`);
    return undefined;
  }
  return Object.freeze({
    number,
    ...(extension && { extension }),
    label: label.replace(EXTENSION, '').trim() || number,
    type: oneOf('voice', 'cell', 'fax', 'whatsapp', 'text')(field(raw, 'type'), context) ?? 'voice',
  });
};

export const contact: Cleaner<Contact> = record<Contact>(
  {
    id: text, kind: withDefault(oneOf('individual', 'group', 'org'), 'individual'), name: text, title: text,
    role: text, organisation: text, unit: text, unitId: text, locality: text, country,
    emails: list(email, 20), phones: list(phone, 20), languages: list(language, 40),
    url, image: webUrl, hoursText: text, timeZone: text,
  }, // prettier-ignore
  (c) => c.name ?? c.unit ?? c.emails[0] ?? c.phones[0],
);
