// What a test, or the whole job, left behind, behind tabs.

import { ended } from './follow.js';

/** What to look at first: where the reason of the verdict is. */
const FIRST = {
  compilation_error: 'compile_output', runtime_error: 'stderr', memory_limit: 'stderr', refused: 'stderr', gave_up: 'stderr',
};

export function output(tabs, panel) {
  let state = null;
  let test = null;
  let expected = null;
  let part = null;

  function draw() {
    const texts = state ? left() : {};
    const shown = part ?? (texts[texts.first] ? texts.first : 'stdout');
    for (const tab of tabs.children) {
      const name = tab.dataset.part;
      tab.setAttribute('aria-selected', name === shown);
      tab.tabIndex = name === shown ? 0 : -1;
      tab.classList.toggle('filled', Boolean(texts[name]));
    }
    panel.setAttribute('aria-labelledby', tabs.querySelector('[aria-selected=true]').id);
    panel.classList.toggle('empty', !texts[shown]);
    panel.textContent = texts[shown] || empty(shown);
  }

  function empty(shown) {
    if (shown === 'expected') {
      return expected == null ? 'Not known to this browser.' : 'No particular output is expected.';
    }
    return state && ended(state) ? 'Nothing here.' : 'Nothing yet.';
  }

  /** Of the whole job as long as, or when, its tests have nothing of their own. */
  function left() {
    const from = test?.verdict && ended(test) ? test : state;
    return {
      first: FIRST[from.verdict],
      stdout: from.stdout_cut ? `${from.stdout}\n… the rest was cut off.` : from.stdout,
      stderr: [from.stderr?.trimEnd(), from.message].filter(Boolean).join('\n\n'),
      compile_output: from.compile_output,
      expected,
    };
  }

  tabs.addEventListener('click', event => {
    const tab = event.target.closest('[role=tab]');
    if (tab) {
      part = tab.dataset.part;
      draw();
    }
  });
  tabs.addEventListener('keydown', event => {
    const all = [...tabs.children];
    const present = all.indexOf(event.target);
    const next = {
      ArrowRight: present + 1, ArrowLeft: present - 1 + all.length, Home: 0, End: all.length - 1,
    }[event.key];
    if (next != null) {
      event.preventDefault();
      all[next % all.length].click();
      all[next % all.length].focus();
    }
  });

  return {
    /** @param wanted what the test should print; empty when anything will do, undefined when that is not known here */
    show(job, ofTest, wanted) {
      state = job;
      test = ofTest;
      expected = wanted;
      draw();
    },
    /** The next thing shown is what matters most. */
    reset() {
      part = null;
    },
  };
}
