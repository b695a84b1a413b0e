// Chance by seed: the same seed throws the same numbers in the same order, so that a failure can be had again.

export type Dice = {
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** A whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** 128 bits in base32, as the World's ids are. */
  readonly id: () => string;
};

/** Dice by mulberry32: small, quick, and good enough to play with. Never for secrets. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    chance: (probability) => next() < probability,
    between,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    id: () => Array.from({ length: 26 }, () => "abcdefghijklmnopqrstuvwxyz234567"[between(0, 31)]).join(""),
  };
}
