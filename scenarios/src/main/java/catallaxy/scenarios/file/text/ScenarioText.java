package catallaxy.scenarios.file.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of one scenario file before it is parsed, walked once. Outside strings and comments it bounds what the parser
 * is given, whose time grows with the square of some lengths, and finds what scenarios may not use.
 */
final class ScenarioText {
    static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_TOKENS = 20_000;
    private static final int MAX_DEPTH = 32;
    private static final String PUNCTUATION = "=:{}[],";

    /** {@code ${path}} or {@code ${?path}} in the text. */
    record Substitution(String place, String path) {}

    private final String file;
    private final String text;
    private final List<Substitution> substitutions = new ArrayList<>();
    private final List<String> includePlaces = new ArrayList<>();
    private Optional<Problem> problem = Optional.empty();
    private int position;
    private int line = 1;
    private int depth;
    private int tokens;

    private ScenarioText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Walks the text.
     *
     * @throws ScenarioException if the text is too long, too deeply nested, or has something that is refused
     */
    static ScenarioText check(String file, String text) {
        ScenarioText scan = new ScenarioText(file, text);
        scan.require(text.length() <= MAX_CHARACTERS, "file", "at most 1 MiB", text.length() + " characters");
        while (scan.position < text.length() && scan.problem.isEmpty()) {
            scan.advance();
        }
        scan.problem.ifPresent(found -> {
            throw new ScenarioException(List.of(found));
        });
        return scan;
    }

    List<Substitution> substitutions() {
        return List.copyOf(substitutions);
    }

    /** Where the text includes other files, in order. */
    List<String> includePlaces() {
        return List.copyOf(includePlaces);
    }

    private void advance() {
        char next = text.charAt(position);
        if (next == '"') {
            skipString();
        } else if (next == '#' || text.startsWith("//", position)) {
            skipTo("\n", 0);
        } else if (text.startsWith("${", position)) {
            readSubstitution();
        } else if (PUNCTUATION.indexOf(next) >= 0) {
            readPunctuation(next);
        } else if (Character.isWhitespace(next)) {
            step(1);
        } else {
            readWord();
        }
    }

    private void skipString() {
        countToken();
        if (text.startsWith("\"\"\"", position)) {
            step(3);
            skipTo("\"\"\"", 3);
            return;
        }
        step(1);
        while (position < text.length() && text.charAt(position) != '"' && text.charAt(position) != '\n') {
            step(text.charAt(position) == '\\' ? 2 : 1);
        }
        step(1);
    }

    private void readSubstitution() {
        countToken();
        int end = text.indexOf('}', position);
        String inside = end < 0 ? "" : text.substring(position + 2, end);
        String path = inside.startsWith("?") ? inside.substring(1) : inside;
        substitutions.add(new Substitution(file + ":" + line, path.strip()));
        step(Math.max(2, end + 1 - position));
    }

    private void readPunctuation(char mark) {
        countToken();
        depth += mark == '{' || mark == '[' ? 1 : mark == '}' || mark == ']' ? -1 : 0;
        require(depth <= MAX_DEPTH, "nesting", "at most " + MAX_DEPTH + " levels", "more");
        step(1);
    }

    private void readWord() {
        countToken();
        int start = position;
        while (position < text.length() && isWordCharacter(text.charAt(position))) {
            position++;
        }
        position = Math.max(position, start + 1);
        String word = text.substring(start, position);
        require(!word.endsWith("+") || !startsWith('='), "+=", "the whole list, written out", "an addition to a list");
        if (word.equals("include")) {
            includePlaces.add(file + ":" + line);
            require(depth == 0, "include", "a place outside all braces", "one inside");
        }
        require(word.chars().filter(c -> c == '.').count() < MAX_DEPTH, "nesting", "at most 32 levels", "more");
    }

    private boolean startsWith(char expected) {
        return position < text.length() && text.charAt(position) == expected;
    }

    private boolean isWordCharacter(char c) {
        return PUNCTUATION.indexOf(c) < 0
                && c != '"'
                && c != '#'
                && !Character.isWhitespace(c)
                && !text.startsWith("${", position)
                && !text.startsWith("//", position);
    }

    private void countToken() {
        tokens++;
        require(tokens <= MAX_TOKENS, "file", "at most " + MAX_TOKENS + " words and signs", "more");
    }

    private void skipTo(String end, int length) {
        int found = text.indexOf(end, position);
        step(found < 0 ? text.length() - position : found + length - position);
    }

    private void step(int characters) {
        int end = Math.min(text.length(), position + characters);
        for (; position < end; position++) {
            line += text.charAt(position) == '\n' ? 1 : 0;
        }
    }

    private void require(boolean holds, String what, String expected, String found) {
        if (!holds && problem.isEmpty()) {
            problem = Optional.of(new Problem(file + ":" + line, what, "expected " + expected + ", found " + found));
        }
    }
}
