import type { Drawn, Tree } from './org-chart.tree.js';

type Way = (from: Drawn) => Drawn | undefined;

/**
 * What an arrow, Home or End means on a card: the card to go to, `toggle` to open or close this one, or nothing at all.
 * It only ever acts on a link or button that has the focus, so it takes no key from a screen reader or from scrolling.
 */
export function stepFor(
  { key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  from: Drawn,
  tree: Tree,
  direction: string,
): Drawn | 'toggle' | undefined {
  if (altKey || ctrlKey || metaKey || shiftKey) return undefined;
  const next: Way = (drawn) => tree.next(drawn);
  const previous: Way = (drawn) => tree.previous(drawn);
  const [inwards, outwards] = direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  switch (key) {
    case 'ArrowDown': return firstOf(next(from), next);
    case 'ArrowUp': return firstOf(previous(from), previous);
    case 'Home': return firstOf(tree.first(), next);
    case 'End': return firstOf(tree.last(), previous);
    case inwards: return !from.branch ? undefined : tree.isOpen(from) ? firstBelow(from, tree) : 'toggle';
    case outwards: return tree.isOpen(from) ? 'toggle' : firstOf(from.parent, ({ parent }) => parent);
    default: return undefined;
  } // prettier-ignore
}

/** A card without link and button has nothing to do on it: it is passed over. */
function firstOf(start: Drawn | undefined, way: Way): Drawn | undefined {
  let at = start;
  while (at && !at.card.link && !at.card.toggle) at = way(at);
  return at;
}

function firstBelow(drawn: Drawn, tree: Tree): Drawn | undefined {
  const found = firstOf(tree.next(drawn), (from) => tree.next(from));
  return found && found.level > drawn.level ? found : undefined;
}

/** On the same kind of control as before, where the card has one. */
export function focusCard({ card: { link, toggle } }: Drawn, onToggle: boolean): void {
  (onToggle ? (toggle ?? link) : (link ?? toggle))?.focus();
}
