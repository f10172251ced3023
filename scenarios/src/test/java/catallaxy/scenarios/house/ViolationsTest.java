package catallaxy.scenarios.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Negative controls: each rule sees a planted fault, and leaves what is right alone. */
final class ViolationsTest {
    private static final String ENGINE = "environment/market/src/main/java/catallaxy/environment/market/Planted.java";

    @Test
    void longFileIsSeen() {
        String text = "class Planted {\n" + "int x;\n".repeat(249) + "}\n";
        assertThat(check(HouseRules.FILE_LENGTH, text))
                .singleElement()
                .hasToString(ENGINE + ":1: 251 lines of code, at most 250");
        assertThat(check(HouseRules.FILE_LENGTH, "/** The algorithm of Myers. */\n" + text))
                .isEmpty();
        assertThat(check(HouseRules.FILE_LENGTH, "// why\n".repeat(300) + "class Planted {}"))
                .isEmpty();
    }

    @Test
    void longMethodIsSeen() {
        String body = "void m() {\n" + "count++;\n".repeat(39) + "}\n";
        assertThat(checkMember(HouseRules.METHOD_LENGTH, body)).hasSize(1);
        assertThat(checkMember(HouseRules.METHOD_LENGTH, "/** A numeric kernel. */\n" + body))
                .isEmpty();
        assertThat(checkMember(HouseRules.METHOD_LENGTH, body.replaceFirst("count", "// count")))
                .isEmpty();
    }

