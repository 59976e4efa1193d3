package io.judgeflow.standalone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One program per language and outcome. Each reads a line and should print it backwards. */
final class Programs {

    private static final Map<String, String> RIGHT = Map.of(
            "python", "print(input()[::-1])",
            "javascript", "console.log(require('fs').readFileSync(0, 'utf8').trim().split('').reverse().join(''))",
            "java", """
                    public class Main {
                        public static void main(String[] arguments) {
                            var line = new java.util.Scanner(System.in).nextLine();
                            System.out.println(new StringBuilder(line).reverse());
                        }
                    }
                    """,
            "c", """
                    #include <stdio.h>
                    #include <string.h>
                    int main() {
                        char line[99];
                        scanf("%98s", line);
                        for (int i = strlen(line) - 1; i >= 0; i--) putchar(line[i]);
                    }
                    """,
            "c++", """
                    #include <algorithm>
                    #include <iostream>
                    int main() {
                        std::string line;
                        std::cin >> line;
                        std::reverse(line.begin(), line.end());
                        std::cout << line << std::endl;
                    }
                    """,
            "bash", "rev");

    private static final Map<String, String> WRONG = Map.of(
            "python", "print('x')",
            "javascript", "console.log('x')",
            "java", "public class Main { public static void main(String[] a) { System.out.print('x'); } }",
            "c", "#include <stdio.h>\nint main() { puts(\"x\"); }",
            "c++", "#include <iostream>\nint main() { std::cout << 'x'; }",
            "bash", "echo x");

    private static final Map<String, String> ENDLESS = Map.of(
            "python", "while True: pass",
            "javascript", "while (true);",
            "java", "public class Main { public static void main(String[] a) { while (true); } }",
            "c", "int main() { volatile int x = 1; while (x); }",
            "c++", "int main() { volatile int x = 1; while (x); }",
            "bash", "while :; do :; done");

    private static final Map<String, String> CRASHING = Map.of(
            "python", "1 / 0",
            "javascript", "throw 1",
            "java", "public class Main { public static void main(String[] a) { throw new Error(); } }",
            "c", "#include <stdlib.h>\nint main() { abort(); }",
            "c++", "int main() { throw 1; }",
            "bash", "exit 3");

    /** What the judge is asked to compile; empty for languages that are not compiled. */
    private static final Map<String, String> BROKEN =
            Map.of("java", "public class Main {", "c", "int main( {", "c++", "int main( {");

    /** A submission and what should become of it. */
    record Case(String language, String outcome, String code, String verdict, int score) {

        Map<String, Object> body() {
            var body = new HashMap<String, Object>();
            body.put("lang", language);
            body.put("code", code);
            body.put("stdin", "abc\n");
            body.put("expected_output", "cba\n");
            body.put("limits", Map.of("cpu_time", 1, "wall_time", 10));
            return body;
        }
    }

    private Programs() {}

    static List<Case> all() {
        var cases = new java.util.ArrayList<Case>();
        RIGHT.forEach((language, code) -> cases.add(new Case(language, "right", code, "accepted", 100)));
        WRONG.forEach((language, code) -> cases.add(new Case(language, "wrong", code, "wrong_answer", 30)));
        ENDLESS.forEach((language, code) -> cases.add(new Case(language, "endless", code, "time_limit", 0)));
        CRASHING.forEach((language, code) -> cases.add(new Case(language, "crashing", code, "runtime_error", 0)));
        BROKEN.forEach((language, code) -> cases.add(new Case(language, "broken", code, "compilation_error", 0)));
        return cases;
    }
}
