package catallaxy.scenarios.house;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Method bodies hold at most 40 lines of code, braces included; 80 where the method's documentation says "numeric
 * kernel".
 */
final class MethodLength implements SourceRule {
    private static final int LIMIT = 40;
    private static final int KERNEL_LIMIT = 80;

    /** A method's name and the lines of code of its body, braces included. */
    record Method(MethodTree tree, boolean kernel, int lines) {
        int limit() {
            return kernel ? KERNEL_LIMIT : LIMIT;
        }
    }

    @Override
    public List<Violation> check(SourceFile file) {
        return methods(file).stream()
                .filter(method -> method.lines() > method.limit())
                .map(method -> file.violation(
                        method.tree(),
                        "%s has %d lines, at most %d"
                                .formatted(method.tree().getName(), method.lines(), method.limit())))
                .toList();
    }

    /** All methods and constructors of the file that have a body. */
    static List<Method> methods(SourceFile file) {
        List<Method> methods = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
                if (tree.getBody() != null && !file.isImplicit(tree)) {
                    boolean kernel = file.documentation(getCurrentPath())
                            .toLowerCase(Locale.ROOT)
                            .contains("numeric kernel");
                    methods.add(new Method(tree, kernel, file.codeLineCount(tree.getBody())));
                }
                return super.visitMethod(tree, null);
            }
        }.scan(file.unit(), null);
        return methods;
    }
}
