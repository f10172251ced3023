package catallaxy.scenarios.house;

import java.util.ArrayList;
import java.util.List;

/**
 * What Python files keep: at most 250 lines of code, 400 in tests and examples; at most 40 in a function; and a documentation string
 * of whatever callers of the package or readers of an example meet.
 */
final class PythonRules {
    private static final int LIMIT = 250;
    private static final int LONG_LIMIT = 400;
    private static final int FUNCTION_LIMIT = 40;

    private PythonRules() {}

    static List<Violation> check(String path, String text) {
        PythonSource source = new PythonSource(text);
        boolean test = path.contains("/tests/");
        int limit = test || path.contains("/examples/") ? LONG_LIMIT : LIMIT;
        List<Violation> found = new ArrayList<>();
        if (source.codeLineCount() > limit) {
            found.add(new Violation(path, 1, "%d lines of code, at most %d".formatted(source.codeLineCount(), limit)));
        }
        if (!text.isBlank() && !text.stripLeading().startsWith("\"\"\"")) {
            found.add(new Violation(path, 1, "the file does not begin with what it is"));
        }
        source.definitions().forEach(each -> check(path, each, test, found));
        return found;
    }

    private static void check(String path, PythonSource.Definition each, boolean test, List<Violation> found) {
        if (each.kind().equals("def") && each.codeLines() > FUNCTION_LIMIT) {
            String what = "%s has %d lines, at most %d".formatted(each.name(), each.codeLines(), FUNCTION_LIMIT);
            found.add(new Violation(path, each.line(), what));
        }
        if (!test && each.isPublic() && !each.isExplained()) {
            found.add(new Violation(path, each.line(), each.name() + " is public and not explained"));
        }
    }
}
