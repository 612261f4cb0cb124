import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ingest } from '../../src/ingest/ingest.js';
import type { Organization, Unit } from '../../src/model/organization.js';
import { conformance } from './conformance.js';

conformance('organization', 'organization');

interface Written {
  readonly id: unknown;
  readonly parent_id?: unknown;
  readonly order?: number;
  readonly relation?: string;
  readonly head?: unknown;
}
async function read(units: readonly Written[]): Promise<Organization & { warned: string[] }> {
  const { kind, model, warnings } = await ingest({ units: units.map((unit) => ({ name: 'u', ...unit })) });
  assert.equal(kind, 'organization');
  return { ...model, warned: warnings.map(({ code }) => code) };
}

/** Every unit with the one it hangs under, from the top. Without recursion: a chain may be long. */
function* walk(units: readonly Unit[]): Generator<{ unit: Unit; above?: Unit }> {
  const waiting: { unit: Unit; above?: Unit }[] = units.map((unit) => ({ unit })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (const unit of next.unit.units.toReversed()) waiting.push({ unit, above: next.unit });
  }
}

/** A tree as `a(b c(d))`. */
const show = (units: readonly Unit[]): string =>
  units.map(({ id, units: below }) => (below.length ? `${id}(${show(below)})` : id)).join(' ');

/** Documents as `id<parent`, and the tree they make; what comes after `+` are the orphans. */
const TREES: readonly (readonly [units: string, tree: string, warned: string])[] = [
  ['a b<a c<b', 'a(b(c))', ''],
  ['c<b b<a a', 'a(b(c))', ''],
  ['a b c', 'a b c', ''],
  ['a b<x c<b', 'a + b(c)', 'orphan'],
  ['a<x b<x', ' + a b', 'orphan orphan'],
  ['a<a', 'a', 'cycle'],
  ['a b<b c<b', 'a b(c)', 'cycle'],
  ['a<b b<a', 'a(b)', 'cycle'],
  ['b<a a<b', 'b(a)', 'cycle'],
  ['a<b b<c c<d d<a', 'a(d(c(b)))', 'cycle'],
  ['t<c a<b b<c c<a', 'a(c(t b))', 'cycle'],
  ['a<b b<a c<d d<c', 'a(b) c(d)', 'cycle cycle'],
  ['r a<r a<x b<a', 'r(a(b))', 'duplicate-id'],
  ['r a<r r<a', 'r(a)', 'duplicate-id'],
];
for (const [units, tree, warned] of TREES) {
  test(`${units} → ${tree}`, async () => {
    const organization = await read(
      units.split(' ').map((unit) => ({ id: unit.split('<')[0], parent_id: unit.split('<')[1] })),
    );
    const { orphans } = organization;
    assert.equal(show(organization.units) + (orphans.length ? ` + ${show(orphans)}` : ''), tree);
    assert.equal(organization.warned.join(' '), warned);
  });
}

test('units stand by their relation, then by their order, then as in the document', async () => {
  const units = await read([
    { id: 'independent', relation: 'independent', order: 1 },
    { id: 'late', order: 10 },
    { id: 'none' },
    { id: 'early', order: 2 },
    { id: 'none, too' },
    { id: 'a relation nobody knows', relation: 'matrix', order: 3 },
    { id: 'staff', relation: 'staff', order: 99 },
  ]);
  const order = ['staff', 'early', 'a relation nobody knows', 'late', 'none', 'none, too', 'independent'];
  assert.deepEqual(
    units.units.map(({ id }) => id),
    order,
  );
});

test('the heads of a unit that stands there twice share the post', async () => {
  const head = (name: string) => ({ id: 'a', name: 'u', head: { name } });
  const { model } = await ingest({ units: [head('Ana'), head('Ben'), { id: 'a', name: 'u' }, head('Eve')] });
  const [unit] = (model as Organization).units;
  assert.deepEqual(
    unit?.heads.map(({ name }) => name),
    ['Ana', 'Ben', 'Eve'],
  );
});

const VERSIONS: readonly (readonly [version: unknown, code: string])[] = [
  ['1.0', ''],
  ['1.9', ''],
  [1, ''],
  [null, ''],
  [{ toString: 1 }, ''],
  ['2.0', 'schema'],
  [2, 'schema'],
  ['10', 'schema'],
];
for (const [version, code] of VERSIONS) {
  test(`version ${JSON.stringify(version)}: ${code || 'read'}`, async () => {
    const found = await ingest({ version, units: [] }).then(
      () => '',
      (error: { code: string }) => error.code,
    );
    assert.equal(found, code);
  });
}

