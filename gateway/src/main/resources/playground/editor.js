// The editor: with colours where the gateway was built with them, and plain otherwise.

import { plainEditor } from './plain-editor.js';

const LABEL = 'Code. Tab indents; to leave with the keyboard press Escape, then Tab.';

/** @param frame holds a gutter and a textarea, which make way for the better editor */
export async function editor(frame, area, gutter) {
  const { codeEditor } = await import('./vendor/code.js').catch(() => ({}));
  if (!codeEditor) {
    return plainEditor(area, gutter);
  }
  const host = document.createElement('div');
  host.id = 'code-editor';
  frame.replaceChildren(host);
  const better = codeEditor(host, LABEL);
  return {
    get text() { return better.text; },
    set text(text) { better.text = text; },
    set language(name) { better.language = name; },
    get element() { return host; },
    focus() { better.focus(); },
  };
}