    @Test
    void commentsInStringsAreCode() {
        SourceFile file = SourceParser.parse(ENGINE, "class Planted { String a = \"// no\"; /* yes */ }");
        assertThat(file.comments()).extracting(Comment::text).containsExactly("/* yes */");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OrderManager", "PriceHelper", "MathUtils", "BookImpl"})
    void emptyWordsAreSeen(String name) {
        assertThat(check(HouseRules.TYPE_NAMES, "class " + name + " {}")).hasSize(1);
    }

    @Test
    void markedInterfacesAreSeenAndRolesAreNot() {
        assertThat(check(HouseRules.TYPE_NAMES, "interface IBook {}")).hasSize(1);
        assertThat(check(HouseRules.TYPE_NAMES, "class RiskManager {} class Item {} interface Intent {}"))
                .isEmpty();
    }

    @Test
    void unexplainedTypeIsSeen() {
        assertThat(check(HouseRules.DOCUMENTED, "public class Planted {}")).hasSize(1);
        assertThat(check(HouseRules.DOCUMENTED, "/** A plant. */ public class Planted {}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class Planted { public int size() { return 0; } }",
                "public class Planted { /** @param size of it */ public Planted(int size) {} }",
                "public class Planted { // size\n public int size() { return 0; } }",
                "public interface Planted { int size(); }",
                "public interface Planted { record Inner(int a) { public Inner() { this(0); } } }",
                "public record Planted(int[] a) { public int[] a() { return a.clone(); } }",
                "public enum Planted { ONE; public static class Inner { public Inner(int a) {} } }"
            })
    void unexplainedMethodIsSeen(String type) {
        assertThat(checkDocumentedMethods(type)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class Planted { /** Elements. */ public int size() { return 0; } }",
                "public class Planted { /** {@return the elements} */ public int size() { return 0; } }",
                "public class Planted { @Override public int size() { return 0; } int a() { return 0; } }",
                "public interface Planted { private int size() { return 0; } }",
                "public record Planted(int a) { @SuppressWarnings(\"x\") public Planted { check(a); } }",
                "public enum Planted { ONE; Planted() {} }",
                "public class Planted { static class Inner { public int size() { return 0; } } }",
                "class Planted { public int size() { return 0; } }"
            })
    void explainedAndInheritedMethodsAreAllowed(String type) {
        assertThat(checkDocumentedMethods(type)).isEmpty();
    }

    @Test
    void methodsOfTestsNeedNoExplanation() {
        String path = "environment/base/src/test/java/catallaxy/environment/base/Planted.java";
        SourceFile file = SourceParser.parse(path, "public class Planted { public int size() { return 0; } }");
        assertThat(HouseRules.DOCUMENTED_METHODS.check(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"// TO" + "DO: later", "/* FIX" + "ME */", "// price = pool.price();", "/* if (x) { y(); } */"})
    void postponedWorkAndDeadCodeAreSeen(String comment) {
        assertThat(checkMember(HouseRules.COMMENTS, comment + "\n")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"// The pool rounds down (see the paper);", "// see below;", "/** {@code x = y(1);} */"})
    void explanationsAreNotDeadCode(String comment) {
        assertThat(checkMember(HouseRules.COMMENTS, comment + "\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.nanoTime()",
                "java.lang.System.currentTimeMillis()",
                "java.time.Instant.now()",
                "run(System::nanoTime)",
                "run(Clock.systemUTC())"
            })
    void clocksAreSeen(String expression) {
        assertThat(checkExpression(HouseRules.NO_CLOCK, expression)).isNotEmpty();
    }

    @Test
    void staticImportOfAClockIsSeen() {
        String text = "import static java.lang.System.nanoTime; class Planted { long t = nanoTime(); }";
        assertThat(check(HouseRules.NO_CLOCK, text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Math.random()",
                "new Random()",
                "new java.util.Random(1)",
                "ThreadLocalRandom.current()",
                "UUID.randomUUID()"
            })
    void ambientChanceIsSeen(String expression) {
        assertThat(checkExpression(HouseRules.NO_AMBIENT_CHANCE, expression)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new HashMap<String, String>()",
                "new java.util.HashSet<>()",
                "new IdentityHashMap<>()",
                "Map.of(1, 2)",
                "list.stream().collect(Collectors.toSet())",
                "run(HashMap::new)"
            })
    void hashOrderIsSeen(String expression) {
        assertThat(checkExpression(HouseRules.NO_HASH_ORDER, expression)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"new Thread(task)", "list.parallelStream()", "list.stream().parallel()"})
    void threadsAreSeen(String expression) {
        assertThat(checkExpression(HouseRules.NO_THREADS, expression)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Math.exp(x)", "Math.log(x)", "Math.pow(x, 2)", "java.lang.Math.cbrt(x)", "run(Math::sin)"})
    void inexactMathsIsSeen(String expression) {
        assertThat(checkExpression(HouseRules.NO_INEXACT_MATHS, expression)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"StrictMath.exp(x)", "Math.sqrt(x)", "Math.floorMod(x, 2)", "new LinkedHashMap<>()", "List.of()"
            })
    void exactAndOrderedThingsAreAllowed(String expression) {
        for (HouseRules.Named rule : HouseRules.all()) {
            assertThat(checkExpression(rule.rule(), expression)).as(rule.name()).isEmpty();
        }
    }

    @Test
    void engineRulesSpeakOfTheEngineOnly() {
        String path = "scenarios/src/main/java/catallaxy/scenarios/command/Planted.java";
        String text =
                "package catallaxy.scenarios.command; class Planted { Object o = new HashMap<>(System.nanoTime()); }";
        SourceFile file = SourceParser.parse(path, text);
        assertThat(HouseRules.NO_HASH_ORDER.check(file)).isEmpty();
        assertThat(HouseRules.NO_CLOCK.check(file)).isEmpty();
    }

    @Test
    void sleepIsSeen() {
        assertThat(checkMember(HouseRules.NO_SLEEP, "void m() { Thread.sleep(1); }"))
                .hasSize(1);
    }

    @Test
    void unmarkedPackageIsSeen() {
        SourceFile type = SourceParser.parse("a/A.java", "package a; class A {}");
        SourceFile bare = SourceParser.parse("a/package-info.java", "/** A. */ package a;");
        SourceFile marked = SourceParser.parse("a/package-info.java", "/** A. */ @NullMarked package a;");
        assertThat(RepositoryTest.unmarkedPackages(List.of(type, bare))).containsExactly("a");
        assertThat(RepositoryTest.unmarkedPackages(List.of(type, marked))).isEmpty();
    }

    @Test
    void sharedSimpleNameIsSeen() {
        SourceFile first = SourceParser.parse("m/src/main/java/a/Plan.java", "package a; record Plan() {}");
        SourceFile second = SourceParser.parse("m/src/main/java/b/Plan.java", "package b;\n\ninterface Plan {}");
        SourceFile test = SourceParser.parse("m/src/test/java/b/Plan.java", "package b; class Plan {}");
        SourceFile other = SourceParser.parse("m/src/main/java/b/Way.java", "package b; class Way { class Plan {} }");
        assertThat(SimpleNames.check(List.of(first, second)))
                .singleElement()
                .hasToString("m/src/main/java/b/Plan.java:3: the simple name of a.Plan");
        assertThat(SimpleNames.check(List.of(first, test, other))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "trailing ", "\"/" + "home/someone/x\"", "see /" + "tmp/x", "C:" + "\\Users"})
    void tabsAndMachinePathsAreSeen(String line) {
        assertThat(TextRules.check("README.md", line)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/home/x", "src/data/x", "/usr/lib/jvm", "plain"})
    void ordinaryTextIsAllowed(String line) {
        assertThat(TextRules.check("README.md", line)).isEmpty();
    }

    private static List<Violation> checkDocumentedMethods(String type) {
        String path = "environment/base/src/main/java/catallaxy/environment/base/Planted.java";
        return HouseRules.DOCUMENTED_METHODS.check(SourceParser.parse(path, type));
    }

    private static List<Violation> check(SourceRule rule, String text) {
        return rule.check(SourceParser.parse(ENGINE, "package catallaxy.environment.market; " + text));
    }

    private static List<Violation> checkMember(SourceRule rule, String member) {
        return check(rule, "class Planted {\nint count;\n" + member + "}\n");
    }

    private static List<Violation> checkExpression(SourceRule rule, String expression) {
        return checkMember(rule, "Object o = " + expression + ";\n");
    }
}
