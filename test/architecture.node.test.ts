/** Keeps the picture of the architecture true: who may import whom, what may never be written, how long things get. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { test } from 'node:test';
import ts from 'typescript';

/** A path inside `src`, and what the file holds. */
type Sources = Readonly<Record<string, string>>;
interface Import {
  readonly from: string;
  /** A path inside `src`, or a package. */
  readonly to: string;
  readonly kind: 'value' | 'type' | 'effect' | 'dynamic';
}

/** Who may import whom; everybody may import its own folder. `type x`: types of x. `effect x`: `import 'x'` alone. */
const ALLOWED: readonly (readonly [folder: RegExp, targets: string])[] = [
  [/^model\//, ''],
  [/^platform\//, 'model/, parse5, saxes'],
  [/^ingest\//, 'model/, #platform, type platform/'],
  [/^store\//, 'model/, ingest/'],
  [/^i18n\//, 'lit, @lit/localize, type model/'],
  [/^styles\//, 'lit'],
  // the one door: an element asks for a kind of document, and pays for no other
  [/^controllers\/resources\.ts$/, 'ingest/'],
  [/^controllers\//, 'model/, store/, i18n/, type lit'],
  [/^elements\/base\//, 'controllers/, i18n/, styles/, model/, lit'],
  [/^elements\//, 'elements/base/, controllers/, i18n/, styles/, model/, lit, effect elements/'],
  [/^[^/]+$/, 'model/, platform/, #platform, ingest/, store/, i18n/, styles/, controllers/, elements/, lit'],
];
/** The only entries that are imported, and by whom. */
const ENTRIES: Readonly<Record<string, string>> = { 'manifest.ts': 'autoload.ts', 'server.ts': 'cli.ts' };

const SINKS =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|unsafeCSS|eval|setHTMLUnsafe|srcdoc)\b/;
const STORAGE = /\b(?:localStorage|sessionStorage|cookie)\b/;
/** Globals of the page, and who may use them. */
const GLOBALS: Readonly<Record<string, RegExp>> = {
  document: /^(?!model|ingest)/,
  window: /^(?!model|ingest)/,
  fetch: /^store\//,
};

function nodesOf(path: string, source: string): ts.Node[] {
  const nodes: ts.Node[] = [
    ts.createSourceFile(path, source, ts.ScriptTarget.Latest, /* setParentNodes */ true),
  ];
  for (const node of nodes) ts.forEachChild(node, (child) => void nodes.push(child)); // also those that are added here
  return nodes;
}

// ---- arrows

function importsOf(path: string, nodes: readonly ts.Node[]): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, kind: Import['kind']) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const { text } = specifier;
    const to = text.startsWith('.') ? join(dirname(path), text).replace(/\.js$/, '.ts') : text;
    found.push({ from: path, to, kind });
  };
  for (const node of nodes) {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, kindOf(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, 'type');
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], 'dynamic');
  }
  return found;
}

// `import { type A } from 'a'` stays in the script as `import 'a'`: only `import type` is an import of types
function kindOf(clause: ts.ImportClause | undefined): Import['kind'] {
  if (!clause) return 'effect';
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type' : 'value';
}

function isAllowed({ from, to, kind }: Import): boolean {
  if (!/[/#@]/.test(to) && to.endsWith('.ts')) return ENTRIES[to] === from;
  const folder = from.includes('/') ? from.replace(/^(elements\/[^/]+|[^/]+).*/, '$1/') : '';
  if (folder && to.startsWith(folder)) return true;
  const targets = ALLOWED.find(([pattern]) => pattern.test(from))?.[1].split(', ') ?? [];
  return targets.some((target) => {
    const [only, name] = target.includes(' ') ? target.split(' ') : [kind, target];
    return only === kind && (to === name || to.startsWith(name!.endsWith('/') ? name! : `${name}/`));
  });
}

function cyclesOf(imports: readonly Import[]): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path)) return;
    done.add(path);
    for (const { from, to } of imports) if (from === path) visit(to, [...trail, path]);
  };
  for (const { from } of imports) visit(from, []);
  return cycles;
}

// ---- words

/** Each finds one sort of thing that must not be written, except where it may. */
const FINDERS: readonly ((node: ts.Node, path: string) => string | undefined)[] = [
  (node) => SINKS.exec(wordsIn(node))?.[0],
  (node, path) => (path.startsWith('store/') ? undefined : STORAGE.exec(wordsIn(node))?.[0]),
  (node, path) => (path === 'platform/browser.ts' ? undefined : /^DOMParser$/.exec(wordsIn(node))?.[0]),
  (node) =>
    ts.isPropertyAccessExpression(node) ? /^document\.write(?:ln)?$/.exec(node.getText())?.[0] : undefined,
  (node) => {
    const makes = ts.isNewExpression(node) || ts.isCallExpression(node) ? node.expression.getText() : '';
    return /\bFunction$/.exec(makes)?.[0];
  },
  (node) => {
    const isTemplate = ts.isTaggedTemplateExpression(node) && /^(?:html|svg)$/.test(node.tag.getText());
    return isTemplate ? /\sstyle=/.exec(node.template.getText())?.[0] : undefined;
  },
  (node, path) => {
    const name = globalOf(node);
    return name && !GLOBALS[name]!.test(path) ? name : undefined;
  },
];

/** What a name or a text says; comments say what they like. */
const wordsIn = (node: ts.Node): string =>
  ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) ? node.text : '';

