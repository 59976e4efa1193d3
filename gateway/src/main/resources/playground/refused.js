// Why something was not done, in sentences.

import { clock } from './units.js';

const SLOW_DOWN = 429;

/**
 * A refusal.
 *
 * `detail` is the message without when to try again, `status` is 0 when there was no answer, `fields` are the places in
 * the request that are wrong and what is wrong with each, and `retryAfter` is in seconds or null. A passing one may be
 * another answer later.
 */
export class Refused extends Error {
  constructor(detail, { status = 0, fields = [], retryAfter = null } = {}) {
    super(retryAfter ? `${detail} ${later(retryAfter)}` : detail);
    this.detail = detail;
    this.status = status;
    this.fields = fields;
    this.retryAfter = retryAfter;
    this.passing = status === 0 || status === SLOW_DOWN || status >= 500;
  }

  /** Reads a problem document, or whatever came in its place. */
  static async from(response) {
    const problem = await response.json().catch(() => null);
    const retryAfter = Number(response.headers.get('Retry-After')) || null;
    const detail = problem?.detail ?? `The gateway answered ${response.status}.`;
    return new Refused(detail, { status: response.status, fields: problem?.errors ?? [], retryAfter });
  }
}

export function unreachable() {
  return new Refused('The gateway cannot be reached. Is it running, and are you online?');
}

function later(seconds) {
  const time = clock(Date.now() + seconds * 1000);
  return `Try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}, at ${time}.`;
}
