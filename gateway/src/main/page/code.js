// The editor of the page: CodeMirror with what writing a short program needs, and nothing else.

import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import {
  EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers,
} from '@codemirror/view';
import { highlighting, theme } from './colours.js';
import { grammar } from './grammars.js';

/** The page runs the program on these; the editor would insert a line. */
const LEFT_TO_THE_PAGE = ['Ctrl-Enter', 'Cmd-Enter'].map(key => ({ key, run: () => true }));

/**
 * Puts an editor into an element, in a shadow root: there its styles are adopted sheets, which the page's
 * Content-Security-Policy allows as it is.
 *
 * @param host an empty element
 * @param label what a screen reader calls it
 */
export function codeEditor(host, label) {
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  const language = new Compartment();

  function start(text, name) {
    return EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of(LEFT_TO_THE_PAGE)),
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        drawSelection(),
        history(),
        indentOnInput(),
        indentUnit.of('    '),
        EditorState.tabSize.of(4),
        bracketMatching(),
        closeBrackets(),
        syntaxHighlighting(highlighting),
        theme,
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        language.of(grammar(name)),
      ],
    });
  }

  let shown = '';
  const view = new EditorView({ state: start('', shown), root, parent: root });

  return {
    get text() { return view.state.doc.toString(); },
    /** Another text begins a history of its own. */
    set text(text) { view.setState(start(text, shown)); },
    /** @param name such as python; one without a grammar has no colours */
    set language(name) {
      shown = name;
      view.dispatch({ effects: language.reconfigure(grammar(name)) });
    },
    focus() { view.focus(); },
  };
}
