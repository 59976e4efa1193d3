// Puts the page together: what is written here is submitted, followed, shown and remembered.

import { ended, follow, languages, submit } from './api.js';
import { arrivals } from './arrivals.js';
import { editor } from './editor.js';
import { followRows, forgetToken, keepToken, keptToken, whereabouts } from './realtime.js';
import { recent } from './recent.js';
import { result } from './result.js';
import { family, sample, sampleTests, usual } from './samples.js';
import { asRequest, tests } from './tests.js';

const find = id => document.getElementById(id);
const language = find('language');
const problem = find('problem');
const code = editor(find('code'), find('gutter'));
const rows = tests(find('tests'), find('test-template'), find('add-test'));
const outcome = result(find);
const ways = arrivals(find);
const runs = recent(find('recent-panel'), find('recent'), find('forget'), open);
const drafts = {};
let written = '';
let stop = () => {};
let user = null;

function say(sentence) {
  problem.hidden = !sentence;
  problem.textContent = sentence ?? '';
  if (sentence) {
    problem.scrollIntoView({ block: 'nearest' });
  }
}

/** As long as no judge has said what it offers, the usual languages stand in, and the question is asked again. */
async function offer() {
  const offered = await languages().catch(refused => { say(refused.message); return []; });
  const chosen = language.value || 'python';
  const options = offered.length
    ? offered.map(one => new Option(one.name, one.aliases[0] ?? one.name))
    : usual.map(name => new Option(name));
  language.replaceChildren(...options);
  choose(chosen);
  if (!offered.length) {
    setTimeout(offer, 5000);
  }
}

function choose(wanted) {
  const option = [...language.options].find(one => one.value === wanted)
    ?? [...language.options].find(one => family(one.text) === family(wanted));
  if (option) {
    language.value = option.value;
  }
}

/** Each language keeps what was written in it; an untouched sample makes way for the next one. */
function changeLanguage() {
  drafts[written] = code.text;
  written = language.value;
  code.text = drafts[written] ?? sample(language.selectedOptions[0]?.text ?? '');
}

async function run(event) {
  event?.preventDefault();
  if (find('run').disabled) {
    return;
  }
  stop();
  say(null);
  const all = rows.all();
  outcome.begin(all);
  ways.begin();
  find('result').scrollIntoView({ block: 'nearest' });
  const button = find('run');
  button.disabled = true;
  try {
    const id = await submit({
      code: code.text, lang: language.value, tests: asRequest(all), ...(user ? { user_id: user } : {}),
    });
    ways.is(id);
    history.replaceState(null, '', `#${id}`);
    runs.add({
      id, at: Date.now(), code: code.text, tests: all, status: 'queued',
      lang: language.value, label: language.selectedOptions[0].text,
    });
    watch(id);
  } catch (refused) {
    outcome.clear();
    say(refused.message);
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
      runs.update(id, state);
    }
  }, (sentence, final) => {
    say(sentence);
    if (final) {
      outcome.clear();
    }
  });
}

/** Brings back a run: what was written, and how it came out. */
function open(run) {
  choose(run.lang);
  written = language.value;
  if (run.code) {
    code.text = run.code;
  }
  rows.show(run.tests);
  history.replaceState(null, '', `#${run.id}`);
  reopen(run.id, run.tests);
}

function reopen(id, tests) {
  say(null);
  outcome.begin(tests);
  ways.forget();
  watch(id);
}

/** Where rows are told of, they are followed before the first job: what was written earlier is not told. */
async function followRealtime() {
  const where = await whereabouts();
  const token = where && (where.token ?? keptToken());
  if (!where) {
    return;
  }
  find('sign-in').hidden = Boolean(token);
  if (!token) {
    ways.show('absent');
    return;
  }
  try {
    user = await followRows(where, token, ways.realtime, (state, reason) => {
      ways.show(state, reason);
      if (state === 'refused' && !where.token) {
        forgetToken();
        find('sign-in').hidden = false;
      }
    });
  } catch (failed) {
    ways.show('refused', failed.message);
    forgetToken();
    find('sign-in').hidden = Boolean(where.token);
  }
}

function signIn(event) {
  event.preventDefault();
  const token = find('token').value.trim();
  if (token) {
    keepToken(token);
    followRealtime();
  }
}

function fromAddress() {
  const id = location.hash.slice(1);
  if (/^[0-9a-f-]{36}$/.test(id)) {
    const run = runs.find(id);
    run ? open(run) : reopen(id);
  }
}

find('work').addEventListener('submit', run);
find('sign-in').addEventListener('submit', signIn);
language.addEventListener('change', changeLanguage);
addEventListener('hashchange', fromAddress);
addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    run(event);
  }
});

rows.show(sampleTests);
followRealtime();
await offer();
written = language.value;
code.text = sample(language.selectedOptions[0]?.text ?? '');
fromAddress();
