// How long after each state of a job the next one came, ticking until it is there.

import { moments } from './api.js';
import { ended } from './follow.js';
import { clock, duration } from './units.js';

const TICK = 100;
const STAGES = ['accepted', 'queued', 'running', 'done'];

/**
 * The first is measured here, from the press of the button to the answer; the others are differences of the states' own
 * times. A stream may leave states out: the gateway is asked for the start of a job that ended without having been seen
 * running. An instance that calls back at the end tells of the start only then.
 */
export function timeline(list) {
  let began = 0;
  let accepted = null;
  let entered = {};
  let job = null;
  let ticking = null;

  function begin(measured) {
    began = measured ? performance.now() : 0;
    accepted = null;
    entered = {};
    job = null;
    clearInterval(ticking);
    ticking = measured ? setInterval(draw, TICK) : null;
    draw();
  }

  function show(state) {
    job = state;
    const stage = state.status === 'error' ? 'done' : state.status;
    entered.queued ??= Date.parse(state.created_at);
    entered[stage] ??= Date.parse(state.updated_at);
    if (ended(state)) {
      clearInterval(ticking);
      if (entered.running == null) {
        fill(state.job_id, entered);
      }
    }
    draw();
  }

  /** It was running, by its states, from the first that was seen of a test: its start, or else its verdict. */
  async function fill(id, times) {
    const past = await moments(id).catch(() => []);
    const first = past.find(moment => moment.what === 'started' || moment.what === 'judged');
    if (first) {
      times.running ??= Date.parse(first.at);
      draw();
    }
  }

  function stageNow() {
    if (job) {
      return STAGES.indexOf(job.status === 'error' ? 'done' : job.status);
    }
    return accepted == null ? 0 : 1;
  }

  function draw() {
    const now = stageNow();
    [...list.children].forEach((step, i) => {
      const past = i < now || (job && ended(job));
      step.dataset.state = past ? 'past' : i === now ? 'now' : 'ahead';
      step.querySelector('time').textContent = text(STAGES[i], now);
      if (i === STAGES.length - 1) {
        step.querySelector('b').textContent = job?.status === 'error' ? 'Error' : 'Done';
      }
    });
  }

  function text(stage, now) {
    if (stage === 'accepted') {
      return accepted ?? (began ? duration(performance.now() - began) : '–');
    }
    if (stage === 'queued') {
      return job ? clock(entered.queued) : '';
    }
    const at = STAGES.indexOf(stage);
    const since = entered[STAGES[at - 1]] ?? entered.queued;
    if (at > now) {
      return at === now + 1 && ticking && since ? `${duration(Math.max(0, Date.now() - since))} …` : '';
    }
    return entered[stage] ? `+ ${duration(entered[stage] - since)}` : '–';
  }

  return {
    begin,
    show,
    /** The gateway has taken the job. */
    taken() {
      accepted = duration(performance.now() - began);
      draw();
    },
    stop() {
      clearInterval(ticking);
    },
  };
}
