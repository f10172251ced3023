package catallaxy.scenarios.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types are named after what they are. Risk and portfolio managers are roles of the field and may be named so. */
final class TypeNames implements SourceRule {
    private static final Pattern EMPTY_WORD =
            Pattern.compile(".*(?<!Risk|Portfolio)Manager|.*(Helpers?|Utils?|Utilities|Impl|Misc|Common)");
    private static final Pattern MARKED_INTERFACE = Pattern.compile("I[A-Z][a-z].*");

    @Override
    public List<Violation> check(SourceFile file) {
        List<Violation> found = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
                String name = tree.getSimpleName().toString();
                boolean marked = tree.getKind() == Tree.Kind.INTERFACE
                        && MARKED_INTERFACE.matcher(name).matches();
                if (marked || EMPTY_WORD.matcher(name).matches()) {
                    found.add(file.violation(tree, name + " does not say what it is"));
                }
                return super.visitClass(tree, null);
            }
        }.scan(file.unit(), null);
        return found;
    }
}
