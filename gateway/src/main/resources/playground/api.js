// The public API and nothing else.

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30000;

/** A refusal in sentences; a passing one may be another answer later. */
export class Refused extends Error {
  constructor(message, passing) {
    super(message);
    this.passing = passing;
  }
}

export async function languages() {
  return read(await reach('/api/languages'));
}

/** @returns the job's id, once the job can no longer be lost */
export async function submit(job) {
  const response = await reach('/api/execute', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(job),
  });
  return (await read(response)).job_id;
}

export async function status(id) {
  return read(await reach(`/api/status/${encodeURIComponent(id)}`));
}

/**
 * Hands every state to `onState`, through lost connections, until the last one.
 * `onTrouble` gets a sentence, or null when the trouble is over, and whether that is the end.
 * @returns a function that stops it
 */
export function follow(id, onState, onTrouble) {
  let stream;
  let again;
  let pause = FIRST_PAUSE;
  let stopped = false;

  function stop() {
    stopped = true;
    clearTimeout(again);
    stream.close();
  }

  function show(state) {
    if (ended(state)) {
      stop();
    }
    onTrouble(null, false);
    onState(state);
  }

  function trouble(refused) {
    if (!refused.passing) {
      stop();
    }
    onTrouble(refused.message, !refused.passing);
  }

  function open() {
    stream = new EventSource(`/api/stream/${encodeURIComponent(id)}`);
    stream.addEventListener('status', event => {
      pause = FIRST_PAUSE;
      show(JSON.parse(event.data));
    });
    stream.onerror = lost;
  }

  async function lost() {
    if (stream.readyState === EventSource.CONNECTING) {
      onTrouble('The connection was lost. Trying to get it back …', false);
      return;
    }
    // The browser has given up, and does not say why; the plain question does.
    const answer = await status(id).then(state => () => show(state), refused => () => trouble(refused));
    if (!stopped) {
      answer();
    }
    if (!stopped) {
      again = setTimeout(open, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  open();
  return stop;
}

export function ended(state) {
  return state.status === 'done' || state.status === 'error';
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Refused('The gateway cannot be reached. Is it running?', true);
  }
}

async function read(response) {
  const body = await response.json().catch(() => null);
  if (response.ok) {
    return body;
  }
  const errors = body?.errors ?? [];
  const sentences = errors.map(({ field, message }) => `${named(field)} ${message}.`);
  throw new Refused(sentences.join(' ') || body?.detail || `The gateway answered ${response.status}.`, response.status >= 500);
}

function named(field) {
  const test = /^tests\[(\d+)\]\.?(.*)$/.exec(field);
  if (test) {
    return `Test ${Number(test[1]) + 1}${test[2] ? `: ${test[2].replace('_', ' ')}` : ''}`;
  }
  const names = { code: 'The code', lang: 'The language', tests: 'The tests', stdin: 'The input' };
  return names[field] ?? field;
}
