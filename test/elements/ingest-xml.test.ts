import { expect } from '@open-wc/testing';
import { ingest } from '../../src/ingest/ingest.js';

const BASE = 'https://press.example.org/feeds/all.json';
const inputs = import.meta.glob<string>('../fixtures/{rss,atom}/*/input.xml', {
  query: '?url',
  import: 'default',
  eager: true,
});
const expected = import.meta.glob<unknown>('../fixtures/{rss,atom}/*/feed.json', {
  import: 'default',
  eager: true,
});

const plain = (model: unknown): unknown =>
  JSON.parse(
    JSON.stringify(model, (_, value: unknown) => (Array.isArray(value) && !value.length ? undefined : value)),
  );

describe('XML feeds, read by the parser of the browser', () => {
  it('has fixtures', () => expect(Object.keys(inputs).length).to.be.at.least(13));
  for (const [path, url] of Object.entries(inputs)) {
    it(path, async () => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      const { model } = await ingest(bytes, { url: BASE });
      expect(plain(model)).to.deep.equal(expected[path.replace('input.xml', 'feed.json')]);
    });
  }
});
