package catallaxy.scenarios.file;

import java.util.List;
import java.util.Random;

/** Random damage to a text: characters, words, lines and numbers changed, doubled, swapped, left out. */
final class Mutation {
    private static final List<String> SPLINTERS = List.of(
            "{",
            "}",
            "[",
            "]",
            "=",
            ":",
            ",",
            "\"",
            "\"\"\"",
            "#",
            "//",
            "${",
            "${seed}",
            "${?x}",
            "+=",
            "include",
            "null",
            "true",
            "\\",
            "\u0000",
            "\uFFFD",
            "\uD800",
            "😀",
            "-",
            "~",
            "worth",
            "1e999999999",
            "NaN",
            "Infinity",
            "99999999999999999999999999999999",
            "-1",
            "0",
            "0.0000000000000000000000001",
            " ",
            "\n",
            "\t",
            "include \"x\"\n",
            "include url(\"http://localhost:1/\")\n",
            "seed = ${seed}${seed}\n",
            "a.b.c.d.e.f",
            "1 d",
            "9e9 d");

    private Mutation() {}

    static String of(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        int wounds = 1 + random.nextInt(4);
        for (int i = 0; i < wounds && !mutated.isEmpty(); i++) {
            wound(mutated, random);
        }
        return mutated.toString();
    }

    private static void wound(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(random.nextBoolean() ? 3 : 60));
        String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
        switch (random.nextInt(7)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, splinter);
            case 2 -> text.insert(at, text.substring(at, end));
            case 3 -> text.setCharAt(at, (char) random.nextInt(0x180));
            case 4 -> text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(200)));
            case 5 -> replaceWord(text, at, splinter);
            default -> replaceWord(text, at, wordAt(text, random.nextInt(text.length())));
        }
    }

    private static void replaceWord(StringBuilder text, int at, String by) {
        String word = wordAt(text, at);
        int start = text.indexOf(word, Math.max(0, at - word.length()));
        if (!word.isEmpty() && start >= 0) {
            text.replace(start, start + word.length(), by);
        }
    }

    private static String wordAt(StringBuilder text, int at) {
        int start = at;
        int end = at;
        while (start > 0 && isWord(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.';
    }
}
