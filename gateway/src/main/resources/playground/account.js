// The one place to say who asks: a dialog, and what the header says of it.

import { whenStranger } from './api.js';
import { credential, forget, keep, subject } from './credential.js';
import { element } from './element.js';

/**
 * @param place in the header
 * @param onChange called after somebody has signed in or out
 */
export function account(place, onChange) {
  const name = element('span', { class: 'account-name', id: 'account-name' });
  const signIn = element('button', { type: 'button', class: 'quiet', hidden: '' }, 'Sign in');
  const signOut = element('button', { type: 'button', class: 'quiet' }, 'Sign out');
  const window = dialog(given => {
    keep(given);
    draw();
    onChange();
  });
  let wanted = false;

  function draw() {
    const held = credential();
    const user = held && subject(held);
    name.textContent = held ? user ?? 'a service' : '';
    name.title = held ? `Signed in ${user ? `as ${user}` : 'with the key of a service'}` : '';
    name.hidden = signOut.hidden = !held;
    signIn.hidden = !wanted || Boolean(held);
  }

  function leave() {
    forget();
    wanted = true;
    draw();
  }

  whenStranger(sentence => {
    const refused = credential() ? sentence : '';
    leave();
    window.ask(refused);
  });
  signIn.addEventListener('click', () => window.ask(''));
  signOut.addEventListener('click', () => {
    leave();
    onChange('left');
  });
  place.append(name, signIn, signOut);
  draw();

  return {
    /** This gateway answers without credentials too, and knows people who have some. */
    offer() {
      wanted = true;
      draw();
    },
  };
}

function dialog(onGiven) {
  const reason = element('p', { class: 'problem', role: 'alert' });
  const field = element('input', {
    id: 'credential', type: 'password', autocomplete: 'off', spellcheck: 'false', required: '', 'aria-describedby': 'credential-hint',
  });
  const cancel = element('button', { type: 'button', class: 'quiet' }, 'Not now');
  const form = element('form', {},
    element('h2', { id: 'sign-in-title' }, 'Who asks?'),
    element('p', { id: 'credential-hint' },
      'This gateway wants to know. Paste the access token of a signed-in user, or the key of a service. '
      + 'This tab keeps it until you sign out or close it.'),
    reason,
    element('label', { for: 'credential' }, 'Token or key'),
    field,
    element('div', { class: 'dialog-end' }, cancel, element('button', { type: 'submit', class: 'primary' }, 'Sign in')));
  const window = element('dialog', { 'aria-labelledby': 'sign-in-title' }, form);

  form.addEventListener('submit', event => {
    event.preventDefault();
    const given = field.value.trim().replace(/^Bearer\s+/i, '');
    if (given) {
      window.close();
      onGiven(given);
    }
  });
  cancel.addEventListener('click', () => window.close());
  document.body.append(window);

  return {
    /** @param why what was not accepted; empty for nothing, which takes back nothing that is said already */
    ask(why) {
      if (why || !window.open) {
        reason.textContent = why;
        reason.hidden = !why;
      }
      if (!window.open) {
        field.value = '';
        window.showModal();
      }
    },
  };
}
