// The last runs of this browser, with what was written for them; they stay here.

const KEY = 'judgeflow.recent';
const MOST = 30;
const MOST_CODE = 20000;

let runs = load();

/** Newest first. */
export function all() {
  return runs;
}

/** @returns undefined when this browser knows nothing of it */
export function find(id) {
  return runs.find(run => run.id === id);
}

/** @param run id, at (ms since 1970), code, tests, lang, label and status */
export function add(run) {
  const kept = run.code.length > MOST_CODE ? { ...run, code: '' } : run;
  runs = [kept, ...runs.filter(other => other.id !== run.id)].slice(0, MOST);
  save();
}

export function update({ job_id: id, status, verdict, score, version }) {
  const run = find(id);
  if (run) {
    Object.assign(run, { status, verdict, score, version });
    save();
  }
}

export function forgetAll() {
  runs = [];
  save();
}

function load() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(stored) ? stored.filter(run => typeof run?.id === 'string') : [];
  } catch {
    return [];
  }
}

function save() {
  try {
    localStorage.setItem(KEY, JSON.stringify(runs));
  } catch {
    // A full or forbidden store costs the list, not the run.
  }
}