test('units that are no list, and no units at all, are refused', async () => {
  for (const document of [{ units: {} }, { units: 'a' }, { name: 'x' }])
    await assert.rejects(ingest(document, { format: 'organization' }), { code: 'schema' });
  assert.deepEqual((await read([])).units, []);
});

const MANY = 20_000;
const many = (unit: (i: number) => Written) => Array.from({ length: MANY }, (_, i) => unit(i));
const parent = (id: number) => (id < 0 ? undefined : id);
const LARGE: readonly (readonly [what: string, units: readonly Written[], top: number])[] = [
  ['20,000 under one', many((id) => ({ id, parent_id: id ? 0 : undefined })), 1],
  ['a chain of 10,000', many((id) => ({ id, parent_id: parent(id - 1) })).slice(0, 10_000), 1],
  [
    'a chain of 10,000, the last first',
    many((id) => ({ id, parent_id: parent(id - 1) }))
      .slice(0, 10_000)
      .toReversed(),
    1,
  ],
  ['a circle of 20,000', many((id) => ({ id, parent_id: (id + 1) % MANY })), 1],
  ['10,000 circles of two', many((id) => ({ id, parent_id: id ^ 1 })), 10_000],
  ['20,000 that are their own superior', many((id) => ({ id, parent_id: id })), MANY],
  ['seven below each', many((id) => ({ id, parent_id: parent(Math.floor((id - 1) / 7)) })), 1],
];
for (const [what, units, top] of LARGE) {
  test(`${what}: read at once`, async () => {
    const start = performance.now();
    const organization = await read(units);
    const time = performance.now() - start;
    assert.equal(organization.units.length, top);
    assert.equal([...walk(organization.units)].length, units.length);
    assert.equal(
      organization.units.reduce((sum, { count }) => sum + count + 1, 0),
      units.length,
    );
    assert.ok(time < 5000, `${time} ms`);
  });
}

test('20,000 who share one post: twenty are shown', async () => {
  const heads = Array.from({ length: 20 }, (_, i) => ({ name: `Head ${i}` }));
  const start = performance.now();
  const { units } = await read(many(() => ({ id: 'a', head: heads })));
  assert.equal(units[0]?.heads.length, 20);
  assert.ok(performance.now() - start < 5000);
});

test('more than 20,000 units are cut, which is said', async () => {
  const organization = await read([...many((id) => ({ id })), { id: 'one more' }]);
  assert.equal(organization.units.length, MANY);
  assert.deepEqual(organization.warned, ['too-many-units']);
});

test('whoever names whom as its parent, each unit stands in the tree once, under that parent unless that made a circle', async () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const parents = fc.option(fc.oneof({ weight: 8, arbitrary: ids }, fc.constant('nobody')));
  const unit = fc.record({
    id: ids,
    parent_id: parents,
    order: fc.integer({ min: 0, max: 3 }),
    relation: fc.constantFrom('line', 'staff', 'independent'),
  }) as fc.Arbitrary<Written & { id: string; order: number; relation: string }>;
  const property = fc.asyncProperty(fc.array(unit, { maxLength: 12 }), async (units) => {
    const { units: top, orphans, warned } = await read(units);
    const first = new Map(units.toReversed().map((one) => [one.id, one]));
    const found = [...walk(top), ...walk(orphans)];
    assert.deepEqual(found.map((one) => one.unit.id).sort(), [...first.keys()].sort());
    let cut = 0;
    for (const { unit: one, above } of found) {
      const named = first.get(one.id)!.parent_id ?? undefined;
      assert.equal(one.count, [...walk(one.units)].length);
      assert.equal(one.parentId, above?.id ?? (orphans.includes(one) ? named : undefined));
      if (above) assert.equal(above.id, named);
      else if (orphans.includes(one)) assert.ok(!first.has(named as string));
      else if (named !== undefined) cut++;
      const places = one.units.map(({ id }) => first.get(id)!);
      const ranks = places.map(
        ({ relation, order }) => ['staff', 'line', 'independent'].indexOf(relation) * 10 + order,
      );
      assert.deepEqual(
        ranks,
        ranks.toSorted((a, b) => a - b),
      );
    }
    assert.equal(warned.filter((code) => code === 'cycle').length, cut);
  });
  await fc.assert(property, { seed: 1, numRuns: 2000 });
});
