package io.judgeflow.testkit.judge0;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The languages of Judge0 1.13.1 that are not archived; their ids run from 43 without a gap. */
public final class ActiveLanguages {

    private static final int FIRST_ID = 43;

    private static final List<String> NAMES = List.of(
            "Plain Text",
            "Executable",
            "Assembly (NASM 2.14.02)",
            "Bash (5.0.0)",
            "Basic (FBC 1.07.1)",
            "C (GCC 7.4.0)",
            "C (GCC 8.3.0)",
            "C (GCC 9.2.0)",
            "C# (Mono 6.6.0.161)",
            "C++ (GCC 7.4.0)",
            "C++ (GCC 8.3.0)",
            "C++ (GCC 9.2.0)",
            "Common Lisp (SBCL 2.0.0)",
            "D (DMD 2.089.1)",
            "Elixir (1.9.4)",
            "Erlang (OTP 22.2)",
            "Fortran (GFortran 9.2.0)",
            "Go (1.13.5)",
            "Haskell (GHC 8.8.1)",
            "Java (OpenJDK 13.0.1)",
            "JavaScript (Node.js 12.14.0)",
            "Lua (5.3.5)",
            "OCaml (4.09.0)",
            "Octave (5.1.0)",
            "Pascal (FPC 3.0.4)",
            "PHP (7.4.1)",
            "Prolog (GNU Prolog 1.4.5)",
            "Python (2.7.17)",
            "Python (3.8.1)",
            "Ruby (2.7.0)",
            "Rust (1.40.0)",
            "TypeScript (3.7.4)",
            "C (Clang 7.0.1)",
            "C++ (Clang 7.0.1)",
            "COBOL (GnuCOBOL 2.2)",
            "Kotlin (1.3.70)",
            "Objective-C (Clang 7.0.1)",
            "R (4.0.0)",
            "Scala (2.13.2)",
            "SQL (SQLite 3.27.2)",
            "Swift (5.2.3)",
            "Visual Basic.Net (vbnc 0.0.0.5943)",
            "Perl (5.28.1)",
            "Clojure (1.10.1)",
            "F# (.NET Core SDK 3.1.202)",
            "Groovy (3.0.3)",
            "Multi-file program");

    /** Id to name, in the order of the ids. */
    public static final Map<Integer, String> ALL = all();

    private ActiveLanguages() {}

    private static Map<Integer, String> all() {
        var all = new LinkedHashMap<Integer, String>();
        NAMES.forEach(name -> all.put(FIRST_ID + all.size(), name));
        return Collections.unmodifiableMap(all);
    }
}
