package catallaxy.scenarios.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One simple name, one type: whoever reads it knows which is meant, whatever is imported. */
final class SimpleNames {
    private SimpleNames() {}

    /** The top-level types of the main sources whose name an earlier one has already. */
    static List<Violation> check(List<SourceFile> sources) {
        Map<String, String> owners = new TreeMap<>();
        List<Violation> found = new ArrayList<>();
        for (SourceFile file : sources) {
            if (file.isMain()) {
                file.unit().getTypeDecls().forEach(type -> check(file, type, owners, found));
            }
        }
        return found;
    }

    private static void check(SourceFile file, Tree type, Map<String, String> owners, List<Violation> found) {
        if (type instanceof ClassTree declared) {
            String name = declared.getSimpleName().toString();
            String owner = owners.putIfAbsent(name, file.packageName());
            if (owner != null) {
                found.add(file.violation(type, "the simple name of " + owner + "." + name));
            }
        }
    }
}
