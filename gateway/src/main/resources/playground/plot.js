// The frame of a drawing over time: axes, what is read off at a place, and the same as a table.

import { element, shape } from './element.js';
import { minute } from './units.js';

const LEFT = 60;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 24;
const HEIGHT = 190;
const LABEL_ROOM = 64;
const MINUTE = 60000;

/** Minutes between two labels. */
const ROUND = [1, 2, 5, 10, 15, 30, 60, 120];

/**
 * @param figure holds .drawing, .readout and a table
 * @param draw called with a frame and the data; returns shapes
 * @param read what one step says, as a sentence
 * @param columns headings, and how to get a cell of each from a step
 */
export function plot(figure, { draw, ticks, read, columns, summary }) {
  const host = figure.querySelector('.drawing');
  const readout = figure.querySelector('.readout');
  const table = figure.querySelector('table');
  let data = [];
  let pointed = null;

  function redraw() {
    const width = host.clientWidth;
    if (!width || !data.length) {
      return;
    }
    const frame = {
      width, height: HEIGHT, left: LEFT, right: width - RIGHT, top: TOP, bottom: HEIGHT - BOTTOM,
      slot: (width - LEFT - RIGHT) / data.length,
    };
    const marks = ticks(data);
    frame.y = value => frame.bottom - marks.place(value) * (frame.bottom - frame.top);
    const cursor = pointed == null ? [] : [shape('rect', {
      class: 'cursor', x: frame.left + pointed * frame.slot, y: frame.top, width: frame.slot, height: frame.bottom - frame.top,
    })];
    host.replaceChildren(shape('svg', { width, height: HEIGHT, role: 'img', 'aria-label': summary(data) },
      ...marks.all.flatMap(mark => line(frame, mark)), ...times(frame), ...cursor, ...draw(frame, data)));
    readout.textContent = read(data[pointed ?? data.length - 1], pointed == null);
  }

  function line(frame, { value, label }) {
    const y = frame.y(value);
    return [
      shape('line', { class: 'grid', x1: frame.left, x2: frame.right, y1: y, y2: y }),
      shape('text', { class: 'tick', x: frame.left - 8, y, dy: '.35em', 'text-anchor': 'end' }, label),
    ];
  }

  /** At round times, so that they move with what they name. */
  function times(frame) {
    const step = data.length > 1 ? (data[1].at - data[0].at) / MINUTE : 1;
    const every = ROUND.find(minutes => (minutes / step) * frame.slot >= LABEL_ROOM) ?? ROUND.at(-1);
    const zone = new Date(data[0].at).getTimezoneOffset();
    return data.flatMap(({ at }, i) => ((at / MINUTE - zone) % every ? [] : shape('text', {
      class: 'tick', x: Math.min(frame.left + (i + 0.5) * frame.slot, frame.right - 14), y: frame.bottom + 17, 'text-anchor': 'middle',
    }, minute(at))));
  }

  function fill() {
    const cells = step => columns.map(([, cell], i) => element(i ? 'td' : 'th', i ? {} : { scope: 'row' }, String(cell(step))));
    table.tBodies[0].replaceChildren(...data.toReversed().map(step => element('tr', {}, ...cells(step))));
  }

  table.append(
    element('thead', {}, element('tr', {}, ...columns.map(([name]) => element('th', { scope: 'col' }, name)))),
    element('tbody'));
  host.addEventListener('pointermove', event => {
    const x = event.clientX - host.getBoundingClientRect().left - LEFT;
    const at = Math.floor(x / ((host.clientWidth - LEFT - RIGHT) / data.length));
    pointed = at >= 0 && at < data.length ? at : null;
    redraw();
  });
  host.addEventListener('pointerleave', () => { pointed = null; redraw(); });
  figure.querySelector('details').addEventListener('toggle', fill);
  new ResizeObserver(redraw).observe(host);

  return {
    show(next) {
      data = next;
      redraw();
      if (figure.querySelector('details').open) {
        fill();
      }
    },
  };
}
