import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanHtml, paragraphs } from '../../src/ingest/rich.js';
import {
  RICH_ATTRIBUTES,
  RICH_TAGS,
  type Rich,
  type RichElement,
  type RichNode,
} from '../../src/model/rich.js';
import { BASE } from './conformance.js';

const warnings: string[] = [];
const context = { url: BASE, warn: (code: string) => void warnings.push(code) };
const clean = (html: string): Rich => cleanHtml(html, context);

/** A tree as short text to compare with: `<p title=x>` and so on. It is never parsed again. */
const show = (nodes: readonly RichNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}=${value}`);
      return `<${node.tag}${attributes.join('')}>${show(node.children)}</${node.tag}>`;
    })
    .join('');

function* elementsOf(nodes: readonly RichNode[]): Generator<RichElement> {
  const waiting = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') continue;
    yield node;
    for (const child of node.children) waiting.push(child);
  }
}
function depthOf(nodes: readonly RichNode[]): number {
  return Math.max(0, ...nodes.map((node) => (typeof node === 'string' ? 0 : 1 + depthOf(node.children))));
}

const FEEDS = 'https://press.example.org/feeds/';
const CASES: readonly (readonly [html: string, cleaned: string])[] = [
  // every word of the text, none of the markup that is not allowed
  ['<p>a <b>b</b> &amp; &lt;i&gt; &eacute; &#x41; &nbsp;c', '<p>a <b>b</b> & <i> é A \u00a0c</p>'],
  ['<h1>a</h1><h6>b</h6>', '<h2>a</h2><h6>b</h6>'],
  [
    '<strike>a</strike><tt>b</tt><acronym>c</acronym><menu><li>d</menu>',
    '<s>a</s><code>b</code><abbr>c</abbr><ul><li>d</li></ul>',
  ],
  ['<section><article>a</article></section><center>b</center>', '<div><div>a</div></div><div>b</div>'],
  ['<font color=red>a <blink>b</blink></font><custom-tag>c</custom-tag>', 'a bc'],
  ['<form><fieldset><legend>a</legend><label>b</label><input value=x></fieldset></form>', 'ab'],
  ['a<!-- b --><![CDATA[c]]><?php d ?>e', 'ae'],
  // gone with all that is inside
  ['a<script>b</script><style>c</style><template><p>d</p></template><noscript>e</noscript>f', 'af'],
  ['a<iframe>b</iframe><object>c</object><embed src=d><applet>e</applet>f', 'af'],
  ['a<svg><text>b</text><a href="https://c.example">d</a></svg><math><mi>e</mi></math>f', 'af'],
  ['a<select><option>b</select><textarea>c</textarea><button>d</button>e', 'ae'],
  ['a<video><a href="/b">b</a></video><audio>c</audio><canvas>d</canvas><map>e</map>f', 'af'],
  ['a<xmp><b>b</b></xmp><noembed>c</noembed><title>d</title>e', 'ae'],
  ['a<plaintext><p>b</p>', 'a'],
  ['<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">', `<p></p><img src=${FEEDS}1></img>">`],
  [
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '',
  ],
  ['<frameset><frame src="javascript:alert(1)"></frameset>', ''],
  ['', ''],
  // attributes: those that mean something there
  [
    '<p id=a class=b style="color:red" data-c=d aria-label=e role=f onclick=g lang=fr dir=RTL title="a\n b">x</p>',
    '<p title=a b lang=fr dir=rtl>x</p>',
  ],
  ['<p href="/a" src="/b" alt=c width=5 start=5>x</p>', '<p>x</p>'],
  [
    '<a href="/a" target=_top ping="/b" download=c rel=opener>x</a>',
    '<a href=https://press.example.org/a>x</a>',
  ],
  ['<ol start=3 reversed type=a><li value=7>x</ol>', '<ol start=3 reversed=><li value=7>x</li></ol>'],
  ['<ol start="-1" reversed="no"><li value=x>x</ol>', '<ol><li>x</li></ol>'],
  [
    '<time datetime=2026-09-15>a</time><ins datetime=2026 cite="/b">c</ins>',
    '<time datetime=2026-09-15>a</time><ins datetime=2026>c</ins>',
  ],
  [
    '<table border=1><caption>a</caption><colgroup span=2><col span=1></colgroup><tr><th scope=COL colspan=2 id=h>b</th><td headers=h rowspan=2 colspan=0>c</td></tr></table>',
    '<table><caption>a</caption><colgroup span=2><col span=1></col></colgroup><tbody><tr><th colspan=2 scope=col>b</th><td rowspan=2 headers=h>c</td></tr></tbody></table>',
  ],
  ['<bdo dir=ltr>a</bdo><p dir=up lang="not a tag">b</p>', '<bdo dir=ltr>a</bdo><p>b</p>'],
  // links: a checked address, or none at all
  ['<a href="b?c=d&amp;e=f#g">x</a>', '<a href=https://press.example.org/feeds/b?c=d&e=f#g>x</a>'],
  ['<a href="//other.example/">x</a>', '<a href=https://other.example/>x</a>'],
  [
    '<a href="mailto:a@b.example">x</a><a href="tel:+41">y</a>',
    '<a href=mailto:a@b.example>x</a><a href=tel:+41>y</a>',
  ],
  ['<a>a <b>b</b></a><a href>c</a><a name=d>e</a>', 'a <b>b</b>ce'],
  ['<a href="#note">a</a><a href=" #">b</a>', 'ab'],
  [
    '<a href="javascript:alert(1)">a</a><a href="&#106;avascript:alert(1)">b</a><a href="java\nscript:x">c</a>',
    'abc',
  ],
  ['<a href=" data:text/html,x">a</a><a href="vbscript:x">b</a><a href="https://u:p@c.example">c</a>', 'abc'],
  // pictures: one that can be seen
  [
    '<img src="i.png" alt="A  boat" width=640 height=480 srcset="x 2x" onerror=y loading=eager>',
    '<img src=https://press.example.org/feeds/i.png alt=A boat width=640 height=480></img>',
  ],
  ['<img src="/i.png" alt="">', '<img src=https://press.example.org/i.png alt=></img>'],
  [
    '<img alt=a><img src="data:image/png;base64,AA"><img src="javascript:x"><img src="mailto:a@b.example">',
    '',
  ],
  ['<img src="/c.gif" width=1 height=1><img src="/c.gif" height=1><img src="/c.gif" width=1>', ''],
  ['<img src="/c.gif" width=0 height=0><img src="/c.gif" width="1px"><img src="/c.gif" height=" 0 ">', ''],
  ['<img src="/i.png" width=10 height=100%>', '<img src=https://press.example.org/i.png width=10></img>'],
  ['<image src="/i.png">', '<img src=https://press.example.org/i.png></img>'],
];
for (const [html, cleaned] of CASES) {
  test(`${html.slice(0, 90)} → ${cleaned.slice(0, 60)}`, () => assert.equal(show(clean(html)), cleaned));
}

