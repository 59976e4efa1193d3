// Who the page calls as: a user's token or a service's key, kept by this tab and by nothing else.

const KEPT = 'judgeflow.credential';
const kept = fromAddress() ?? sessionStorage.getItem(KEPT);

let present = null;
if (kept) {
  keep(kept);
}

/** @returns what goes in the Authorization header, or null */
export function credential() {
  return present;
}

export function keep(text) {
  present = text;
  sessionStorage.setItem(KEPT, text);
}

export function forget() {
  present = null;
  sessionStorage.removeItem(KEPT);
}

/** Whose token it is; null for a key, which has no dots. */
export function subject(token) {
  const claims = token.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/');
  if (!claims) {
    return null;
  }
  try {
    const text = new TextDecoder().decode(Uint8Array.from(atob(claims), letter => letter.charCodeAt(0)));
    return JSON.parse(text).sub ?? null;
  } catch {
    return null;
  }
}

/** Where a sign-in elsewhere leaves it. */
function fromAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get('access_token');
  if (given) {
    history.replaceState(null, '', location.pathname);
  }
  return given;
}
