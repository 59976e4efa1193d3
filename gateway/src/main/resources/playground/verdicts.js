// What outcomes are called, and how they are taken.

import { ended } from './follow.js';

const WORDS = {
  accepted: 'Accepted',
  wrong_answer: 'Wrong answer',
  time_limit: 'Time limit exceeded',
  memory_limit: 'Memory limit exceeded',
  compilation_error: 'Does not compile',
  runtime_error: 'Runtime error',
  refused: 'Refused',
  gave_up: 'Could not be judged',
  cancelled: 'Cancelled',
};

const SENTENCES = {
  accepted: 'The program did what was expected.',
  wrong_answer: 'The program ran, and printed something else than what was expected.',
  time_limit: 'The program took longer than it may.',
  memory_limit: 'The program took more memory than it may.',
  compilation_error: 'The program could not be compiled, so nothing was run.',
  runtime_error: 'The program ended with an error.',
  refused: 'The judge would not take this submission.',
  gave_up: 'No judge could be found that ran this to its end.',
  cancelled: 'It was cancelled before it ended.',
};

/** A word for a verdict by its name in the API. */
export function word(verdict) {
  return WORDS[verdict] ?? verdict;
}

/** What a job or a test came to, in a word or two. */
export function outcome(state) {
  if (state.verdict) {
    return word(state.verdict);
  }
  if (!ended(state)) {
    return state.status === 'running' ? 'Running' : 'Queued';
  }
  return state.status === 'error' ? word('gave_up') : 'Done';
}

/** The same in a sentence; empty before the end. */
export function sentence(state) {
  return ended(state) ? SENTENCES[state.verdict] ?? '' : '';
}

/** good, fair, bad, none when nobody judged it, or pending. */
export function tone(state) {
  return ended(state) || state.verdict ? toneOf(state.verdict) : 'pending';
}

export function toneOf(verdict) {
  const tones = { accepted: 'good', wrong_answer: 'fair', refused: 'none', gave_up: 'none', cancelled: 'none' };
  return tones[verdict] ?? 'bad';
}
