package catallaxy.scenarios.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the whole repository and holds it to its rules. */
final class RepositoryTest {
    private static final double SHORT_SHARE = 0.75;
    private static final int SHORT_LINES = 10;

    static List<HouseRules.Named> rules() {
        return HouseRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everySourceKeeps(HouseRules.Named rule) {
        List<Violation> found = Repository.sources().stream()
                .flatMap(file -> rule.rule().check(file).stream())
                .toList();
        assertThat(found).isEmpty();
    }

    @Test
    void mostMethodsAreShort() {
        List<MethodLength.Method> methods = Repository.sources().stream()
                .filter(SourceFile::isMain)
                .flatMap(file -> MethodLength.methods(file).stream())
                .toList();
        long brief =
                methods.stream().filter(method -> method.lines() <= SHORT_LINES).count();
        assertThat(brief / (double) methods.size())
                .as("share of %d methods with at most %d lines", methods.size(), SHORT_LINES)
                .isGreaterThanOrEqualTo(SHORT_SHARE);
    }

    @Test
    void everyPackageIsNullMarkedAndExplained() {
        assertThat(unmarkedPackages(Repository.sources())).isEmpty();
    }

    @Test
    void everyTypeHasASimpleNameOfItsOwn() {
        assertThat(SimpleNames.check(Repository.sources())).isEmpty();
    }

    @Test
    void noTextHasTabsOrMachinePaths() {
        List<Violation> found = Repository.texts().entrySet().stream()
                .flatMap(file -> TextRules.check(file.getKey(), file.getValue()).stream())
                .toList();
        assertThat(found).isEmpty();
    }

    @Test
    void everyPythonFileKeepsItsRules() {
        List<Violation> found = Repository.python().entrySet().stream()
                .flatMap(file -> PythonRules.check(file.getKey(), file.getValue()).stream())
                .toList();
        assertThat(found).isEmpty();
    }

    @Test
    void theRepositoryWasReallyRead() {
        assertThat(Repository.texts()).containsKeys("pom.xml", "catallaxy", "README.md", ".ci/run");
        assertThat(Repository.sources()).hasSizeGreaterThan(20);
        assertThat(Repository.python()).containsKey("python/catallaxy/_program.py");
    }

    /** The packages without a package-info that says {@code @NullMarked} and has a comment. */
    static Set<String> unmarkedPackages(List<SourceFile> sources) {
        Set<String> packages = new TreeSet<>();
        sources.forEach(file -> packages.add(file.packageName()));
        sources.stream().filter(RepositoryTest::marksItsPackage).forEach(file -> packages.remove(file.packageName()));
        return packages;
    }

    private static boolean marksItsPackage(SourceFile file) {
        return file.path().endsWith("/package-info.java")
                && file.comments().stream().anyMatch(Comment::isDocumentation)
                && file.unit().getPackageAnnotations().stream()
                        .map(AnnotationTree::getAnnotationType)
                        .anyMatch(type -> type.toString().endsWith("NullMarked"));
    }
}
