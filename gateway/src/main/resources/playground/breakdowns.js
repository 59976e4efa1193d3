// What a span of time amounts to: by verdict, by language, by instance.

import { element } from './element.js';
import { ago, duration } from './units.js';
import { toneOf, word } from './verdicts.js';

const MINUTE = 60000;

/** Each verdict with its share of all. */
export function verdictList(list, { verdicts, ended }) {
  const sorted = Object.entries(verdicts).sort(([, one], [, other]) => other - one);
  list.replaceChildren(...sorted.map(([verdict, count]) => element('li', { 'data-tone': toneOf(verdict) },
    element('span', { class: 'name' }, word(verdict)),
    element('span', { class: 'points' }, String(count)),
    element('progress', { max: ended, value: count, 'aria-label': `${word(verdict)}, ${percent(count, ended)}` }))));
}

/** @param languages pairs of a name and its total */
export function languageTable(table, languages) {
  const time = (spread, name) => (spread ? duration(spread[name]) : '–');
  fill(table, languages.map(([name, sum]) => [
    name, sum.submissions, sum.ended, sum.ended ? percent(sum.tones.good, sum.ended) : '–',
    time(sum.queue, 'p50'), time(sum.queue, 'p99'), time(sum.run, 'p50'), time(sum.run, 'p99'), sum.fallbacks,
  ]));
}

/**
 * Instances that judged something, and those that offer languages. Whether one is well is not told to everybody; when it
 * last judged something is.
 */
export function instanceTable(table, rows, offered, now) {
  const names = new Set([...offered.flatMap(one => one.instances), ...rows.flatMap(row => Object.keys(row.instances))]);
  const lines = [...names].sort().map(name => {
    const own = rows.filter(row => row.instances[name]);
    const last = Math.max(...own.map(row => row.at));
    return [
      name, own.reduce((sum, row) => sum + row.instances[name], 0),
      own.length ? heard(last, now) : 'not in this time', offered.filter(one => one.instances.includes(name)).length,
    ];
  });
  fill(table, lines);
}

function heard(minuteOf, now) {
  return now - minuteOf < 2 * MINUTE ? 'just now' : ago(minuteOf);
}

function fill(table, lines) {
  table.tBodies[0].replaceChildren(...lines.map(([name, ...cells]) => element('tr', {},
    element('th', { scope: 'row' }, name), ...cells.map(cell => element('td', {}, String(cell))))));
}

function percent(part, whole) {
  return `${Math.round((100 * part) / whole)} %`;
}
