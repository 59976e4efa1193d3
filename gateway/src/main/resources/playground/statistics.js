// What the gateway tells of each minute and language, kept up to date and added up.

import { statistics } from './api.js';
import { addTo, quantiles } from './histogram.js';
import { toneOf } from './verdicts.js';

const MINUTE = 60000;

/** Jobs that end late still change the minutes before. */
const LOOK_AGAIN = 2 * MINUTE;

/** Below this, jobs that are under way would be missed that were submitted a while ago. */
const LEAST_SPAN = 60 * MINUTE;

export function minutes() {
  const rows = new Map();
  let known = null;
  let from = null;

  return {
    /** @param span how far back, ms */
    async load(span) {
      const wanted = Date.now() - Math.max(span, LEAST_SPAN);
      const since = known != null && from <= wanted ? known - LOOK_AGAIN : wanted;
      const answer = await statistics(new Date(since));
      answer.minutes.forEach(row => rows.set(`${row.window} ${row.language}`, { ...row, at: Date.parse(row.window) }));
      known = Date.parse(answer.to);
      from = Math.min(from ?? wanted, wanted);
      for (const [key, row] of rows) {
        if (row.at < from) {
          rows.delete(key);
        }
      }
    },
    /** What was said last is the present, by the gateway's own clock; ms. */
    get now() { return known; },
    /** The rows of the last span, ms. */
    since: span => [...rows.values()].filter(row => row.at > known - span),
    forget() {
      rows.clear();
      known = null;
      from = null;
    },
  };
}

/**
 * Adds rows up.
 *
 * @returns submissions, ended, verdicts and instances (counts by name), tones (counts), fallbacks, and queue and run,
 *     which are quantiles in ms or null
 */
export function total(rows) {
  const sum = {
    submissions: 0, ended: 0, fallbacks: 0, verdicts: {}, tones: { good: 0, fair: 0, bad: 0, none: 0 }, instances: {},
  };
  const queue = new Map();
  const run = new Map();
  for (const row of rows) {
    sum.submissions += row.submissions;
    sum.fallbacks += row.fallbacks;
    for (const [verdict, count] of Object.entries(row.verdicts)) {
      sum.ended += count;
      sum.verdicts[verdict] = (sum.verdicts[verdict] ?? 0) + count;
      sum.tones[toneOf(verdict)] += count;
    }
    for (const [instance, count] of Object.entries(row.instances)) {
      sum.instances[instance] = (sum.instances[instance] ?? 0) + count;
    }
    addTo(queue, row.queue_time.histogram);
    addTo(run, row.run_time.histogram);
  }
  return { ...sum, queue: quantiles(queue), run: quantiles(run) };
}

/** @returns totals in the order of time, one for each step, also where nothing happened */
export function steps(rows, now, span, step) {
  const last = Math.floor(now / step) * step;
  const count = Math.round(span / step);
  return Array.from({ length: count }, (_, i) => {
    const at = last - (count - 1 - i) * step;
    return { at, ...total(rows.filter(row => row.at >= at && row.at < at + step)) };
  });
}

/** @returns pairs of a key and the total of its rows, those with most submissions first */
export function by(rows, key) {
  const groups = Map.groupBy(rows, key);
  return [...groups].map(([name, those]) => [name, total(those)])
    .sort(([, one], [, other]) => other.submissions + other.ended - one.submissions - one.ended);
}
