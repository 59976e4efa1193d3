// The public API and nothing else.

import { credential } from './credential.js';
import { Refused, unreachable } from './refused.js';

let onStranger = () => {};

/** Calls this, with a sentence, whenever the gateway wants to know who asks. */
export function whenStranger(ask) {
  onStranger = ask;
}

export async function languages() {
  return json('/api/languages');
}

/** @returns the job's id, once the job can no longer be lost */
export async function submit(job) {
  const { job_id: id } = await json('/api/execute', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(job),
  });
  return id;
}

export async function status(id) {
  return json(`/api/status/${encodeURIComponent(id)}`);
}

export async function cancel(id) {
  return json(`/api/executions/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/** @returns what a job went through, oldest first */
export async function moments(id) {
  return (await json(`/api/executions/${encodeURIComponent(id)}/timeline`)).moments;
}

/**
 * @param user whose; null for the caller
 * @param cursor where the page begins; null for the first
 */
export async function executions(user, cursor) {
  const asked = new URLSearchParams({ limit: 10, ...(user ? { user_id: user } : {}), ...(cursor ? { cursor } : {}) });
  return json(`/api/executions?${asked}`);
}

/** @param from a Date; the minute that it lies in is the first */
export async function statistics(from) {
  return json(`/api/statistics?${new URLSearchParams({ from: from.toISOString() })}`);
}

/** @returns null where there is no Realtime */
export async function realtime() {
  return json('/api/realtime');
}

/** @returns a response that is not a refusal */
export async function reach(path, options = {}) {
  const token = credential();
  const headers = { ...options.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(path, { ...options, headers }).catch(failure => {
    throw failure.name === 'AbortError' ? failure : unreachable();
  });
  if (!response.ok) {
    const refused = await Refused.from(response);
    if (refused.status === 401 && token === credential()) {
      onStranger(refused.message);
    }
    throw refused;
  }
  return response;
}

async function json(path, options) {
  const response = await reach(path, options);
  return response.status === 204 ? null : response.json();
}
