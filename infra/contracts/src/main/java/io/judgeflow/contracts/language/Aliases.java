package io.judgeflow.contracts.language;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people call the languages that Judge0 lists: the family's name and, where the word implies one, the tool. */
final class Aliases {

    /** A family, and a tool within it or the empty text for any. */
    record Meaning(String family, String tool) {}

    private static final Map<String, List<String>> FAMILIES = Map.ofEntries(
            Map.entry("assembly", List.of("asm", "nasm", "assembler")),
            Map.entry("bash", List.of("sh", "shell")),
            Map.entry("basic", List.of("freebasic", "fbc")),
            Map.entry("c#", List.of("csharp", "cs", "c sharp", "c-sharp")),
            Map.entry("c++", List.of("cpp", "cxx", "cplusplus", "c plus plus")),
            Map.entry("clojure", List.of("clj")),
            Map.entry("cobol", List.of("cob", "cbl", "gnucobol")),
            Map.entry("common lisp", List.of("lisp", "commonlisp", "clisp", "cl", "sbcl")),
            Map.entry("d", List.of("dlang", "dmd")),
            Map.entry("elixir", List.of("ex", "exs")),
            Map.entry("erlang", List.of("erl")),
            Map.entry("f#", List.of("fsharp", "fs", "f sharp", "f-sharp")),
            Map.entry("fortran", List.of("gfortran", "f90")),
            Map.entry("go", List.of("golang")),
            Map.entry("haskell", List.of("hs", "ghc")),
            Map.entry("java", List.of("openjdk", "jdk")),
            Map.entry("javascript", List.of("js", "node", "nodejs", "node.js", "ecmascript")),
            Map.entry("kotlin", List.of("kt", "kts")),
            Map.entry("objective-c", List.of("objectivec", "objective c", "objc", "obj-c")),
            Map.entry("ocaml", List.of("ml")),
            Map.entry("pascal", List.of("pas", "fpc", "freepascal")),
            Map.entry("perl", List.of("pl")),
            Map.entry("plain text", List.of("text", "txt", "plaintext", "plain")),
            Map.entry("prolog", List.of("gprolog")),
            Map.entry("python", List.of("py", "cpython")),
            Map.entry("r", List.of("rscript")),
            Map.entry("ruby", List.of("rb")),
            Map.entry("rust", List.of("rs", "rustc")),
            Map.entry("sql", List.of("sqlite")),
            Map.entry("typescript", List.of("ts", "tsc")),
            Map.entry("visual basic.net", List.of("visual basic", "vb.net", "vbnet", "vb")));

    private static final Map<String, Meaning> MEANINGS = meanings();

    private Aliases() {}

    /** The meaning of a word; a word that is no alias means a family of that very name. */
    static Meaning of(String word) {
        return MEANINGS.getOrDefault(word, new Meaning(word, ""));
    }

    /** The other words for a family. */
    static List<String> of(Edition edition) {
        return FAMILIES.getOrDefault(edition.family(), List.of());
    }

    /** The tool meant by those who name none, where versions of different tools cannot be compared. */
    static String usualTool(String family) {
        return family.equals("c") || family.equals("c++") ? "gcc" : "";
    }

    private static Map<String, Meaning> meanings() {
        var all = new TreeMap<String, Meaning>();
        FAMILIES.forEach((family, words) -> words.forEach(word -> all.put(word, new Meaning(family, ""))));
        all.put("gcc", new Meaning("c", "gcc"));
        all.put("clang", new Meaning("c", "clang"));
        all.put("g++", new Meaning("c++", "gcc"));
        all.put("clang++", new Meaning("c++", "clang"));
        all.put("mono", new Meaning("c#", "mono"));
        return Map.copyOf(all);
    }
}
