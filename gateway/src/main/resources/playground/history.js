// The caller's runs: from the gateway, or as far as this browser remembers them where the gateway cannot tell.

import { executions } from './api.js';
import { element } from './element.js';
import * as remembered from './remembered.js';
import { ago } from './units.js';
import { outcome, tone } from './verdicts.js';

/** Between two looks at a list that could not be had, or in which something has not ended, ms. */
const AGAIN = 3000;

/** How far the table may be behind, ms; of what is not there later it knows nothing. */
const BEHIND = 60000;

/** The gateway answers these when nobody in particular asks: then there are no runs of theirs. */
const NOBODY = [400, 401, 403];

/**
 * @param nameOf what a language is called
 * @param onOpen called with the id of a run that was clicked, and its language
 */
export function runHistory(find, nameOf, onOpen) {
  const [panel, list, caption, more, forget] = ['runs-panel', 'runs', 'runs-caption', 'runs-more', 'runs-forget'].map(find);
  let user = null;
  let told = [];
  let cursor = null;
  let from = 'memory';
  let again = null;

  function draw() {
    const rows = from === 'gateway' ? merged() : remembered.all().map(line);
    panel.hidden = rows.length === 0 && from !== 'trouble';
    more.hidden = from !== 'gateway' || !cursor;
    forget.hidden = from === 'gateway';
    const focused = [...list.children].findIndex(entry => entry.contains(document.activeElement));
    list.replaceChildren(...rows.map(item));
    list.children[focused]?.firstElementChild.focus();
    clearTimeout(again);
    const unfinished = from === 'trouble' || (from === 'gateway' && rows.some(run => tone(run) === 'pending'));
    again = unfinished ? setTimeout(() => load(null), AGAIN) : null;
  }

  /** The table follows a moment behind: what is newer here counts, and what is not there yet is on top. */
  function merged() {
    const newest = Math.max(told[0]?.at ?? 0, Date.now() - BEHIND);
    const missing = remembered.all().filter(run => run.at > newest && !told.some(other => other.id === run.id));
    const present = told.map(run => {
      const own = remembered.find(run.id);
      return own?.version > run.version ? line(own) : run;
    });
    return [...missing.map(line), ...present];
  }

  function line({ id, at, label, status, verdict, score }) {
    return { id, at, label, status, verdict, score };
  }

  function item(run) {
    const button = element('button', { type: 'button', 'data-tone': tone(run) },
      element('span', { class: 'mark' }),
      element('span', { class: 'name' }, nameOf(run.label)),
      element('span', { class: 'word' }, outcome(run)),
      element('span', { class: 'points' }, run.score == null ? '' : String(run.score)),
      element('time', { class: 'when' }, ago(run.at)));
    button.addEventListener('click', () => onOpen(run.id, run.label));
    return element('li', {}, button);
  }

  /** @returns the refusal, when there was one */
  async function load(before) {
    let refusal = null;
    try {
      const page = await executions(user, before);
      const rows = page.executions.map(run => ({
        id: run.job_id, at: Date.parse(run.created_at), label: run.language,
        status: run.status, verdict: run.verdict, score: run.score, version: run.version,
      }));
      const others = told.filter(run => !rows.some(other => other.id === run.id));
      cursor = before || !others.length ? page.next_cursor : cursor;
      told = before ? [...others, ...rows] : [...rows, ...others];
      from = 'gateway';
      caption.textContent = '';
    } catch (refused) {
      refusal = refused;
      from = NOBODY.includes(refused.status) ? 'memory' : 'trouble';
      caption.textContent = from === 'trouble'
        ? `${refused.detail} These are the runs that this browser remembers.` : 'As this browser remembers them.';
    }
    caption.hidden = !caption.textContent;
    draw();
    return refusal;
  }

  more.addEventListener('click', async () => {
    const next = list.children.length;
    await load(cursor);
    list.children[next]?.querySelector('button').focus();
  });
  forget.addEventListener('click', () => { remembered.forgetAll(); draw(); });

  return {
    draw,
    refresh: () => load(null),
    /** @param name whose runs, where the gateway does not know who asks; null for the caller's own */
    set user(name) {
      user = name;
      told = [];
      cursor = null;
    },
  };
}
