// What follows from an opportunity alone is worked out once: it never changes, and comparing each with all others asks it again and again.

/** The same function, which remembers what it found as long as its argument lives. */
export function remembered<A extends object, R>(work: (argument: A) => R): (argument: A) => R {
  const found = new WeakMap<A, { readonly result: R }>();
  return (argument) => {
    const known = found.get(argument) ?? { result: work(argument) };
    found.set(argument, known);
    return known.result;
  };
}
