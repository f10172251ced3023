package catallaxy.scenarios.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.util.BitSet;
import java.util.List;

/** A parsed Java source file: its tree, its lines of code and its comments. */
final class SourceFile {
    private final String path;
    private final String text;
    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final List<Comment> comments;
    private final BitSet codeLines = new BitSet();

    SourceFile(String path, String text, CompilationUnitTree unit, DocTrees trees) {
        this.path = path;
        this.text = text;
        this.unit = unit;
        this.trees = trees;
        CommentScanner scanner = new CommentScanner(text);
        this.comments = scanner.comments();
        String[] lines = scanner.code().split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            codeLines.set(line + 1, !lines[line].isBlank());
        }
    }

    /** The path from the repository's root, with slashes. */
    String path() {
        return path;
    }

    CompilationUnitTree unit() {
        return unit;
    }

    List<Comment> comments() {
        return comments;
    }

    boolean isMain() {
        return path.contains("src/main/java/");
    }

    /** The package's name; empty for the unnamed package. */
    String packageName() {
        return unit.getPackage() == null
                ? ""
                : unit.getPackage().getPackageName().toString();
    }

    /** How many lines hold code: not blank, not only a comment. */
    int codeLineCount() {
        return codeLines.cardinality();
    }

    /** How many lines of the tree hold code, from its first line to its last. */
    int codeLineCount(Tree tree) {
        int first = (int) line(tree);
        int last =
                (int) unit.getLineMap().getLineNumber(trees.getSourcePositions().getEndPosition(unit, tree));
        return codeLines.get(first, last + 1).cardinality();
    }

    /** The first line of the tree, from one. */
    long line(Tree tree) {
        long position = trees.getSourcePositions().getStartPosition(unit, tree);
        return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
    }

    /** The documentation of the declaration; empty where there is none. */
    String documentation(TreePath declaration) {
        String comment = trees.getDocComment(declaration);
        return comment == null ? "" : comment;
    }

    /** Whether the parser made this tree up, as it does for default constructors. */
    boolean isImplicit(Tree tree) {
        return trees.getSourcePositions().getEndPosition(unit, tree) < 0;
    }

    /** Whether the constructor is written without its parameters, as records may. */
    boolean isCompactConstructor(MethodTree method) {
        SourcePositions positions = trees.getSourcePositions();
        if (!method.getName().contentEquals("<init>") || method.getBody() == null) {
            return false;
        }
        long afterModifiers = Math.max(
                positions.getEndPosition(unit, method.getModifiers()), positions.getStartPosition(unit, method));
        long body = positions.getStartPosition(unit, method.getBody());
        return text.substring((int) afterModifiers, (int) body).indexOf('(') < 0;
    }

    Violation violation(Tree where, String what) {
        return new Violation(path, line(where), what);
    }
}
