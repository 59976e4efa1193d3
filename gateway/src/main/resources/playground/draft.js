// What is written but not run outlives a reload and a look at the other page, in this tab.

const KEY = 'judgeflow.draft';

/** @returns what was kept; null when there is nothing */
export function keptDraft() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** @param draft lang, code, tests, checker, and the id of the run that is shown beside it */
export function keepDraft(draft) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Too much for the store: then it is lost with the page, as it is elsewhere.
  }
}
