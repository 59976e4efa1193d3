// A row for each test, as its verdict comes.

import { element } from './element.js';
import { outcome, tone } from './verdicts.js';
import { memory, processorTime } from './units.js';

/** @param onChoose called with the position of a test that was clicked */
export function testResults(list, onChoose) {
  function row(test, chosen) {
    const button = element('button', { type: 'button', 'data-tone': tone(test), 'aria-pressed': test.test === chosen },
      element('span', { class: 'mark' }),
      element('span', { class: 'name' }, test.name ?? `Test ${test.test + 1}`),
      element('span', { class: 'word' }, outcome(test)),
      element('span', { class: 'cost' }, test.time == null ? '' : processorTime(test.time)),
      element('span', { class: 'points' }, test.points == null ? '' : String(test.points)));
    button.title = [
      test.memory == null ? null : memory(test.memory),
      test.weight === 1 ? null : `weight ${test.weight}`,
      test.checker ? `compared by ${test.checker}` : null,
      test.attempt > 1 ? `attempt ${test.attempt}` : null,
      test.instance ? `by ${test.instance}` : null,
    ].filter(Boolean).join(' · ');
    button.addEventListener('click', () => onChoose(test.test));
    return element('li', {}, button);
  }

  return {
    show(tests, chosen) {
      const focused = [...list.children].findIndex(item => item.contains(document.activeElement));
      const rows = tests.map(test => row(test, chosen));
      list.hidden = tests.length < 2;
      list.replaceChildren(...rows);
      rows[focused]?.firstElementChild.focus();
    },
  };
}
