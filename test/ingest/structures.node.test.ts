import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { TextDocument } from '../../src/ingest/documents.js';
import { ingest } from '../../src/ingest/ingest.js';
import type { Organization } from '../../src/model/organization.js';

const HEADER =
  'Post Unique Reference,Name,Job Title,Job/Team Function,Reports to Senior Post,Actual Pay Floor (£)';
const read = async (csv: string) => {
  const { model, warnings } = await ingest(new TextDocument(csv));
  return { ...(model as Organization), warned: warnings.map(({ code }) => code) };
};

test('a British organogram: tops, vacancies, shared posts, and no pay', async () => {
  const rows = ['1,Ana,Head,All,xx,90000', '2,N/D,Deputy,"A ""b"",\r\nc",1,1', '3,Vacant,Third,c,1,1'];
  const more = ['4,Eliminated,Gone,d,1,1', '3,Ben,Third,c,1,1', '5,Eve,Lost,e,4,1'];
  const found = await read(`\ufeff${[HEADER, ...rows, ...more].join('\r\n')}\r\n`);
  const [top] = found.units;
  assert.deepEqual(
    top?.units.map(({ heads }) => heads.map(({ status }) => status)),
    [['undisclosed'], ['vacant', 'filled']],
  );
  assert.deepEqual(top?.units[0]?.description, { '': 'A "b", c' });
  assert.deepEqual(found.warned, ['dropped-unit', 'duplicate-id', 'orphan']);
  assert.doesNotMatch(JSON.stringify(found), /90000/);
});

for (const separator of [',', ';', '\t']) {
  test(`our own table, with ${JSON.stringify(separator)}`, async () => {
    const lines = [
      'id|parent|name|name@fr|title|head|status|order',
      'a||Office|Bureau|Chief|Ana||',
      'b|a|Unit||||vacant|2',
    ];
    const { units, warned } = await read(lines.join('\n').replaceAll('|', separator));
    assert.deepEqual(units[0]?.name, { en: 'Office', fr: 'Bureau' });
    assert.equal(units[0]?.heads[0]?.name, 'Ana');
    assert.equal(units[0]?.units[0]?.heads[0]?.status, 'vacant');
    assert.deepEqual(warned, []);
  });
}

const SAMPLES = join(
  process.env.IOM_SAMPLES ?? join(import.meta.dirname, '../../../shared/samples'),
  'organogram-uk',
);
const files = existsSync(SAMPLES) ? readdirSync(SAMPLES) : [];
if (!files.length) test('organograms', { skip: 'the folder of samples is not here' }, () => {});
for (const file of files.filter((name) => name.endsWith('.csv'))) {
  test(file, async () => {
    const bytes = readFileSync(join(SAMPLES, file));
    try {
      const { units, orphans } = (await ingest(bytes)).model as Organization;
      assert.ok([...units, ...orphans].reduce((sum, { count }) => sum + count + 1, 0) > 0);
    } catch (error) {
      assert.match(file, /junior/);
      assert.ok(['parse', 'schema'].includes((error as { code: string }).code));
    }
  });
}
