import type { PropertyDeclaration } from 'lit';

/** An attribute that holds a list of words, parted by spaces or commas. */
export const words: PropertyDeclaration = {
  converter: (value) => value?.match(/[^\s,]+/g) ?? [],
};
