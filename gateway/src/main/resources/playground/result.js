// Shows one job's state, whichever way it came.

import { ended } from './follow.js';
import { output } from './output.js';
import { testResults } from './test-results.js';
import { timeline } from './timeline.js';
import { duration, memory, processorTime } from './units.js';
import { outcome, sentence, tone } from './verdicts.js';

export function result(find) {
  const [panel, nothing, permalink, ring, score, ringTitle, headline, facts, cancel] = [
    'result', 'nothing', 'permalink', 'ring', 'score', 'ring-title', 'headline', 'facts', 'cancel'].map(find);
  const stages = timeline(find('timeline'));
  const left = output(find('tabs'), find('output'));
  const rows = testResults(find('verdicts'), choose);
  let job = null;
  let chosen = null;
  let expected = [];
  let remark = '';

  /**
   * Before the first state: something happens at once.
   *
   * @param tests as they were written; what is expected is known to this page only
   * @param fresh whether it is submitted now, or looked at again
   */
  function begin(tests, fresh, said = '') {
    expected = tests.map(test => test.expected);
    remark = said;
    job = null;
    chosen = null;
    left.reset();
    panel.hidden = false;
    nothing.hidden = true;
    permalink.hidden = true;
    cancel.hidden = true;
    panel.dataset.tone = 'pending';
    headline.textContent = fresh ? 'Submitting …' : 'Looking it up …';
    facts.textContent = '';
    drawScore(null);
    stages.begin(fresh);
    rows.show([], null);
    left.show(null, null, null);
  }

  function show(state) {
    job = state;
    panel.dataset.tone = tone(state);
    permalink.textContent = state.job_id.slice(-12);
    permalink.title = `The address of this run, ${state.job_id}`;
    permalink.href = `#${state.job_id}`;
    permalink.hidden = false;
    cancel.hidden = ended(state);
    chosen ??= state.tests.find(test => test.verdict && test.verdict !== 'accepted')?.test ?? null;
    drawScore(state.score);
    drawWords(state);
    stages.show(state);
    drawTests();
  }

  function choose(test) {
    chosen = test;
    left.reset();
    drawTests();
  }

  function drawTests() {
    const test = job.tests.find(one => one.test === chosen) ?? job.tests[0];
    rows.show(job.tests, test?.test);
    left.show(job, test, expected[test?.test]);
  }

  function drawScore(points) {
    score.textContent = points ?? '–';
    ringTitle.textContent = points == null ? 'No score yet' : `Score ${points} of 100`;
    ring.setAttribute('stroke-dashoffset', 100 - Math.min(100, Math.max(0, points ?? 0)));
  }

  function drawWords(state) {
    const judged = state.tests.filter(test => test.verdict).length;
    const all = state.tests.length;
    headline.textContent = ended(state) || all < 2 ? outcome(state) : `${outcome(state)} · ${judged} of ${all} judged`;
    facts.textContent = [
      sentence(state),
      ended(state) ? `Ended after ${duration(Date.parse(state.updated_at) - Date.parse(state.created_at))}` : null,
      state.time == null ? null : `${processorTime(state.time)} of processor time`,
      state.memory == null ? null : memory(state.memory),
      state.attempt > 1 ? `attempt ${state.attempt}` : null,
      remark,
    ].filter(Boolean).join(' · ').replaceAll('. · ', '. ');
  }

  return {
    begin,
    show,
    taken: stages.taken,
    clear() {
      stages.stop();
      panel.hidden = true;
      nothing.hidden = false;
    },
    /** The job that is shown; null when there is none yet. */
    get job() { return job; },
  };
}
