// The drawings of the pipeline: how much, and how long.

import { shape } from './element.js';
import { plot } from './plot.js';
import { linear, logarithmic } from './scales.js';
import { duration, minute } from './units.js';

const GAP = 0.22;
const NAMES = { good: 'accepted', fair: 'wrong', bad: 'failed', none: 'not judged' };
const TONES = Object.keys(NAMES);

/** Jobs that ended, piled up by how; a step is how long one bar stands for, in a word. */
export function throughput(figure) {
  return plot(figure, {
    ticks: data => linear(Math.max(...data.map(step => Math.max(step.ended, step.submissions)))),
    draw: (frame, data) => [...data.flatMap((step, i) => pile(frame, step, i)), ...data.map((step, i) => came(frame, step, i))],
    read: (step, latest) => `${when(step, latest)}: ${step.submissions} submitted, ${step.ended} ended${parts(step)}`,
    columns: [
      ['Time', step => minute(step.at)], ['Submitted', step => step.submissions], ['Ended', step => step.ended],
      ['Accepted', step => step.tones.good], ['Wrong', step => step.tones.fair], ['Failed', step => step.tones.bad],
      ['Not judged', step => step.tones.none],
    ],
    summary: data => `Jobs over time. At most ${Math.max(...data.map(step => step.ended))} ended at once, `
      + `${data.reduce((sum, step) => sum + step.ended, 0)} in all.`,
  });
}

function when({ at }, latest) {
  return latest ? `${minute(at)}, so far` : minute(at);
}

function parts({ tones }) {
  const some = TONES.filter(tone => tones[tone]).map(tone => `${tones[tone]} ${NAMES[tone]}`);
  return some.length ? ` (${some.join(', ')})` : '';
}

function pile(frame, step, i) {
  let below = 0;
  return TONES.filter(tone => step.tones[tone]).map(tone => {
    const bottom = frame.y(below);
    below += step.tones[tone];
    const top = frame.y(below);
    return shape('rect', {
      class: `bar-of ${tone}`, x: frame.left + (i + GAP / 2) * frame.slot, width: frame.slot * (1 - GAP),
      y: top, height: Math.max(0, bottom - top - (top > frame.top ? 1 : 0)),
    });
  });
}

/** A stroke where the bar would end if all that came had ended. */
function came(frame, step, i) {
  const y = frame.y(step.submissions);
  return step.submissions ? shape('line', {
    class: 'came', x1: frame.left + i * frame.slot + 1, x2: frame.left + (i + 1) * frame.slot - 1, y1: y, y2: y,
  }) : '';
}

/** Quantiles of a time: the band from the median to the 99th percentile, and the median. */
export function times(figure, of) {
  const some = data => data.filter(step => step[of]);
  return plot(figure, {
    ticks: data => logarithmic(Math.max(1, ...some(data).map(step => step[of].p99))),
    draw: (frame, data) => data.flatMap((step, i) => (step[of] ? span(frame, step[of], i) : [])),
    read: (step, latest) => `${when(step, latest)}: `
      + (step[of] ? `p50 ${duration(step[of].p50)}, p90 ${duration(step[of].p90)}, p99 ${duration(step[of].p99)}` : 'nothing ended'),
    columns: [['Time', step => minute(step.at)], ['Jobs', step => step[of]?.count ?? 0],
      ...['p50', 'p90', 'p99'].map(name => [name, step => (step[of] ? duration(step[of][name]) : '–')])],
    summary: data => (some(data).length
      ? `Over time. The median was at most ${duration(Math.max(...some(data).map(step => step[of].p50)))}, `
        + `the 99th percentile at most ${duration(Math.max(...some(data).map(step => step[of].p99)))}.`
      : 'Over time. Nothing has ended.'),
  });
}

function span(frame, { p50, p90, p99 }, i) {
  const x = frame.left + (i + 0.5) * frame.slot;
  const width = Math.min(frame.slot * (1 - GAP), 14);
  const piece = (name, low, high) => shape('rect', {
    class: name, x: x - width / 2, width, y: frame.y(high) - 1, height: frame.y(low) - frame.y(high) + 2, rx: 1,
  });
  return [piece('to-p99', p90, p99), piece('to-p90', p50, p90), piece('median', p50, p50)];
}
