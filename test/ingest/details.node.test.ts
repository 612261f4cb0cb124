import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedDetails, releaseDetails } from '../../src/ingest/details.js';
import { feed } from '../../src/ingest/feed.js';
import type { Feed, Release } from '../../src/model/feed.js';
import { BASE } from './conformance.js';

const read = async (document: unknown): Promise<Feed> => (await feed.ingest(document, { url: BASE })).model;
const DOCUMENT = {
  title: 'Feed',
  description: 'What it is.',
  _iom: { contacts: [{ id: 'desk', name: 'Desk' }, { name: 'No id' }] },
  items: [
    {
      id: '1',
      title: 'One',
      content_html: '<p><a href="/a">a</a></p>',
      _iom: { contact_ids: ['desk', 'desk'] },
    },
    { id: '2', title: 'Two', _iom: { contacts: { name: 'Own' }, contact_ids: 'desk' } },
  ],
};

test('a list of headlines holds nothing else, and nobody can change it', async () => {
  const model = await read(DOCUMENT);
  const names = Object.keys(model.items[0]!);
  for (const name of ['body', 'contacts', 'quotes', 'media']) assert.ok(!names.includes(name), name);
  assert.ok(Object.isFrozen(model) && Object.isFrozen(model.items) && model.items.every(Object.isFrozen));
});

test('details are made when they are asked for, once', async () => {
  const model = await read(DOCUMENT);
  const [one] = model.items;
  const details = releaseDetails(one!, model);
  assert.equal(releaseDetails(one!, model), details);
  assert.equal(details.body, details.body);
  assert.deepEqual(details.body, [
    {
      tag: 'p',
      attributes: {},
      children: [{ tag: 'a', attributes: { href: 'https://press.example.org/a' }, children: ['a'] }],
    },
  ]);
  assert.equal(feedDetails(model), feedDetails(model));
  assert.equal(feedDetails(model).description, 'What it is.');
});

test('a release has its own contacts, and of the shared ones those it names, each once', async () => {
  const model = await read(DOCUMENT);
  const contacts = model.items.map((release) =>
    releaseDetails(release, model).contacts.map(({ name }) => name),
  );
  assert.deepEqual(contacts, [['Desk'], ['Own', 'Desk']]);
});

test('of a model that nobody read, there are no details', () => {
  const made = { items: [] } as Feed;
  assert.deepEqual(feedDetails(made).contacts, []);
  const release = releaseDetails({ id: '1' } as Release, made);
  assert.deepEqual([release.body, release.contacts, release.tags], [[], [], []]);
});
