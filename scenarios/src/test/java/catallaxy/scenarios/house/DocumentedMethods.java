package catallaxy.scenarios.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Each public method and constructor that a caller from outside can reach says in a sentence what it is or gives. What
 * overrides another method has that one's words, and a record's compact constructor has the record's.
 */
final class DocumentedMethods implements SourceRule {
    private static final Set<Tree.Kind> INTERFACES = Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private final Predicate<SourceFile> scope;

    DocumentedMethods(Predicate<SourceFile> scope) {
        this.scope = scope;
    }

    @Override
    public List<Violation> check(SourceFile file) {
        return scope.test(file)
                ? methods(file)
                        .filter(path -> !isExplained(file.documentation(path)))
                        .map(path -> file.violation(path.getLeaf(), named(path) + ", public, without documentation"))
                        .toList()
                : List.of();
    }

    /** The public methods and constructors of the file that need words of their own. */
    static Stream<TreePath> methods(SourceFile file) {
        TreePath unit = new TreePath(file.unit());
        return file.unit().getTypeDecls().stream()
                .filter(type -> type instanceof ClassTree declared && isPublic(declared, false))
                .flatMap(type -> methods(file, new TreePath(unit, type)));
    }

    private static Stream<TreePath> methods(SourceFile file, TreePath type) {
        ClassTree owner = (ClassTree) type.getLeaf();
        boolean always = INTERFACES.contains(owner.getKind());
        return owner.getMembers().stream().flatMap(member -> switch (member) {
            case ClassTree inner when isPublic(inner, always) -> methods(file, new TreePath(type, inner));
            case MethodTree method
            when isPublic(method, always) && needsWords(file, owner, method) -> Stream.of(new TreePath(type, method));
            default -> Stream.empty();
        });
    }

    private static boolean needsWords(SourceFile file, ClassTree owner, MethodTree method) {
        boolean compact = owner.getKind() == Tree.Kind.RECORD && file.isCompactConstructor(method);
        return !compact && !file.isImplicit(method) && !overrides(method);
    }

    private static boolean overrides(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .anyMatch(type -> type.toString().equals("Override"));
    }

    private static boolean isPublic(ClassTree type, boolean always) {
        return isPublic(type.getModifiers().getFlags(), always);
    }

    private static boolean isPublic(MethodTree method, boolean always) {
        return isPublic(method.getModifiers().getFlags(), always);
    }

    /** Members of an interface are public unless they say otherwise. */
    private static boolean isPublic(Set<Modifier> flags, boolean always) {
        return flags.contains(Modifier.PUBLIC) || (always && !flags.contains(Modifier.PRIVATE));
    }

    /** A sentence, not only tags of parameters. */
    private static boolean isExplained(String documentation) {
        return !documentation.isBlank() && !documentation.strip().startsWith("@");
    }

    private static String named(TreePath method) {
        String type =
                ((ClassTree) method.getParentPath().getLeaf()).getSimpleName().toString();
        String name = ((MethodTree) method.getLeaf()).getName().toString();
        return name.equals("<init>") ? "constructor of " + type : type + "." + name;
    }
}
