package catallaxy.scenarios.house;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Locale;

/**
 * Files hold at most 250 lines of code; 400 where the documentation of the type says that it is an algorithm, and in
 * tests, which are lists.
 */
final class FileLength implements SourceRule {
    private static final int LIMIT = 250;
    private static final int LONG_LIMIT = 400;

    @Override
    public List<Violation> check(SourceFile file) {
        int limit = mayBeLong(file) ? LONG_LIMIT : LIMIT;
        int lines = file.codeLineCount();
        String what = "%d lines of code, at most %d".formatted(lines, limit);
        return lines <= limit ? List.of() : List.of(new Violation(file.path(), 1, what));
    }

    private static boolean mayBeLong(SourceFile file) {
        return !file.isMain() || file.unit().getTypeDecls().stream().anyMatch(type -> isAlgorithm(file, type));
    }

    private static boolean isAlgorithm(SourceFile file, Tree type) {
        TreePath path = new TreePath(new TreePath(file.unit()), type);
        return file.documentation(path).toLowerCase(Locale.ROOT).contains("algorithm");
    }
}
