// The other way: rows of the table as Realtime tells of them, through supabase-js.

import { realtime } from './api.js';
import { credential, subject } from './credential.js';

/**
 * @param onRow gets each row that is told of
 * @param onState gets how it stands, and why
 */
export function realtimeRows(onRow, onState) {
  let stop = () => {};

  return {
    /**
     * Follows the rows of whoever asks now; what was written earlier is not told.
     *
     * @returns whom the page may name as the user, where the gateway takes anybody's word for it; otherwise null
     */
    async follow() {
      stop();
      const where = await realtime().catch(() => null);
      const token = credential() ?? where?.token;
      const user = token ? subject(token) : null;
      if (where?.library) {
        onState('absent');
        stop = user ? await followRows(where, token, onRow, onState).catch(failed => {
          onState('refused', failed.message);
          return () => {};
        }) : () => {};
      }
      return credential() ? null : user;
    },
  };
}

/**
 * Follows every row of one user. `onRow` gets a row as it is after a change; `onState` gets 'connecting', 'live', 'lost' or,
 * which is the end, 'refused' and why.
 * @returns a function that stops it
 */
async function followRows({ url, key }, token, onRow, onState) {
  const { createClient } = await library();
  const user = subject(token);
  const client = createClient(url, key, { accessToken: async () => token });
  let over = false;

  function tell(state, reason) {
    if (over) {
      return;
    }
    onState(state, reason);
    if (state === 'refused') {
      over = true;
      client.removeAllChannels();
    }
  }

  tell('connecting');
  await client.realtime.setAuth();
  client.channel(`playground:${user}`)
    .on('postgres_changes', { event: '*', schema: 'public', table: 'executions', filter: `user_id=eq.${user}` },
      change => {
        if (change.new?.id) {
          onRow(change.new);
        }
      })
    // Joined is not yet heard: changes are seen from this message on.
    .on('system', {}, said => tell(said.status === 'ok' ? 'live' : 'refused', said.message))
    .subscribe((status, error) => {
      if (status === 'CHANNEL_ERROR' || status === 'TIMED_OUT') {
        tell(/jwt|token|unauthorized/i.test(error?.message) ? 'refused' : 'lost', error?.message);
      } else if (status === 'CLOSED') {
        tell('lost');
      }
    });
  return () => {
    over = true;
    client.removeAllChannels();
  };
}

/** Fetched from here and only where there is something to speak to. */
function library() {
  return window.supabase ?? new Promise((found, missing) => {
    const script = document.createElement('script');
    script.src = 'vendor/supabase.js';
    script.onload = () => found(window.supabase);
    script.onerror = () => missing(new Error('supabase-js cannot be loaded.'));
    document.head.append(script);
  });
}
