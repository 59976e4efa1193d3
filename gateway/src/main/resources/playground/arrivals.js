// When each state of a job arrived here, by either way.

const MOST_ROWS = 6;
const STATES = {
  connecting: 'connecting …',
  live: 'connected',
  lost: 'connection lost, trying again …',
  refused: 'token not accepted',
  absent: 'shows the runs of a signed-in user',
};

/** Rows are the job's versions; either way may leave some out when a newer one is already there. */
export function arrivals(find) {
  const [table, panel, source, state] = ['arrival-rows', 'arrivals', 'realtime', 'realtime-state'].map(find);
  let began = 0;
  let job = null;
  let versions = new Map();
  let early = [];

  /** A job is about to be submitted; its id comes later, perhaps after its first row. */
  function begin() {
    began = performance.now();
    job = null;
    versions = new Map();
    early = [];
    draw();
  }

  function is(id) {
    job = id;
    early.filter(row => row.id === id).forEach(row => note('realtime', row, row.at));
    early = [];
    draw();
  }

  function note(way, { version, status, score, verdict }, at) {
    const arrived = versions.get(version) ?? { version, status, score, verdict };
    arrived[way] ??= at - began;
    versions.set(version, arrived);
  }

  function sse(found) {
    if (began) {
      note('sse', found, performance.now());
      draw();
    }
  }

  function realtime(row) {
    const at = performance.now();
    if (!began) {
      return;
    }
    if (job === null) {
      early = [...early.slice(-50), { ...row, at }];
    } else if (row.id === job) {
      note('realtime', row, at);
      draw();
    }
  }

  function draw() {
    const all = [...versions.values()].sort((a, b) => a.version - b.version);
    const left = all.length - MOST_ROWS;
    const shown = left > 1 ? [all[0], null, ...all.slice(left + 2)] : all;
    table.replaceChildren(...shown.map(row => (row ? line(row) : gap(left + 1))));
    panel.classList.toggle('waiting', all.length === 0);
  }

  function line(row) {
    const element = document.createElement('tr');
    const heading = cell('th', word(row));
    heading.scope = 'row';
    const [sseCell, realtimeCell] = ['sse', 'realtime'].map(way => {
      const one = cell('td', time(row[way]));
      if (row[way] == null && [...versions.values()].some(other => other.version > row.version && other[way] != null)) {
        one.title = 'Left out: a newer state was there already';
      }
      return one;
    });
    if (row.sse != null && row.realtime != null) {
      (row.sse <= row.realtime ? sseCell : realtimeCell).className = 'first';
    }
    element.append(heading, sseCell, realtimeCell);
    return element;
  }

  function gap(count) {
    const element = document.createElement('tr');
    const all = cell('td', `${count} more`);
    all.colSpan = 3;
    all.className = 'more';
    element.append(all);
    return element;
  }

  return {
    begin,
    is,
    sse,
    realtime,
    /** A job from before this page: there is nothing to compare. */
    forget() {
      began = 0;
      versions = new Map();
      draw();
    },
    show(now, reason) {
      panel.hidden = now === 'absent' || now === 'refused';
      source.hidden = false;
      state.dataset.state = now;
      state.textContent = STATES[now];
      state.title = reason ?? '';
    },
  };
}

function word({ status, score }) {
  const name = status[0].toUpperCase() + status.slice(1);
  return score == null ? name : `${name}, ${score}`;
}

function time(millis) {
  return millis == null ? '–' : millis < 10000 ? `${Math.round(millis)} ms` : `${(millis / 1000).toFixed(1)} s`;
}

function cell(kind, text) {
  const element = document.createElement(kind);
  element.textContent = text;
  return element;
}
