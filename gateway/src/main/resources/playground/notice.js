// Says what went wrong: beside the field that it is about, or else above the program.

const NAMES = { code: 'The code', lang: 'The language', checker: 'The comparison' };

/**
 * @param box for sentences about nothing in particular
 * @param place gives the element that a field of the request is written in, or null
 */
export function notice(box, place) {
  let marks = [];
  let over = null;

  function clear() {
    clearTimeout(over);
    box.hidden = true;
    box.textContent = '';
    for (const { element, text } of marks) {
      element.removeAttribute('aria-invalid');
      element.removeAttribute('aria-describedby');
      text.remove();
    }
    marks = [];
  }

  function show(refused) {
    if (!box.hidden && box.textContent === refused.message) {
      return;
    }
    clear();
    const unplaced = refused.fields.filter(field => !mark(field));
    if (unplaced.length || !marks.length) {
      const sentences = unplaced.map(({ field, message }) => `${NAMES[field] ?? field} ${message}.`);
      say(sentences.join(' ') || refused.message);
    } else {
      say(marks.length === 1 ? 'One thing is to be mended below.' : `${marks.length} things are to be mended below.`);
    }
    marks[0]?.element.focus();
    if (refused.retryAfter) {
      over = setTimeout(() => say('You can try again now.', 'good'), refused.retryAfter * 1000);
    }
  }

  function say(sentence, tone = 'bad') {
    box.textContent = sentence;
    box.dataset.tone = tone;
    box.hidden = false;
    box.scrollIntoView({ block: 'nearest' });
  }

  /** @returns whether there was a place for it */
  function mark({ field, message }) {
    const element = place(field);
    if (!element) {
      return false;
    }
    const text = document.createElement('p');
    text.className = 'field-problem';
    text.id = `problem-${field.replace(/\W+/g, '-')}`;
    text.textContent = `${message[0].toUpperCase()}${message.slice(1)}.`;
    element.setAttribute('aria-invalid', 'true');
    element.setAttribute('aria-describedby', text.id);
    element.after(text);
    marks.push({ element, text });
    return true;
  }

  return { show, clear };
}
