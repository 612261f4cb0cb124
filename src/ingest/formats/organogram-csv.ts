import { TextDocument } from '../documents.js';
import type { Format, ReadContext } from './format.js';

type Row = Readonly<Record<string, string>>;

/** RFC 4180 with any line ends; a quote inside a bare value is a letter like others. */
function cellsOf(csv: string, separator: string): readonly (readonly string[])[] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r\\n?|\\n|$)`, 'y');
  const loose = new RegExp(`()([^${separator}\\r\\n]*)(${separator}|\\r\\n?|\\n|$)`, 'y');
  const rows: string[][] = [[]];
  for (let from = 0; from < csv.length;) {
    cell.lastIndex = loose.lastIndex = from;
    const found = cell.exec(csv) ?? loose.exec(csv)!;
    rows.at(-1)!.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    if (found[3] !== separator) rows.push([]);
    from += found[0].length;
  }
  return rows.filter((row) => row.some(Boolean));
}

/** The separator that the header has most of. */
const separatorOf = (header: string): string => {
  const count = (separator: string) => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
};

function rowsOf(csv: string): readonly Row[] {
  const written = csv.replace(/^\ufeff/, '').trimStart();
  const [header = [], ...rows] = cellsOf(written, separatorOf(written.split(/[\r\n]/, 1)[0]!));
  const names = header.map((name) => name.toLowerCase());
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}

const given = (value: string | undefined): string | undefined => value || undefined; // '' for none

/** A post of a British department: the post is the unit, who holds it its head. What it is paid is left out. */
function postOf(row: Row): object {
  const name = given(row['job title']) ?? given(row.unit) ?? row['post unique reference'];
  const holder = row.name ?? '';
  const status = /^n\/?[da]$/i.test(holder) ? 'undisclosed' : /^vacant/i.test(holder) ? 'vacant' : undefined;
  const superior = given(row['reports to senior post']);
  const duty = given(row['job/team function']);
  return {
    id: row['post unique reference'],
    parent_id: superior && /^xx$/i.test(superior) ? undefined : superior,
    name,
    description: duty === name ? given(row.unit) : duty,
    head: {
      name: status ? undefined : given(holder),
      status,
      email: given(row['contact e-mail']),
      phone: given(row['contact phone']),
    },
  };
}

function posts(rows: readonly Row[], { warn }: ReadContext): readonly object[] {
  return rows.flatMap((row, i) => {
    const id = row['post unique reference'];
    const isGone = /^eliminated/i.test(row.name ?? '');
    if (!isGone && id !== '0') return postOf(row);
    warn('dropped-unit', isGone ? `"${id}" was eliminated` : 'somebody without a post', `row ${i + 2}`);
    return [];
  });
}

/** A column and its translations, `name` and `name@fr`. Beside others, the one without a language is English. */
function inLanguages(row: Row, column: string): unknown {
  const plain = given(row[column]);
  const others = Object.keys(row).flatMap((name) => {
    const words = name.startsWith(`${column}@`) && row[name];
    return words ? [[name.slice(column.length + 1), words] as const] : [];
  });
  if (!others.length) return plain;
  return { ...(plain && { en: plain }), ...Object.fromEntries(others) };
}

function unitOf(row: Row): object {
  const title = inLanguages(row, 'title');
  const head = given(row.head);
  const status = given(row.status)?.toLowerCase();
  return {
    id: row.id,
    parent_id: given(row.parent),
    name: inLanguages(row, 'name'),
    classification: given(row.kind),
    country: given(row.country),
    url: given(row.url),
    order: row.order ? Number(row.order) : undefined,
    head: head || title || status ? { title, name: head, status } : undefined,
  };
}

/** A table of units: ours (`id,parent,name,…`), or the organogram of a British department. */
export const organogramCsv: Pick<Format<'organization'>, 'read'> = {
  read(document, context) {
    if (!(document instanceof TextDocument)) return context.refuse('this is no table');
    const rows = rowsOf(document.text);
    const [first = {}] = rows;
    if ('post unique reference' in first)
      return {
        name: given(first.organisation) ?? given(first['parent department']),
        units: posts(rows, context),
      };
    if (rows.length && !('id' in first && 'name' in first)) context.refuse('the table has no id and name');
    return { units: rows.map(unitOf) };
  },
};
