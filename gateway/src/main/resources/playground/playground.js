// Puts the page together: what is written here is submitted, followed, shown and remembered.

import { account } from './account.js';
import { cancel, submit } from './api.js';
import { arrivals } from './arrivals.js';
import { credential, subject } from './credential.js';
import { keepDraft, keptDraft } from './draft.js';
import { editor } from './editor.js';
import { ended, follow } from './follow.js';
import { runHistory } from './history.js';
import { languageChoice } from './languages.js';
import { notice } from './notice.js';
import { followRows, whereabouts } from './realtime.js';
import * as remembered from './remembered.js';
import { result } from './result.js';
import { sample, sampleTests } from './samples.js';
import { asRequest, tests } from './tests.js';

/** The database follows a moment behind the stream. */
const TABLE_LAG = 700;

const find = id => document.getElementById(id);
const places = { code: () => code.element, lang: () => find('language'), checker: () => find('checker') };
const trouble = notice(find('problem'), field => places[field]?.() ?? rows.place(field));
const rows = tests(find('tests'), find('test-template'), find('add-test'));
const outcome = result(find);
const ways = arrivals(find);
const runs = runHistory(find, name => language.nameOf(name), open);
const language = languageChoice(find('language'), refused => (refused ? trouble.show(refused) : trouble.clear()), changeLanguage);
const drafts = {};
let code;
let written = null;
let stop = () => {};
let stopRows = () => {};
let user = null;

/** Each language keeps what was written in it; an untouched sample makes way for the next one. */
function changeLanguage() {
  if (language.value === written) {
    return;
  }
  if (written) {
    drafts[written] = code.text;
  }
  written = language.value;
  code.language = language.family;
  code.text = drafts[written] ?? sample(language.label);
}

async function run() {
  const button = find('run');
  if (button.disabled) {
    return;
  }
  stop();
  trouble.clear();
  const all = rows.all();
  outcome.begin(all, true);
  ways.begin();
  button.disabled = true;
  try {
    const id = await submit(request(all));
    outcome.taken();
    ways.is(id);
    history.replaceState(null, '', `#${id}`);
    remembered.add({
      id, at: Date.now(), code: code.text, tests: all, checker: find('checker').value,
      status: 'queued', lang: language.value, label: language.label,
    });
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

function request(all) {
  const checker = find('checker').value;
  return {
    code: code.text,
    lang: language.value,
    tests: asRequest(all),
    ...(checker ? { checker } : {}),
    ...(user ? { user_id: user } : {}),
  };
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
    if (!refused) {
      trouble.clear();
      return;
    }
    if (!refused.passing) {
      outcome.clear();
    }
    trouble.show(refused);
  });
}

/** Brings back what was written for a run, as far as this browser remembers it. */
function restore(run, label) {
  language.choose(run?.lang ?? label);
  changeLanguage();
  if (run?.code) {
    code.text = run.code;
  }
  if (run) {
    rows.show(run.tests);
    find('checker').value = run.checker ?? '';
  }
}

/** Shows how a run came out, or comes out. */
function open(id, label, keepText) {
  const run = remembered.find(id);
  trouble.clear();
  if (!keepText) {
    restore(run, label);
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

/** Where rows are told of, they are followed before the first job: what was written earlier is not told. */
async function followRealtime() {
  stopRows();
  const where = await whereabouts();
  const token = where?.token ?? credential();
  const whose = token && subject(token);
  user = where?.token && !credential() ? whose : null;
  runs.user = user;
  if (where) {
    ways.show('absent');
    stopRows = whose ? await followRows(where, token, ways.realtime, ways.show)
      .catch(failed => { ways.show('refused', failed.message); return () => {}; }) : () => {};
  }
}

/** Anew for whoever asks now. */
async function connect(left) {
  if (left) {
    stop();
    remembered.forgetAll();
    outcome.clear();
    history.replaceState(null, '', location.pathname);
  }
  await Promise.all([language.offer(), followRealtime().then(runs.refresh).then(refused => {
    if (refused?.status === 403) {
      who.offer();
    }
  })]);
}

function fromAddress() {
  const id = location.hash.slice(1);
  if (/^[0-9a-f-]{36}$/.test(id)) {
    open(id, null, id === keptDraft()?.run);
  }
}

find('work').addEventListener('submit', event => { event.preventDefault(); run(); });
find('language').addEventListener('change', changeLanguage);
find('cancel').addEventListener('click', cancelJob);
document.querySelector('.skip').addEventListener('click', event => { event.preventDefault(); code.focus(); });
addEventListener('hashchange', fromAddress);
addEventListener('pagehide', () => keepDraft({
  lang: language.value, code: code.text, tests: rows.all(), checker: find('checker').value, run: location.hash.slice(1),
}));
addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !document.querySelector('dialog[open]')) {
    event.preventDefault();
    run();
  }
});

code = await editor(find('editor'), find('code'), find('gutter'));
const who = account(find('account'), connect);
const draft = keptDraft();
rows.show(draft?.tests ?? sampleTests);
find('checker').value = draft?.checker ?? '';
if (draft) {
  drafts[draft.lang] = draft.code;
  find('language').add(new Option(draft.lang));
}
runs.draw();
await connect();
fromAddress();
