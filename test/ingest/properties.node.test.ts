import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ingest, ResourceError } from '../../src/ingest/ingest.js';
import { BASE } from './conformance.js';

const COMMON =
  '__proto__ constructor prototype toString valueOf toJSON length id url name text language kind';
const FEED = 'version title items home_page_url feed_url next_url description language authors author';
const ITEM =
  'external_url title content_html content_text summary image banner_image date_published date_modified authors author tags attachments';
const OWN =
  'status subtitle dateline date_precision date_text embargoed_until expires version corrections translations translation_of translation_status contacts contact_ids quotes key_figures places subjects sdgs organisations media related boilerplate_text rights publisher alternates total_items';
const UNIT =
  'parent_id also_reports_to relation order classification short_name description email phone locality country head heads contact_ids headcount valid_from valid_until';
const INNER =
  'number extension label type speaker value unit display qualifier as_of source_url mime_type alt width height poster size_in_bytes rel code country emails phones languages image date in_content vacant acting status since to fr pt_BR title';
const WORDS =
  'https://jsonfeed.org/version/1.1|1.0|2|https://a.example/b|javascript:alert(1)|/c|mailto:a@b.example|2026-09-15|2026-09-15T10:00:00Z|2026-02-31|fr|pt_BR|usable|withheld|day|image|+41 22 717 91 11 x5|a@b.example|a|b|staff|correction|<p onclick=x>a <b>b|<script>c</script>|\u202eevil|\0|__proto__|'.split(
    '|',
  );

/** Documents as text, since text alone can hold a key named `__proto__`. */
type Json = fc.Arbitrary<string>;
const listOf = (each: Json): Json => fc.array(each, { maxLength: 4 }).map((values) => `[${values.join()}]`);
const objectOf = (names: string, value: Json): Json =>
  fc
    .array(fc.tuple(fc.constantFrom(...`${COMMON} ${names}`.split(' ')), value), { maxLength: 9 })
    .map((entries) => `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${one}`).join()}}`);
const withField = (object: Json, name: string, value: Json): Json =>
  fc
    .tuple(object, value)
    .map(([rest, one]) => `{"${name}":${one}${rest === '{}' ? '' : ','}${rest.slice(1)}`);

const words = fc
  .constantFrom<unknown>(...WORDS, 0, 1, -1, 1e21, true, null)
  .map((value) => JSON.stringify(value));
const leaf = fc.oneof(
  { weight: 6, arbitrary: words },
  fc.json({ maxDepth: 2 }),
  fc.constant('{"toString":1,"valueOf":1}'),
);
const inner = objectOf(INNER, fc.oneof({ weight: 4, arbitrary: leaf }, listOf(leaf), objectOf(INNER, leaf)));
const value = fc.oneof(leaf, inner, listOf(inner));
const own = objectOf(OWN, value);
const item = withField(objectOf(ITEM, value), '_iom', fc.oneof({ weight: 9, arbitrary: own }, leaf));
const document = fc.oneof(
  withField(withField(objectOf(FEED, value), '_iom', own), 'items', listOf(item)),
  withField(objectOf(FEED, value), 'units', listOf(objectOf(UNIT, value))),
);

const HIDDEN = /[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/; // eslint-disable-line no-control-regex
const ADDRESS = /^(?:https?|mailto|tel|webcal):/;
/** What may be given in several languages: the names in it are tags. */
const BY_LANGUAGE = /^(?:name|shortName|description|title|label|url)$/;
const NAMED_ADDRESS = /(?:^|[a-z])(?:url|Url|href|src|logo|poster)$/;

function assertSound(value: unknown, name = ''): void {
  if (typeof value === 'string') {
    assert.doesNotMatch(value, HIDDEN);
    if (NAMED_ADDRESS.test(name)) assert.match(value, ADDRESS);
  }
  if (typeof value !== 'object' || value === null) return;
  assert.ok(Object.isFrozen(value), `${name} is not frozen`);
  assert.equal(Object.getPrototypeOf(value), Array.isArray(value) ? Array.prototype : Object.prototype);
  for (const [key, inner] of Object.entries(value)) assertSound(inner, BY_LANGUAGE.test(name) ? name : key);
}

test('any document becomes a sound frozen model, or a failure with a code', async () => {
  const untouched = [Object.prototype, Array.prototype].map((prototype) => Reflect.ownKeys(prototype));
  const property = fc.asyncProperty(
    fc.oneof({ weight: 4, arbitrary: document }, fc.json(), fc.string()),
    async (source) => {
      try {
        const { model } = await ingest(source, { url: BASE });
        assertSound(model);
      } catch (error) {
        if (!(error instanceof ResourceError)) throw error;
        assert.match(error.code, /^(?:parse|schema)$/);
      }
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
      assert.deepEqual(
        [Object.prototype, Array.prototype].map((prototype) => Reflect.ownKeys(prototype)),
        untouched,
      );
    },
  );
  await fc.assert(property, { seed: 1, numRuns: 2000 });
});

test('most of these documents are read at all', async () => {
  const read = await Promise.all(
    fc.sample(document, { seed: 1, numRuns: 500 }).map((source) =>
      ingest(source).then(
        () => 1,
        () => 0,
      ),
    ),
  );
  assert.ok(read.filter(Boolean).length > 100, `${read.filter(Boolean).length} of 500`);
});

test('a document is read alike as text, as bytes and as JSON', async () => {
  const property = fc.asyncProperty(document, async (source) => {
    const forms = [source, new TextEncoder().encode(source), JSON.parse(source)];
    const [first, ...others] = await Promise.all(
      forms.map((form) =>
        ingest(form, { url: BASE }).then(JSON.stringify, (error: ResourceError) => error.code),
      ),
    );
    for (const other of others) assert.equal(other, first);
  });
  await fc.assert(property, { seed: 1 });
});
