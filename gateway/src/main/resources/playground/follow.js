// Follows a job by its stream: read with fetch, since an EventSource sends no credentials.

import { reach, status } from './api.js';
import { events } from './events.js';
import { Refused } from './refused.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30000;
const NOTHING_NEW = 204;

/**
 * Hands every state to `onState`, through lost connections, until the last one.
 * `onTrouble` gets a refusal, or null when the trouble is over; one that is not passing is the end.
 * @returns a function that stops it
 */
export function follow(id, onState, onTrouble) {
  const stopped = new AbortController();
  let last = null;
  let pause = FIRST_PAUSE;

  /** @returns whether that was the last state */
  async function read() {
    const response = await reach(`/api/stream/${encodeURIComponent(id)}`, {
      headers: last ? { 'Last-Event-ID': last } : {},
      signal: stopped.signal,
    });
    if (response.status === NOTHING_NEW) {
      return show(await status(id));
    }
    for await (const event of events(response.body)) {
      last = event.id ?? last;
      pause = FIRST_PAUSE;
      if (show(JSON.parse(event.data))) {
        stopped.abort();
        return true;
      }
    }
    return false;
  }

  function show(state) {
    if (!stopped.signal.aborted) {
      onTrouble(null);
      onState(state);
    }
    return ended(state);
  }

  async function run() {
    while (!stopped.signal.aborted) {
      try {
        if (await read()) {
          return;
        }
      } catch (failure) {
        if (stopped.signal.aborted) {
          return;
        }
        const refused = failure instanceof Refused ? failure : new Refused('The connection was lost. Trying to get it back …');
        onTrouble(refused);
        if (!refused.passing) {
          return;
        }
      }
      await new Promise(over => { setTimeout(over, pause); });
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  run();
  return () => stopped.abort();
}

export function ended(state) {
  return state.status === 'done' || state.status === 'error';
}
