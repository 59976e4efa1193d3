// The pipeline as it runs: asks every few seconds, and draws what there is.

import { account } from './account.js';
import { languages } from './api.js';
import { throughput, times } from './charts.js';
import { element } from './element.js';
import { instanceTable, languageTable, verdictList } from './breakdowns.js';
import { notice } from './notice.js';
import { by, minutes, steps, total } from './statistics.js';
import { clock, duration } from './units.js';

const MINUTE = 60000;
const EVERY = 3000;
const FEW_STEPS = 60;

const find = id => document.getElementById(id);
const trouble = notice(find('problem'), () => null);
const store = minutes();
const jobs = throughput(find('throughput'));
const queue = times(find('queue'), 'queue');
const run = times(find('run'), 'run');
let again = null;

function draw(offered) {
  const span = Number(find('span').value) * MINUTE;
  const step = span / MINUTE > FEW_STEPS ? 5 * MINUTE : MINUTE;
  const rows = store.since(span);
  const series = steps(rows, store.now, span, step);
  const all = total(rows);
  find('step').textContent = step === MINUTE ? 'Jobs per minute' : `Jobs per ${step / MINUTE} minutes`;
  jobs.show(series);
  queue.show(series);
  run.show(series);
  figures(all, total(store.since(2 * MINUTE).filter(row => row.at <= store.now - MINUTE)), total(store.since(Infinity)));
  verdictList(find('verdicts'), all);
  languageTable(find('languages'), by(rows, row => row.language));
  instanceTable(find('instances'), rows, offered, store.now);
  find('nothing').hidden = rows.length > 0;
}

/** @param before the last full minute, and everything that is known, from which follows what has not ended */
function figures(all, before, ever) {
  const accepted = all.ended ? `${Math.round((100 * all.tones.good) / all.ended)} %` : '–';
  const quantile = spread => (spread ? duration(spread.p50) : '–');
  const tail = spread => (spread ? `p99 ${duration(spread.p99)}` : 'nothing ended');
  const tiles = [
    ['Last full minute', before.ended, `ended, ${before.submissions} submitted`],
    ['Under way', Math.max(0, ever.submissions - ever.ended), 'submitted and not ended'],
    ['Accepted', accepted, `of ${all.ended} that ended`],
    ['Waiting', quantile(all.queue), `median, ${tail(all.queue)}`],
    ['Running', quantile(all.run), `median, ${tail(all.run)}`],
    ['Second attempts', all.fallbacks, 'tests that needed one'],
  ];
  find('figures').replaceChildren(...tiles.map(([name, value, remark]) => element('div', { class: 'figure' },
    element('dt', {}, name), element('dd', {}, element('b', {}, String(value)), element('span', {}, remark)))));
}

async function tell() {
  clearTimeout(again);
  let wait = EVERY;
  if (!document.hidden) {
    try {
      await store.load(Number(find('span').value) * MINUTE);
      draw(await languages());
      trouble.clear();
      live(`As of ${clock(store.now)}`, 'live');
    } catch (refused) {
      live('Not up to date', 'lost');
      if (refused.status === 401) {
        return;
      }
      trouble.show(refused);
      wait = Math.max(EVERY, (refused.retryAfter ?? 0) * 1000);
    }
  }
  again = setTimeout(tell, wait);
}

function live(text, state) {
  find('live').textContent = text;
  find('live').dataset.state = state;
}

account(find('account'), () => {
  store.forget();
  trouble.clear();
  tell();
});
find('span').addEventListener('change', tell);
document.addEventListener('visibilitychange', () => !document.hidden && tell());
tell();
