/** Address-book cards and numbers to dial, whatever a publisher has put into a contact. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dialAddress, type ExtensionDialling } from '../../src/elements/press-contact/phone.js';
import { vcard, vcardFileName } from '../../src/elements/press-contact/vcard.js';
import type { Contact } from '../../src/model/feed.js';
import type { SafeUrl } from '../../src/model/rich.js';

const EMPTY: Contact = { kind: 'individual', emails: [], phones: [], languages: [] };
const FULL: Contact = {
  kind: 'individual',
  name: 'Ana Example',
  title: 'Press officer',
  role: 'English press',
  organisation: 'Harbour office',
  unit: 'Arden',
  locality: 'Arden',
  country: 'US',
  emails: ['ana@press.example.org'],
  phones: [{ number: '+12028621826', extension: '230', label: '+1 202 862 1826', type: 'voice' }],
  languages: ['en'],
  url: 'https://press.example.org/ana' as SafeUrl,
};

interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly components: readonly string[];
}

const octets = (text: string): number => Buffer.byteLength(text);

/** A reader of vCards that knows nothing of the writer: unfolds, then takes escapes back (RFC 2426). */
function read(card: string): Property[] {
  assert.doesNotMatch(
    card.replaceAll('\r\n', ''),
    /[\r\n\0]/,
    'every line ends with CR LF, and none is elsewhere',
  );
  assert.ok(card.endsWith('\r\n'));
  for (const line of card.split('\r\n')) assert.ok(octets(line) <= 75, `${octets(line)} octets: ${line}`);
  assert.equal(Buffer.from(card).toString(), card, 'no character is cut');
  return card.replaceAll('\r\n ', '').trimEnd().split('\r\n').map((line) => {
    const [, name, parameters, value] = /^([A-Z]+)((?:;[A-Z]+=[A-Z0-9,]+)*):(.*)$/su.exec(line) ?? assert.fail(line);
    const components = [''];
    for (const [piece] of value!.matchAll(/\\.|[^\\]/gsu)) {
      if (piece === ';') components.push('');
      else components[components.length - 1] += piece === '\\n' ? '\n' : piece.replace(/^\\/, '');
    }
    return { name: name!, parameters: parameters!, components };
  }); // prettier-ignore
}
const names = (card: string): string[] => read(card).map(({ name }) => name);
const valueOf = (card: string, wanted: string): string | undefined =>
  read(card)
    .find(({ name }) => name === wanted)
    ?.components.join(';');

