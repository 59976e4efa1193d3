// Does what it is told, one JSON object per line of its input, and says what happened, one per line of its output.

import { createInterface } from 'node:readline';
import { createClient } from '@supabase/supabase-js';
import WebSocket from 'ws';

const clients = new Map();

function say(client, channel, kind, payload) {
  process.stdout.write(`${JSON.stringify({ client, channel, kind, payload, at: Date.now() })}\n`);
}

const does = {
  connect({ client, url, key, token, vsn }) {
    const sockets = [];
    class Transport extends WebSocket {
      constructor(...words) {
        super(...words);
        sockets.push(this);
      }
    }
    const one = { token, sockets, channels: new Map() };
    one.supabase = createClient(url, key, {
      accessToken: async () => one.token,
      realtime: { transport: Transport, ...(vsn ? { vsn } : {}) },
    });
    clients.set(client, one);
  },

  changes({ client, channel, filter, event = '*', table = 'executions' }) {
    const binding = { event, schema: 'public', table, ...(filter ? { filter } : {}) };
    join(client, channel, {}, joining => joining
      .on('postgres_changes', binding, payload => say(client, channel, 'change', payload)));
  },

  listen({ client, channel }) {
    join(client, channel, { private: true }, joining => joining
      .on('broadcast', { event: '*' }, payload => say(client, channel, 'broadcast', payload)));
  },

  async renew({ client, token }) {
    const one = clients.get(client);
    one.token = token;
    await one.supabase.realtime.setAuth();
  },

  /** As a network does that goes away: no closing handshake. */
  drop({ client }) {
    const socket = clients.get(client).sockets.at(-1);
    socket.once('close', () => say(client, '', 'dropped', true));
    socket.terminate();
  },

  async leave({ client, channel }) {
    const one = clients.get(client);
    say(client, channel, 'left', await one.supabase.removeChannel(one.channels.get(channel)));
  },

  async say({ client, channel }) {
    const answer = await clients.get(client).channels.get(channel).send({ type: 'broadcast', event: 'x', payload: {} });
    say(client, channel, 'said', answer);
  },
};

async function join(client, channel, config, bind) {
  const one = clients.get(client);
  await one.supabase.realtime.setAuth();
  const joining = one.supabase.channel(channel, { config: { ...config, broadcast: { ack: true } } });
  one.channels.set(channel, joining);
  bind(joining)
    .on('system', {}, payload => say(client, channel, 'system', payload))
    .subscribe((status, error) => say(client, channel, 'status', { status, error: error?.message }));
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  await does[order.do](order);
}
process.exit(0);
