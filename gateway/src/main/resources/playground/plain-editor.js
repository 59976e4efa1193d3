// A textarea that numbers its lines and indents: the editor of a gateway that was built without the other.

const INDENT = '    ';

export function plainEditor(area, gutter) {
  let leaving = false;

  function number() {
    const lines = area.value.split('\n').length;
    if (gutter.dataset.lines !== String(lines)) {
      gutter.dataset.lines = lines;
      gutter.textContent = Array.from({ length: lines }, (_, i) => i + 1).join('\n');
    }
    gutter.scrollTop = area.scrollTop;
  }

  function insert(text) {
    // Unlike setRangeText this keeps the browser's undo.
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
      number();
    }
  }

  function lineStart() {
    return area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  }

  function outdent() {
    const start = lineStart();
    const spaces = /^ {1,4}/.exec(area.value.slice(start))?.[0].length ?? 0;
    const caret = Math.max(start, area.selectionStart - spaces);
    area.setRangeText('', start, start + spaces);
    area.setSelectionRange(caret, caret);
    number();
  }

  area.addEventListener('keydown', event => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Escape') {
      leaving = true;
    } else if (event.key === 'Tab' && plain && !leaving) {
      event.preventDefault();
      event.shiftKey ? outdent() : insert(INDENT);
    } else if (event.key === 'Enter' && plain && !event.isComposing) {
      event.preventDefault();
      insert('\n' + /^[ \t]*/.exec(area.value.slice(lineStart(), area.selectionStart))[0]);
    } else if (event.key !== 'Shift') {
      leaving = false;
    }
  });
  area.addEventListener('blur', () => { leaving = false; });
  area.addEventListener('input', number);
  area.addEventListener('scroll', number);

  return {
    get text() { return area.value; },
    set text(value) { area.value = value; area.scrollTop = 0; number(); },
    set language(name) { area.dataset.language = name; },
    get element() { return area; },
    focus() { area.focus(); },
  };
}
