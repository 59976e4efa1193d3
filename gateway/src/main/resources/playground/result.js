// Shows one job's state, whichever way it came.

import { ended } from './api.js';

const WORDS = {
  accepted: 'Accepted',
  wrong_answer: 'Wrong answer',
  time_limit: 'Time limit exceeded',
  memory_limit: 'Memory limit exceeded',
  compilation_error: 'Does not compile',
  runtime_error: 'Runtime error',
  refused: 'Refused',
  gave_up: 'Could not be judged',
};

/** What to look at first: where the reason of the verdict is. */
const FIRST = { compilation_error: 'compile_output', runtime_error: 'stderr', memory_limit: 'stderr', refused: 'stderr', gave_up: 'stderr' };

export function verdictWord(state) {
  if (!ended(state)) {
    return state.status === 'running' ? 'Running' : 'Queued';
  }
  return WORDS[state.verdict] ?? (state.status === 'error' ? 'Could not be judged' : 'Done');
}

export function tone(state) {
  if (!ended(state)) {
    return 'pending';
  }
  return state.verdict === 'accepted' ? 'good' : state.verdict === 'wrong_answer' ? 'fair' : 'bad';
}

export function result(find) {
  const [panel, nothing, permalink, ring, score, ringTitle, headline, facts, timeline, verdicts, tabs, output] = [
    'result', 'nothing', 'permalink', 'ring', 'score', 'ring-title', 'headline', 'facts', 'timeline', 'verdicts',
    'tabs', 'output'].map(find);
  let job = null;
  let seen = {};
  let chosen = null;
  let part = null;
  let expected = [];

  /** Before the first state: something happens at once. What is expected is known to this page only. */
  function begin(tests = []) {
    expected = tests.map(test => test.expected);
    job = null;
    seen = {};
    chosen = null;
    part = null;
    panel.hidden = false;
    nothing.hidden = true;
    permalink.hidden = true;
    panel.dataset.tone = 'pending';
    headline.textContent = 'Submitting …';
    facts.textContent = '';
    drawScore(null);
    drawTimeline();
    verdicts.replaceChildren();
    drawOutput();
  }

  function show(state) {
    job = state;
    seen[state.status] ??= Date.parse(state.updated_at) - Date.parse(state.created_at);
    panel.dataset.tone = tone(state);
    permalink.textContent = state.job_id.slice(-12);
    permalink.title = state.job_id;
    permalink.href = `#${state.job_id}`;
    permalink.hidden = false;
    drawScore(state.score);
    drawWords(state);
    drawTimeline();
    drawVerdicts(state);
    drawOutput();
  }

  function drawScore(points) {
    score.textContent = points ?? '–';
    ringTitle.textContent = points == null ? 'No score yet' : `Score ${points} of 100`;
    ring.setAttribute('stroke-dashoffset', 100 - Math.min(100, Math.max(0, points ?? 0)));
  }

  function drawWords(state) {
    const judged = state.tests.filter(test => test.verdict).length;
    const all = state.tests.length;
    const word = verdictWord(state);
    headline.textContent = ended(state) || all === 1 ? word : `${word} · ${judged} of ${all} judged`;
    facts.textContent = [
      state.message,
      state.time == null ? null : `${seconds(state.time)} of processor time`,
      state.memory == null ? null : `${(state.memory / 1024).toFixed(1)} MiB`,
      state.attempt > 1 ? `attempt ${state.attempt}` : null,
    ].filter(Boolean).join(' · ');
  }

  function drawTimeline() {
    const order = ['queued', 'running', 'done'];
    const now = job ? order.indexOf(job.status === 'error' ? 'done' : job.status) : 0;
    [...timeline.children].forEach((step, i) => {
      const failed = job?.status === 'error' && i === 2;
      step.dataset.state = i < now || (i === 2 && now === 2) ? 'past' : i === now ? 'now' : 'ahead';
      step.querySelector('b').textContent = failed ? 'Error' : ['Queued', 'Running', 'Done'][i];
      step.querySelector('time').textContent = moment(failed ? 'error' : order[i], i, now);
    });
  }

  function moment(status, step, now) {
    if (step === 0) {
      return job ? clockTime(job.created_at) : '…';
    }
    if (seen[status] != null) {
      return `after ${duration(seen[status])}`;
    }
    return step < now ? '–' : '';
  }

  function drawVerdicts(state) {
    chosen ??= state.tests.find(test => test.verdict && test.verdict !== 'accepted')?.test ?? null;
    const rows = state.tests.map(test => row(test, test.test === current(state).test));
    const focused = verdicts.contains(document.activeElement)
      ? [...verdicts.children].indexOf(document.activeElement.parentElement) : -1;
    verdicts.hidden = state.tests.length < 2;
    verdicts.replaceChildren(...rows);
    if (focused >= 0) {
      rows[focused]?.firstElementChild.focus();
    }
  }

  function row(test, pressed) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.tone = test.verdict || ended(test) ? tone({ ...test, status: 'done' }) : 'pending';
    button.setAttribute('aria-pressed', pressed);
    button.append(
      piece('mark', ''),
      piece('name', test.name ?? `Test ${test.test + 1}`),
      piece('word', test.verdict ? WORDS[test.verdict] : verdictWord(test)),
      piece('cost', test.time == null ? '' : seconds(test.time)),
      piece('points', test.points ?? ''));
    button.addEventListener('click', () => {
      chosen = test.test;
      part = null;
      drawVerdicts(job);
      drawOutput();
    });
    item.append(button);
    return item;
  }

  function current(state) {
    return state.tests.find(test => test.test === chosen) ?? state.tests[0];
  }

  function drawOutput() {
    const texts = job ? left(job) : {};
    const shown = part ?? (texts[texts.first] ? texts.first : 'stdout');
    for (const tab of tabs.children) {
      const name = tab.dataset.part;
      tab.setAttribute('aria-selected', name === shown);
      tab.tabIndex = name === shown ? 0 : -1;
      tab.classList.toggle('filled', Boolean(texts[name]));
    }
    output.setAttribute('aria-labelledby', tabs.querySelector('[aria-selected=true]').id);
    output.classList.toggle('empty', !texts[shown]);
    output.textContent = texts[shown] || empty(shown);
  }

  function empty(shown) {
    if (shown === 'expected') {
      return 'No particular output is expected.';
    }
    return job && ended(job) ? 'Nothing here.' : 'Nothing yet.';
  }

  /** What the chosen test left behind, or the whole job as long as, or when, its tests have nothing of their own. */
  function left(state) {
    const test = current(state);
    const from = test?.verdict && test.status === 'done' ? test : state;
    return {
      first: FIRST[from.verdict],
      stdout: from.stdout,
      stderr: [from.stderr?.trimEnd(), from.message].filter(Boolean).join('\n\n'),
      compile_output: from.compile_output,
      expected: expected[test?.test],
    };
  }

  tabs.addEventListener('click', event => {
    const tab = event.target.closest('[role=tab]');
    if (tab) {
      part = tab.dataset.part;
      drawOutput();
    }
  });
  tabs.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const all = [...tabs.children];
      const next = all[(all.indexOf(event.target) + step + all.length) % all.length];
      next.click();
      next.focus();
    }
  });

  return {
    begin,
    show,
    clear() {
      panel.hidden = true;
      nothing.hidden = false;
    },
  };
}

function piece(name, text) {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}

function duration(millis) {
  return millis < 1000 ? `${Math.max(0, Math.round(millis))} ms` : `${(millis / 1000).toFixed(1)} s`;
}

function seconds(time) {
  return `${Number(time).toFixed(3)} s`;
}

function clockTime(instant) {
  return new Date(instant).toLocaleTimeString();
}
