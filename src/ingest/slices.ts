const SLICE = 8; // milliseconds: leaves half a frame to the page

/** Goes through a list, giving the page its turn between slices, so that a long document never makes a long task. */
export async function forEachInSlices<T>(
  values: readonly T[],
  each: (value: T, index: number) => void,
): Promise<void> {
  let until = performance.now() + SLICE;
  for (let i = 0; i < values.length; i++) {
    each(values[i]!, i);
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + SLICE;
  }
}
