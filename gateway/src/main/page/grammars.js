// Which grammar a language is coloured by.

import { cpp } from '@codemirror/lang-cpp';
import { java } from '@codemirror/lang-java';
import { javascript } from '@codemirror/lang-javascript';
import { python } from '@codemirror/lang-python';
import { StreamLanguage } from '@codemirror/language';
import { csharp, kotlin } from '@codemirror/legacy-modes/mode/clike';
import { go } from '@codemirror/legacy-modes/mode/go';
import { haskell } from '@codemirror/legacy-modes/mode/haskell';
import { lua } from '@codemirror/legacy-modes/mode/lua';
import { perl } from '@codemirror/legacy-modes/mode/perl';
import { ruby } from '@codemirror/legacy-modes/mode/ruby';
import { rust } from '@codemirror/legacy-modes/mode/rust';
import { shell } from '@codemirror/legacy-modes/mode/shell';

const grammars = {
  python,
  java,
  javascript,
  typescript: () => javascript({ typescript: true }),
  c: cpp,
  'c++': cpp,
  'c#': () => StreamLanguage.define(csharp),
  kotlin: () => StreamLanguage.define(kotlin),
  go: () => StreamLanguage.define(go),
  haskell: () => StreamLanguage.define(haskell),
  lua: () => StreamLanguage.define(lua),
  perl: () => StreamLanguage.define(perl),
  ruby: () => StreamLanguage.define(ruby),
  rust: () => StreamLanguage.define(rust),
  bash: () => StreamLanguage.define(shell),
};

/** @returns an extension; nothing for a language that is not known */
export function grammar(name) {
  return Object.hasOwn(grammars, name) ? grammars[name]() : [];
}