test('every allowed element comes through, with nothing in or on it', () => {
  // parts of tables, lists and ruby stand only in theirs, and these have no content
  const parents: Record<string, string> = {
    caption: 'table',
    colgroup: 'table',
    thead: 'table',
    tbody: 'table',
    tfoot: 'table',
    tr: 'table',
    td: 'table',
    th: 'table',
  };
  for (const tag of RICH_TAGS) {
    const attributes = { a: ' href="/a"', img: ' src="/a"', col: '' }[tag as 'a'] ?? '';
    const parent = tag === 'col' ? 'table' : (parents[tag] ?? '');
    const found = [...elementsOf(clean(`<${parent || 'i'}><${tag}${attributes} onclick=x>`))].map(
      (element) => element.tag,
    );
    assert.ok(found.includes(tag), tag);
  }
});

test('plain text is a paragraph where a line is left out', () => {
  assert.equal(
    show(paragraphs('a\nb\n \n\n<b>c</b> &amp;\u0007\n\n\u202e')),
    '<p>a\nb</p><p><b>c</b> &amp;</p>',
  );
  assert.deepEqual(paragraphs(' \n\n '), []);
});

/** Bodies made to cost time, or to end the script. */
const HEAVY: readonly (readonly [what: string, html: string])[] = [
  ['10,000 <b> in each other', `${'<b>'.repeat(10_000)}deep`],
  ['10,000 <div> in each other, closed', `${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)}`],
  ['60 kB of <b> never closed', '<b>'.repeat(20_000)],
  ['60 kB of <p><b> never closed', '<p><b>'.repeat(10_000)],
  ['60 kB of <a href> never closed', '<a href="/a">'.repeat(4_600)],
  ['60 kB of tables in tables', '<table><tr><td>'.repeat(4_000)],
  ['60 kB of <', '<'.repeat(60_000)],
  ['60 kB of an attribute', `<p title="${'x '.repeat(30_000)}">`],
  ['60 kB of attributes', `<p ${'a '.repeat(30_000)}>`],
  ['60 kB of white space', `<p>${' '.repeat(60_000)}x`],
  ['60 kB of comments', '<!---->'.repeat(8_500)],
];
for (const [what, html] of HEAVY) {
  test(`${what}: cleaned at once, and no deeper than 60`, () => {
    const start = performance.now();
    assert.ok(depthOf(clean(html)) <= 60);
    assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`);
  });
}

test('words that lie too deep are kept', () => {
  assert.match(show(clean(`${'<div>'.repeat(500)}deep<i>er`)), /deep/);
});

test('more than 20,000 nodes are cut, which is said', () => {
  warnings.length = 0;
  assert.equal([...elementsOf(clean('<br>'.repeat(30_000)))].length, 20_000);
  assert.deepEqual(warnings, ['too-many-nodes']);
});

const ALLOWED_ADDRESS = /^(?:https?|mailto|tel|webcal):/;
function assertSound(tree: Rich): void {
  assert.ok(Object.isFrozen(tree));
  for (const { tag, attributes, children } of elementsOf(tree)) {
    assert.ok(RICH_TAGS.includes(tag), tag);
    assert.ok(Object.isFrozen(attributes) && Object.isFrozen(children));
    for (const [name, value] of Object.entries(attributes)) {
      assert.ok((RICH_ATTRIBUTES as readonly string[]).includes(name), name);
      assert.equal(typeof value, 'string');
      if (name === 'href') assert.match(value, ALLOWED_ADDRESS);
      if (name === 'src') assert.match(value, /^https?:/);
    }
  }
}

test('whatever the text, the tree is made of what is allowed', () => {
  const pieces = fc.constantFrom(
    ...[
      ...RICH_TAGS,
      'script',
      'svg',
      'math',
      'style',
      'template',
      'font',
      'h1',
      'form',
      'select',
      'title',
    ].flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} `]),
    ...[
      'href="',
      'src=',
      'javascript:',
      '&#106;avascript:',
      'data:',
      'https://a.example/',
      '"',
      "'",
      '>',
      '/>',
      'onerror=x ',
    ],
    ...[
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&lt;',
      '&#0;',
      '\0',
      '\u202e',
      '<p title="',
      'width=1 ',
      '=',
      ' ',
    ],
  );
  const html = fc.oneof(
    fc.array(fc.oneof(pieces, fc.string())).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(html, (text) => assertSound(clean(text))),
    { seed: 1, numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => assertSound(paragraphs(text))),
    { seed: 1 },
  );
});
