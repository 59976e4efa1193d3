// Puts the page together: what is written here is submitted, followed, shown and remembered.

import { account } from './account.js';
import { cancel, submit } from './api.js';
import { arrivals } from './arrivals.js';
import { ended, follow } from './follow.js';
import { runHistory } from './history.js';
import { notice } from './notice.js';
import { realtimeRows } from './realtime.js';
import * as remembered from './remembered.js';
import { result } from './result.js';
import { workbench } from './workbench.js';

/** The database follows a moment behind the stream. */
const TABLE_LAG = 700;

const find = id => document.getElementById(id);
const trouble = notice(find('problem'), field => work.place(field));
const work = await workbench(find, complain);
const outcome = result(find);
const ways = arrivals(find);
const rows = realtimeRows(ways.realtime, ways.show);
const runs = runHistory(find, work.nameOf, (id, name) => open(id, name));
const who = account(find('account'), connect);
let stop = () => {};
let user = null;

function complain(refused) {
  if (refused) {
    trouble.show(refused);
  } else {
    trouble.clear();
  }
}

async function run() {
  const button = find('run');
  if (button.disabled) {
    return;
  }
  const written = work.written();
  stop();
  trouble.clear();
  outcome.begin(written.tests, true);
  ways.begin();
  button.disabled = true;
  try {
    const id = await submit({ ...work.request(), ...(user ? { user_id: user } : {}) });
    outcome.taken();
    ways.is(id);
    history.replaceState(null, '', `#${id}`);
    remembered.add({ ...written, id, at: Date.now(), status: 'queued' });
    runs.draw();
    watch(id);
    if (matchMedia('(max-width: 900px)').matches) {
      find('result').scrollIntoView({ block: 'start' });
    }
  } catch (refused) {
    outcome.clear();
    trouble.show(refused);
  } finally {
    button.disabled = false;
  }
}

function watch(id) {
  stop();
  stop = follow(id, state => {
    outcome.show(state);
    ways.sse(state);
    if (ended(state)) {
      remembered.update(state);
      runs.draw();
      setTimeout(runs.refresh, TABLE_LAG);
    }
  }, refused => {
    if (refused && !refused.passing) {
      outcome.clear();
    }
    complain(refused);
  });
}

/** Shows how a run came out, or comes out, beside what was written for it as far as this browser remembers that. */
function open(id, name, beside) {
  const run = remembered.find(id);
  trouble.clear();
  if (id !== beside) {
    work.restore(run, name);
  }
  history.replaceState(null, '', `#${id}`);
  outcome.begin(run?.tests ?? [], false, run ? '' : 'What was written for it is not kept in this browser.');
  ways.forget();
  watch(id);
}

async function cancelJob() {
  const button = find('cancel');
  button.disabled = true;
  try {
    outcome.show(await cancel(outcome.job.job_id));
  } catch (refused) {
    trouble.show(refused);
  } finally {
    button.disabled = false;
  }
}

/** Anew for whoever asks now. Nothing more is asked as long as that has to be said first. */
async function connect(left) {
  if (left) {
    stop();
    remembered.forgetAll();
    outcome.clear();
    history.replaceState(null, '', location.pathname);
  }
  if (await work.offer()) {
    await whose();
    fromAddress(work.besideRun);
  }
}

/** Rows are followed before the first job. A gateway that has no list for nobody has lists for others. */
async function whose() {
  user = await rows.follow();
  runs.user = user;
  runs.refresh().then(refused => refused?.status === 403 && who.offer());
}

function fromAddress(beside) {
  const id = location.hash.slice(1);
  if (/^[0-9a-f-]{36}$/.test(id)) {
    open(id, null, beside);
  }
}

find('work').addEventListener('submit', event => { event.preventDefault(); run(); });
find('cancel').addEventListener('click', cancelJob);
addEventListener('hashchange', () => fromAddress());
addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !document.querySelector('dialog[open]')) {
    event.preventDefault();
    run();
  }
});

runs.draw();
connect();
