package catallaxy.scenarios.house;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Python source file by its lines: which hold code, and where functions and classes begin and end. */
final class PythonSource {
    private static final Pattern DEFINITION = Pattern.compile("( *)(?:async )?(def|class) (\\w+).*");
    private static final Pattern QUOTES = Pattern.compile("\"\"\"");

    private final List<String> lines;
    private final BitSet code = new BitSet();
    /** Lines within a text of several lines that is none of the documentation. */
    private final BitSet data = new BitSet();

    PythonSource(String text) {
        lines = text.lines().toList();
        markCode();
    }

    /**
     * A function or a class.
     *
     * @param line        where it begins, from 1
     * @param codeLines   that it has, itself included
     * @param isPublic    whether callers may use it: neither its name nor that of what it is in begins with an underscore, and it is
     *                    not within a function
     * @param isExplained whether a documentation string follows its head
     */
    record Definition(String kind, String name, int line, int codeLines, boolean isPublic, boolean isExplained) {}

    int codeLineCount() {
        return code.cardinality();
    }

    List<Definition> definitions() {
        List<Definition> found = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            Matcher matcher = DEFINITION.matcher(lines.get(line));
            if (begins(line) && matcher.matches()) {
                found.add(definition(matcher, line));
            }
        }
        return found;
    }

    private Definition definition(Matcher head, int line) {
        int body = endOfHead(line) + 1;
        boolean explained = body < lines.size() && lines.get(body).strip().startsWith("\"\"\"");
        int codeLines = code.get(line, end(body, head.group(1).length())).cardinality();
        return new Definition(head.group(2), head.group(3), line + 1, codeLines, isPublic(head, line), explained);
    }

    /** The line at whose end the head's colon is: of several lines, the first that closes the parentheses. */
    private int endOfHead(int from) {
        int line = from;
        while (line + 1 < lines.size() && !lines.get(line).strip().endsWith(":")) {
            line++;
        }
        return line;
    }

    /** The first line from {@code from} on that is indented no more than {@code indentation}. */
    private int end(int from, int indentation) {
        int line = from;
        while (line < lines.size() && (lines.get(line).isBlank() || indentation(line) > indentation)) {
            line++;
        }
        return line;
    }

    private boolean isPublic(Matcher head, int line) {
        if (head.group(3).startsWith("_")) {
            return false;
        }
        int indentation = head.group(1).length();
        for (int above = line - 1; above >= 0 && indentation > 0; above--) {
            Matcher around = DEFINITION.matcher(lines.get(above));
            if (begins(above) && around.matches() && around.group(1).length() < indentation) {
                return around.group(2).equals("class") && isPublic(around, above);
            }
        }
        return indentation == 0;
    }

    private boolean begins(int line) {
        return code.get(line) && !data.get(line);
    }

    private int indentation(int line) {
        return lines.get(line).length() - lines.get(line).stripLeading().length();
    }

    /** Marks the lines that are neither blank nor comments nor documentation. */
    private void markCode() {
        boolean within = false;
        boolean documentation = false;
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line).strip();
            boolean odd = QUOTES.matcher(text).results().count() % 2 == 1;
            documentation = within ? documentation : text.startsWith("\"\"\"");
            code.set(line, !documentation && (within || !text.startsWith("#")) && !text.isEmpty());
            data.set(line, within && !documentation);
            within ^= odd;
        }
    }
}