const wordsOf = (path: string, nodes: readonly ts.Node[]): string[] =>
  nodes.flatMap((node) => FINDERS.flatMap((find) => find(node, path) ?? []));

/** The global of the page that a node stands for, if it is one of those we watch. */
function globalOf(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node) || !Object.hasOwn(GLOBALS, node.text)) return undefined;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return /^(?:globalThis|window|self)$/.test(parent.expression.getText()) ? node.text : undefined;
  const named = parent as { name?: ts.Node; propertyName?: ts.Node };
  if ((named.name === node || named.propertyName === node) && !ts.isShorthandPropertyAssignment(parent))
    return undefined;
  for (let scope: ts.Node = parent; scope; scope = scope.parent)
    if (declares(scope, node.text)) return undefined;
  return node.text;
}

function declares(scope: ts.Node, name: string): boolean {
  const binds = (bound: ts.BindingName): boolean =>
    ts.isIdentifier(bound)
      ? bound.text === name
      : bound.elements.some((element) => ts.isBindingElement(element) && binds(element.name));
  if (ts.isFunctionLike(scope)) return scope.parameters.some((parameter) => binds(parameter.name));
  const lists = ts.isBlock(scope) || ts.isSourceFile(scope) ? scope.statements : [];
  return lists.some(
    (statement) =>
      (ts.isVariableStatement(statement) &&
        statement.declarationList.declarations.some((d) => binds(d.name))) ||
      (ts.isFunctionDeclaration(statement) && statement.name?.text === name),
  );
}

// ---- sizes

const linesOf = (source: string) => source.trimEnd().split('\n').length;

const bodyLengths = (nodes: readonly ts.Node[]): number[] =>
  nodes.flatMap((node) => {
    const { body } = node as { body?: ts.Node };
    return ts.isFunctionLike(node) && body && ts.isBlock(body) ? [linesOf(body.getText())] : [];
  });