describe('vcard', () => {
  it('holds all that an address book can keep, in version 3.0', () => {
    const properties = read(vcard(FULL)).map(
      ({ name, parameters, components }) => `${name}${parameters}:${components.join('|')}`,
    );
    assert.deepEqual(properties.slice(0, 4), [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Ana Example',
      'N:|Ana Example|||',
    ]);
    assert.deepEqual(names(vcard(FULL)), [
      'BEGIN',
      'VERSION',
      'FN',
      'N',
      'ORG',
      'TITLE',
      'ROLE',
      'EMAIL',
      'TEL',
      'ADR',
      'URL',
      'END',
    ]);
    assert.ok(properties.includes('ORG:Harbour office|Arden'));
    assert.ok(properties.includes('ADR;TYPE=WORK:|||Arden|||US'));
    assert.equal(valueOf(vcard(FULL), 'URL'), 'https://press.example.org/ana');
  });

  it('always has a version, an FN and an N, the three that 3.0 demands', () => {
    for (const contact of [
      EMPTY,
      { ...EMPTY, unit: 'Desk' },
      { ...EMPTY, emails: ['a@example.org'] },
      FULL,
    ]) {
      const found = names(vcard(contact));
      for (const name of ['BEGIN', 'VERSION', 'FN', 'N', 'END'])
        assert.equal(found.filter((each) => each === name).length, 1, name);
    }
  });

  it('shows what there is of a contact without a name', () => {
    const cases: [Partial<Contact>, string][] = [
      [{ unit: 'Media desk', organisation: 'Harbour office' }, 'Media desk'],
      [{ organisation: 'Harbour office' }, 'Harbour office'],
      [{ emails: ['a@example.org'] }, 'a@example.org'],
      [{ phones: FULL.phones }, '+12028621826'],
    ];
    for (const [contact, shown] of cases) assert.equal(valueOf(vcard({ ...EMPTY, ...contact }), 'FN'), shown);
  });

  it('keeps an extension where address books look for it', () => {
    assert.match(valueOf(vcard(FULL), 'TEL')!, /^\+12028621826\D+230$/);
  });

  const TEXTS: Record<string, string> = {
    Arabic: 'منى حدّاد – مكتب الإعلام',
    Chinese: '移徙組織新聞處',
    'Hindi, with joiners': 'प्रवासन कार्यालय\u200D',
    'Vietnamese, decomposed': 'Nguyễn Thị Ánh'.normalize('NFD'),
    emoji: '👩🏽‍💻 press 🇺🇳 office 👨‍👩‍👧‍👦',
    'the characters with a meaning': 'a;b,c\\d:e"f\\ng',
    lines: 'one\ntwo\r\nthree\rfour',
    '500 letters': 'é'.repeat(500),
    '500 emoji': '🚢'.repeat(500),
    '500 plain letters': 'x'.repeat(500),
    'long words of three octets': '語'.repeat(200),
    spaces: ` ${' lead and trail '.repeat(20)}`,
  };
  for (const [name, text] of Object.entries(TEXTS)) {
    it(`${name}: comes back as it was`, () => {
      const expected = text.replace(/\r\n?/g, '\n');
      for (const field of ['name', 'title', 'role'] as const) {
        const card = vcard({ ...FULL, [field]: text });
        assert.equal(valueOf(card, { name: 'FN', title: 'TITLE', role: 'ROLE' }[field]), expected);
      }
    });
  }

  it('half a character does no harm', () => {
    const card = vcard({ ...FULL, name: `${'x'.repeat(70)}\ud83d and \udea2` });
    assert.match(valueOf(Buffer.from(card).toString(), 'FN')!, /^x{70}. and .$/);
  });

  const INJECTIONS = [
    '\r\nTEL:+15550000', '\nTEL:+15550000', '\rTEL:+15550000', '\r\n TEL:+15550000', '\r\nEND:VCARD\r\nBEGIN:VCARD',
    ';TYPE=evil', ',evil', '\\', '\\;', '\\\r\nX-EVIL:1', '\u2028X-EVIL:1', '\u2029X-EVIL:1', '\u0085X-EVIL:1',
    '\vX-EVIL:1', '\fX-EVIL:1', '=0D=0AX-EVIL:1',
  ]; // prettier-ignore
  const FIELDS: Record<string, (bad: string) => Partial<Contact>> = {
    name: (bad) => ({ name: bad }),
    title: (bad) => ({ title: bad }),
    role: (bad) => ({ role: bad }),
    organisation: (bad) => ({ organisation: bad }),
    unit: (bad) => ({ unit: bad }),
    locality: (bad) => ({ locality: bad }),
    country: (bad) => ({ country: bad }),
    email: (bad) => ({ emails: [bad] }),
    'phone number': (bad) => ({ phones: [{ ...FULL.phones[0]!, number: bad }] }),
    'phone extension': (bad) => ({ phones: [{ ...FULL.phones[0]!, extension: bad }] }),
    url: (bad) => ({ url: bad as SafeUrl }),
  };
  const SHAPE = read(vcard(FULL)).map(({ name, parameters, components }) => [
    name,
    parameters,
    components.length,
  ]);
  for (const [field, put] of Object.entries(FIELDS)) {
    it(`${field}: no text makes a property, a parameter or a component of its own`, () => {
      for (const injection of INJECTIONS) {
        for (const text of [injection, `Before${injection}after`, `${'x'.repeat(70)}${injection}`]) {
          const card = read(vcard({ ...FULL, ...put(text) }));
          const shape = card.map(({ name, parameters, components }) => [name, parameters, components.length]);
          assert.deepEqual(shape, SHAPE, JSON.stringify(text));
        }
      }
    });
  }
});

describe('the name of the file', () => {
  const files: [Partial<Contact>, string][] = [
    [{ name: 'Ana Example' }, 'Ana-Example.vcf'],
    [{ name: 'منى حدّاد' }, 'منى-حدّاد.vcf'],
    [{ unit: 'Media desk' }, 'Media-desk.vcf'],
    [{ name: '../../etc/passwd' }, 'etc-passwd.vcf'],
    [{ name: 'a\r\nb"c:d|e?f*' }, 'a-b-c-d-e-f.vcf'],
    [{ name: '***' }, 'contact.vcf'],
    [{}, 'contact.vcf'],
  ];
  for (const [contact, file] of files) {
    it(file, () => assert.equal(vcardFileName({ ...EMPTY, ...contact }), file));
  }
});

describe('the address that dials a number', () => {
  const plain = { number: '+41227179111', label: '', type: 'voice' } as const;
  const withExtension = { ...FULL.phones[0]! };
  const addresses: [typeof withExtension, ExtensionDialling, string][] = [
    [plain, 'pause', 'tel:+41227179111'],
    [plain, 'rfc3966', 'tel:+41227179111'],
    [plain, 'none', 'tel:+41227179111'],
    [withExtension, 'pause', 'tel:+12028621826,230'],
    [withExtension, 'rfc3966', 'tel:+12028621826;ext=230'],
    [withExtension, 'none', 'tel:+12028621826'],
    [withExtension, 'no-such-way' as ExtensionDialling, 'tel:+12028621826,230'],
  ];
  for (const [phone, dialling, address] of addresses) {
    it(`${dialling}: ${address}`, () => assert.equal(dialAddress(phone, dialling), address));
  }
});
