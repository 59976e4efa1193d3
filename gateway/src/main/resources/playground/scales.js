// Where a value lies between the bottom and the top of a drawing, and which lines help to see it.

import { duration } from './units.js';

const LINES = 4;
const EASY = [1, 2, 5, 10];

/** From zero. */
export function linear(most) {
  const rough = Math.max(most, 1) / LINES;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * EASY.find(easy => easy * power >= rough));
  const top = step * Math.ceil(Math.max(most, 1) / step);
  const all = Array.from({ length: top / step + 1 }, (_, i) => ({ value: i * step, label: String(i * step) }));
  return { all, place: value => value / top };
}

/** Of times from a millisecond, where every line is ten times the one below. */
export function logarithmic(most) {
  const powers = Math.max(2, Math.ceil(Math.log10(Math.max(most, 1) + 1)));
  const all = Array.from({ length: powers + 1 }, (_, i) => ({ value: 10 ** i, label: short(10 ** i) }));
  return { all, place: value => Math.log10(Math.max(value, 1)) / powers };
}

function short(millis) {
  return duration(millis).replace(/\.0+ /, ' ');
}