/** THE checker: what is wrong with a tree of sources, a line each. */
function faultsOf(sources: Sources): string[] {
  const files = Object.entries(sources);
  const trees = files.map(([path, source]) => [path, nodesOf(path, source)] as const);
  const imports = trees.flatMap(([path, nodes]) => importsOf(path, nodes));
  const lengths = trees.flatMap(([, nodes]) => bodyLengths(nodes)).sort((a, b) => a - b);
  const median = lengths[lengths.length >> 1] ?? 0;
  return [
    ...imports
      .filter((i) => !isAllowed(i))
      .map(({ from, to, kind }) => `${from} may not import ${to} (${kind})`),
    ...cyclesOf(imports).map((cycle) => `cycle: ${cycle}`),
    ...trees.flatMap(([path, nodes]) => wordsOf(path, nodes).map((word) => `${path} may not say "${word}"`)),
    ...files
      .map(([path, source]) => [path, linesOf(source), path.startsWith('elements/') ? 300 : 400] as const)
      .filter(([, lines, most]) => lines > most)
      .map(([path, lines, most]) => `${path} has ${lines} lines; ${most} are enough`),
    ...(median > 12 ? [`half of all functions are longer than ${median} lines`] : []),
  ];
}

// ---- the tree as it is

test('src keeps to the architecture', () => {
  const src = join(import.meta.dirname, '../src');
  const all = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const paths = all.filter((path) => path.endsWith('.ts'));
  assert.ok(paths.length > 20);
  assert.deepEqual(
    faultsOf(Object.fromEntries(paths.map((path) => [path, readFileSync(join(src, path), 'utf8')]))),
    [],
  );
});

// ---- the checker itself

const GOOD: Sources = {
  'autoload.ts': `import { widgets } from './manifest.js';`,
  'manifest.ts': `export const widgets = { 'iom-a': () => import('./elements/a/a.js') };`,
  'index.ts': `export { A } from './elements/a/a.js'; export { seed } from './store/store.js';`,
  'elements/a/a.ts': `import { html } from 'lit'; import { Base } from '../base/base.js'; import '../b/b.js';
    export const view = html\`<p class="style=">\${document.title}</p>\`; // innerHTML is only spoken of`,
  'elements/b/b.ts': `import { css } from 'lit';`,
  'elements/base/base.ts': `import { R } from '../../controllers/r.js'; import { tokens } from '../../styles/tokens.js';`,
  'controllers/r.ts': `import type { ReactiveController } from 'lit'; import { store } from '../store/store.js';`,
  'store/store.ts': `import { ingest } from '../ingest/ingest.js'; fetch(document.baseURI); localStorage.getItem('a');`,
  'ingest/ingest.ts': `import { parseHtml } from '#platform'; import type { Markup } from '../platform/markup.js';
    const { fetch } = source; const read = (document: unknown) => ({ fetch: document, window: source.window });`,
  'platform/browser.ts': `new DOMParser();`,
  'styles/tokens.ts': `import { css } from 'lit';`,
};

test('the checker finds nothing in a sound tree', () => assert.deepEqual(faultsOf(GOOD), []));

