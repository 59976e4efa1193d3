// What is written: a program, its language, its tests and how their outputs are compared.

import { keepDraft, keptDraft } from './draft.js';
import { editor } from './editor.js';
import { languageChoice } from './languages.js';
import { sample, sampleTests } from './samples.js';
import { asRequest, tests } from './tests.js';

/** @param onTrouble gets a refusal, and null when it is over */
export async function workbench(find, onTrouble) {
  const checker = find('checker');
  const rows = tests(find('tests'), find('test-template'), find('add-test'));
  const language = languageChoice(find('language'), onTrouble, changeLanguage);
  const code = await editor(find('editor'), find('code'), find('gutter'));
  const draft = keptDraft();
  const texts = {};
  let shown = null;

  /** Each language keeps what was written in it; an untouched sample makes way for the next one. */
  function changeLanguage() {
    if (language.value === shown) {
      return;
    }
    if (shown) {
      texts[shown] = code.text;
    }
    shown = language.value;
    code.language = language.family;
    code.text = texts[shown] ?? sample(language.label);
  }

  function written() {
    return {
      code: code.text, lang: language.value, label: language.label, tests: rows.all(), checker: checker.value,
    };
  }

  function begin() {
    rows.show(draft?.tests ?? sampleTests);
    checker.value = draft?.checker ?? '';
    if (draft) {
      texts[draft.lang] = draft.code;
      find('language').add(new Option(draft.lang));
    }
  }

  find('language').addEventListener('change', changeLanguage);
  document.querySelector('.skip').addEventListener('click', event => { event.preventDefault(); code.focus(); });
  addEventListener('pagehide', () => keepDraft({ ...written(), run: location.hash.slice(1) }));
  begin();

  return {
    written,
    offer: language.offer,
    nameOf: language.nameOf,
    /** The run beside which this was written, before the page was left. */
    besideRun: draft?.run,
    /** As the API wants it. */
    request() {
      return {
        code: code.text,
        lang: language.value,
        tests: asRequest(rows.all()),
        ...(checker.value ? { checker: checker.value } : {}),
      };
    },
    /**
     * @param run what was written for it, or undefined
     * @param name of its language, where that is all that is known; or nothing
     */
    restore(run, name) {
      if (run || name) {
        language.choose(run?.lang ?? name);
        changeLanguage();
      }
      if (run) {
        code.text = run.code || code.text;
        rows.show(run.tests);
        checker.value = run.checker ?? '';
      }
    },
    /** What a field of the request is written in, or null. */
    place(field) {
      const places = { code: code.element, lang: find('language'), checker };
      return places[field] ?? rows.place(field);
    },
  };
}
