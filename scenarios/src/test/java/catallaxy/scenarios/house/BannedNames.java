package catallaxy.scenarios.house;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Types and members that some sources must not name. A type is banned by its simple name, a member as
 * {@code Type.member}, a method of whatever receiver as {@code .member}.
 */
final class BannedNames implements SourceRule {
    private final Predicate<SourceFile> where;
    private final Set<String> names;
    private final String why;

    BannedNames(Predicate<SourceFile> where, Set<String> names, String why) {
        this.where = where;
        this.names = names;
        this.why = why;
    }

    @Override
    public List<Violation> check(SourceFile file) {
        if (!where.test(file)) {
            return List.of();
        }
        Finder finder = new Finder(file);
        finder.scan(file.unit(), null);
        return finder.found;
    }

    private final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final SourceFile file;
        private final List<Violation> found = new ArrayList<>();

        Finder(SourceFile file) {
            this.file = file;
        }

        @Override
        public @Nullable Void visitImport(ImportTree tree, @Nullable Void nothing) {
            return tree.isStatic() ? super.visitImport(tree, null) : null;
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
            check(tree, tree.getName().toString());
            return super.visitIdentifier(tree, null);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
            String member = tree.getIdentifier().toString();
            check(tree, lastName(tree.getExpression()) + "." + member);
            check(tree, "." + member);
            check(tree, member);
            return super.visitMemberSelect(tree, null);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
            check(tree, lastName(tree.getQualifierExpression()) + "." + tree.getName());
            check(tree, "." + tree.getName());
            return super.visitMemberReference(tree, null);
        }

        private void check(Tree tree, String name) {
            if (names.contains(name)) {
                found.add(file.violation(tree, name + ": " + why));
            }
        }

        private static String lastName(Tree expression) {
            String text = expression.toString();
            return text.substring(text.lastIndexOf('.') + 1);
        }
    }
}
