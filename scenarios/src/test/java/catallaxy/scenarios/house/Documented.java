package catallaxy.scenarios.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Each public type of the main sources says in its documentation what it is. */
final class Documented implements SourceRule {
    @Override
    public List<Violation> check(SourceFile file) {
        return file.unit().getTypeDecls().stream()
                .filter(type -> file.isMain() && isPublic(type))
                .filter(type -> file.documentation(new TreePath(new TreePath(file.unit()), type))
                        .isBlank())
                .map(type -> file.violation(type, "a public type without documentation"))
                .toList();
    }

    private static boolean isPublic(Tree type) {
        return type instanceof ClassTree declared
                && declared.getModifiers().getFlags().contains(Modifier.PUBLIC);
    }
}