const long = (lines: number) => `() => {${'\n;'.repeat(lines - 2)}\n};`;
const BAD: readonly (readonly [fault: RegExp, sources: Sources])[] = [
  [/model\/a.ts may not import lit/, { 'model/a.ts': `import type { A } from 'lit';` }],
  [/may not import ingest\/a.ts/, { 'model/a.ts': `type A = import('../ingest/a.js').A;` }],
  [/may not import lit/, { 'platform/a.ts': `export * from 'lit';` }],
  [/may not import platform\/node.ts/, { 'ingest/a.ts': `import { parseHtml } from '../platform/node.js';` }],
  [/may not import platform\/node.ts/, { 'ingest/a.ts': `import { type A } from '../platform/node.js';` }],
  [/may not import store\/a.ts \(type\)/, { 'ingest/a.ts': `import type { A } from '../store/a.js';` }],
  [/may not import elements\/a\/a.ts/, { 'store/a.ts': `await import('../elements/a/a.js');` }],
  [/may not import model\/a.ts/, { 'i18n/a.ts': `import { a } from '../model/a.js';` }],
  [/may not import lit-html/, { 'styles/a.ts': `import { a } from 'lit-html';` }],
  [/may not import lit \(value\)/, { 'controllers/a.ts': `import { LitElement } from 'lit';` }],
  [/may not import elements\/a\/a.ts/, { 'elements/base/a.ts': `import '../a/a.js';` }],
  [/may not import store\/a.ts/, { 'elements/a/a.ts': `import type { A } from '../../store/a.js';` }],
  [/may not import ingest\/a.ts/, { 'elements/a/a.ts': `import { a } from '../../ingest/a.js';` }],
  [/may not import elements\/b\/b.ts \(value\)/, { 'elements/a/a.ts': `import { B } from '../b/b.js';` }],
  [/may not import manifest.ts/, { 'index.ts': `export { widgets } from './manifest.js';` }],
  [/may not import index.ts/, { 'elements/a/a.ts': `import { A } from '../../index.js';` }],
  [/may not import dompurify/, { 'index.ts': `import 'dompurify';` }],
  [/other\/a.ts may not import model/, { 'other/a.ts': `import '../model/a.js';` }],
  [/may not import ingest\/feed.ts/, { 'controllers/a.ts': `export { feed } from '../ingest/feed.js';` }],
  [
    /cycle: model\/a.ts → model\/b.ts →/,
    { 'model/a.ts': `import './b.js'`, 'model/b.ts': `export * from './a.js'` },
  ],
  [
    /cycle: model\/a.ts → model\/b.ts →/,
    { 'model/a.ts': `import type {} from './b.js'`, 'model/b.ts': `import './a.js'` },
  ],
  ...'innerHTML outerHTML insertAdjacentHTML unsafeHTML unsafeSVG unsafeCSS eval setHTMLUnsafe srcdoc localStorage cookie'
    .split(' ')
    .map(
      (word) => [new RegExp(`say "${word}"`), { 'elements/a/a.ts': `const { ${word}: a } = b;` }] as const,
    ),
  [
    /say "unsafeHTML"/,
    { 'elements/a/a.ts': `import { unsafeHTML as a } from 'lit/directives/unsafe-html.js';` },
  ],
  [/say "innerHTML"/, { 'elements/a/a.ts': `a['innerHTML'] = b;` }],
  [/say "innerHTML"/, { 'elements/a/a.ts': 'html`<p .innerHTML=${b}></p>`' }],
  [/say "document.write"/, { 'store/a.ts': `document.write(a);` }],
  [/say "Function"/, { 'store/a.ts': `new Function(a)` }],
  [/say "Function"/, { 'store/a.ts': `globalThis.Function(a)` }],
  [/say " style="/, { 'elements/a/a.ts': 'html`<p style="color: red">${a}</p>`' }],
  [/say "sessionStorage"/, { 'controllers/a.ts': `window.sessionStorage.clear();` }],
  [/say "DOMParser"/, { 'ingest/a.ts': `new DOMParser()` }],
  [/say "document"/, { 'ingest/a.ts': `const f = (doc) => document.title;` }],
  [/say "window"/, { 'model/a.ts': `const { location } = window;` }],
  [/say "fetch"/, { 'ingest/a.ts': `await fetch(a);` }],
  [/say "fetch"/, { 'elements/a/a.ts': `await globalThis.fetch(a);` }],
  [/say "fetch"/, { 'controllers/a.ts': `use({ fetch })` }],
  [/elements\/a\/a.ts has 301 lines/, { 'elements/a/a.ts': '\n;'.repeat(300) }],
  [/model\/a.ts has 401 lines/, { 'model/a.ts': '\n;'.repeat(400) }],
  [/longer than 13 lines/, { 'model/a.ts': [long(3), long(13), long(14)].join('\n') }],
];

for (const [fault, sources] of BAD) {
  test(`the checker finds: ${fault.source}`, () => {
    const faults = faultsOf(sources);
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults[0]!, fault);
  });
}
