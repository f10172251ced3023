package catallaxy.scenarios.house;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The JDK's own parser over source text. */
final class SourceParser {
    private SourceParser() {}

    /** Parses files, given as text by path. Text that is not Java throws. */
    static List<SourceFile> parse(Map<String, String> textByPath) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavacTask task = task(textByPath, problems);
        List<SourceFile> files = new ArrayList<>();
        DocTrees trees = DocTrees.instance(task);
        for (CompilationUnitTree unit : units(task)) {
            String path = unit.getSourceFile().toUri().getPath().substring(1);
            files.add(new SourceFile(path, requireNonNull(textByPath.get(path)), unit, trees));
        }
        if (!problems.getDiagnostics().isEmpty()) {
            throw new IllegalArgumentException(problems.getDiagnostics().toString());
        }
        return files;
    }

    /** Parses one planted text. */
    static SourceFile parse(String path, String text) {
        return parse(Map.of(path, text)).getFirst();
    }

    /** Whether the text would stand as statements in a method. */
    static boolean isStatements(String text) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        units(task(Map.of("Probe.java", "class Probe { void probe() { " + text + " } }"), problems));
        return problems.getDiagnostics().isEmpty();
    }

    private static JavacTask task(Map<String, String> textByPath, DiagnosticCollector<JavaFileObject> problems) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<SourceText> texts = textByPath.entrySet().stream()
                .map(entry -> new SourceText(entry.getKey(), entry.getValue()))
                .toList();
        return (JavacTask) compiler.getTask(null, null, problems, List.of("-proc:none"), null, texts);
    }

    private static Iterable<? extends CompilationUnitTree> units(JavacTask task) {
        try {
            return task.parse();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class SourceText extends SimpleJavaFileObject {
        private final String text;

        SourceText(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
