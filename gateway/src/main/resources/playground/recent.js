// The last runs of this browser; they stay here.

import { tone, verdictWord } from './result.js';

const KEY = 'judgeflow.recent';
const MOST = 12;
const MOST_CODE = 20000;

export function recent(panel, list, forget, onOpen) {
  let runs = load();

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
    draw();
  }

  function draw() {
    panel.hidden = runs.length === 0;
    list.replaceChildren(...runs.map(item));
  }

  function item(run) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.tone = tone(run);
    for (const [name, text] of [['mark', ''], ['name', run.label], ['word', verdictWord(run)],
      ['points', run.score ?? ''], ['when', ago(run.at)]]) {
      const span = document.createElement('span');
      span.className = name;
      span.textContent = text;
      button.append(span);
    }
    button.addEventListener('click', () => onOpen(run));
    const entry = document.createElement('li');
    entry.append(button);
    return entry;
  }

  forget.addEventListener('click', () => { runs = []; save(); });
  draw();

  return {
    find: id => runs.find(run => run.id === id),
    add(run) {
      const kept = run.code.length > MOST_CODE ? { ...run, code: '' } : run;
      runs = [kept, ...runs.filter(other => other.id !== run.id)].slice(0, MOST);
      save();
    },
    update(id, { status, verdict, score }) {
      const run = runs.find(other => other.id === id);
      if (run) {
        Object.assign(run, { status, verdict, score });
        save();
      }
    },
  };
}

function ago(at) {
  const minutes = Math.round((Date.now() - at) / 60000);
  if (minutes < 1) {
    return 'just now';
  }
  return minutes < 60 ? `${minutes} min ago` : new Date(at).toLocaleString([], { dateStyle: 'short', timeStyle: 'short' });
}
