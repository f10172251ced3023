package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import catallaxy.scenarios.command.FakeCheckout.Launch;
import catallaxy.scenarios.command.FakeCheckout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script against a fake JDK and a fake Maven; paths have blanks and there is no HOME. */
final class LauncherTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("catallaxy.root"), "catallaxy");

    @TempDir
    Path folder;

    private FakeCheckout checkout;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the launcher needs bash");
        checkout = new FakeCheckout(folder, LAUNCHER);
    }

    @Test
    void firstUseBuildsAndSaysSoOnStandardError() throws Exception {
        Outcome outcome = checkout.launch("doctor");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err().lines()).singleElement().asString().contains("building with JDK 25");
        assertThat(outcome.arguments()).containsExactly("doctor");
        assertThat(checkout.builds()).isOne();
    }

    @Test
    void secondUseStartsAtOnce() throws Exception {
        checkout.launch("doctor");
        assertThat(checkout.launch("doctor").err()).isEmpty();
        assertThat(checkout.builds()).isOne();
    }

    @Test
    void changedAddedAndRemovedSourcesBuildAgain() throws Exception {
        checkout.launch("doctor");
        checkout.write("environment/market/src/main/java/Pool.java", "class Pool { }");
        checkout.launch("doctor");
        Path added = checkout.write("environment/market/src/main/java/Book.java", "class Book {}");
        checkout.launch("doctor");
        Files.delete(added);
        checkout.launch("doctor");
        checkout.write("pom.xml", "<project />");
        checkout.launch("doctor");
        assertThat(checkout.builds()).isEqualTo(5);
    }

    @Test
    void changedTestsScenariosAndPythonDoNotBuild() throws Exception {
        checkout.write("scenarios/src/test/java/PoolTest.java", "class PoolTest {}");
        checkout.launch("doctor");
        checkout.write("scenarios/src/test/java/PoolTest.java", "class PoolTest { }");
        checkout.write("scenarios/two-chains.conf", "");
        checkout.write("python/catallaxy/_runs.py", "");
        checkout.write("python/pyproject.toml", "");
        checkout.launch("doctor");
        assertThat(checkout.builds()).isOne();
    }

    @Test
    void brokenSourceShowsTheEndOfTheLogAndIsBuiltAgain() throws Exception {
        Files.writeString(checkout.file("broken"), "");
        Outcome outcome = checkout.launch("doctor");
        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.err())
                .contains("error: the build failed")
                .contains("';' expected")
                .doesNotContain("noise");
        assertThat(outcome.out()).isEmpty();
        Files.delete(checkout.file("broken"));
        assertThat(checkout.launch("doctor").exitCode()).isZero();
    }

    @Test
    void twoLaunchersBuildOnce() throws Exception {
        Files.writeString(checkout.file("slow"), "");
        Launch first = checkout.start(Map.of(), "first");
        Launch second = checkout.start(Map.of(), "second");
        while (!Files.readString(first.errors()).contains("another launcher")
                && !Files.readString(second.errors()).contains("another launcher")) {
            Thread.onSpinWait();
        }
        Files.delete(checkout.file("slow"));
        assertThat(first.finish().arguments()).containsExactly("first");
        assertThat(second.finish().arguments()).containsExactly("second");
        assertThat(checkout.builds()).isOne();
    }

    @Test
    void argumentsAndExitCodePassUnchanged() throws Exception {
        Outcome outcome = checkout.launch("run", "a b", "", "x=*", "fail");
        assertThat(outcome.arguments()).containsExactly("run", "a b", "", "x=*", "fail");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void ownAgentsJoinTheClassPath() throws Exception {
        String separate =
                checkout.launch("run", "x.conf", "--classpath", "my agent.jar").classPath();
        String joined = checkout.launch("run", "--classpath=one.jar:two.jar").classPath();
        assertThat(separate).contains("library.jar").endsWith(":my agent.jar");
        assertThat(joined).endsWith(":one.jar:two.jar");
    }

    @Test
    void aSignalReachesTheProgram() throws Exception {
        checkout.launch("doctor");
        Launch launch = checkout.start(Map.of(), "wait");
        while (launch.process().info().command().orElse("").contains("bash")) {
            Thread.onSpinWait();
        }
        launch.process().destroy();
        assertThat(launch.finish().exitCode()).isEqualTo(128 + 15);
    }

    @Test
    void aSymbolicLinkFromElsewhereWorks() throws Exception {
        Files.createSymbolicLink(checkout.file("bin/link"), Path.of("../a checkout/catallaxy"));
        Outcome outcome = checkout.start(
                        Map.of(), List.of(checkout.file("bin/link").toString(), "doctor"))
                .finish();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("-Dcatallaxy.root=" + checkout.root().toRealPath());
    }

    @Test
    void aRunningProgramKeepsItsJarsWhenAnotherBuildFollows() throws Exception {
        String before = checkout.launch("doctor").classPath();
        checkout.write("pom.xml", "<project />");
        String after = checkout.launch("doctor").classPath();
        assertThat(after).isNotEqualTo(before);
        assertThat(Path.of(before.substring(0, before.indexOf(':')))).exists();
    }

    @Test
    void anOlderJavaHomeIsPassedOver() throws Exception {
        Path old = checkout.jdk("old", "17.0.2");
        Map<String, String> environment =
                Map.of("JAVA_HOME", old.toString(), "PATH", path("jdk/bin", "bin") + ":/usr/bin:/bin");
        assertThat(checkout.launch(environment, "doctor").err()).contains("building with JDK 25");
    }

    @Test
    void noJdkIsAClearMessage() throws Exception {
        Path launcher = checkout.root().resolve("catallaxy");
        Files.writeString(launcher, Files.readString(launcher).replace("needed_java=25", "needed_java=99"));
        Outcome outcome = checkout.launch("doctor");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines()).singleElement().asString().startsWith("error: Catallaxy needs a JDK 99");
        assertThat(outcome.err()).contains("jdk (25)");
    }

    @Test
    void noMavenIsAClearMessage() throws Exception {
        Files.delete(checkout.file("bin/mvn"));
        for (String tool : List.of("find", "flock", "mkdir", "dirname", "readlink")) {
            checkout.lend(tool);
        }
        Outcome outcome = checkout.start(
                        Map.of("PATH", path("bin")), List.of("/bin/bash", "a checkout/catallaxy", "doctor"))
                .finish();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("error: ").contains("Maven (mvn) is not on PATH");
    }

    @Test
    void aCheckoutThatCannotBeWrittenIsAClearMessage() throws Exception {
        checkout.write("scenarios/target", "a file where the build needs a folder");
        Outcome outcome = checkout.launch("doctor");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("error: cannot build").contains("is not writable");
    }

    @Test
    void theProgramHasAUtf8LocaleWhateverTheUsers() throws Exception {
        checkout.launch("doctor");
        for (Map<String, String> locale : List.of(
                Map.<String, String>of(),
                Map.of("LC_ALL", "C"),
                Map.of("LC_ALL", "POSIX"),
                Map.of("LANG", "C"),
                Map.of("LC_CTYPE", "C", "LANG", "C.UTF-8"))) {
            String found = checkout.launch(locale, "locale").out().getLast();
            assertThat(found).as(locale.toString()).matches("locale (C|en_US)[.](UTF-8|utf8)");
        }
    }

    @Test
    void theClassPathIsOrderedAlikeInEveryLocale() throws Exception {
        checkout.launch("doctor");
        String before = checkout.launch(Map.of("LC_ALL", "C"), "doctor").classPath();
        assertThat(checkout.launch(Map.of("LANG", "C.UTF-8"), "doctor").classPath())
                .isEqualTo(before);
    }

    @Test
    void umlautsInTheCheckoutsPathAndInArgumentsPass() throws Exception {
        Path moved = checkout.file("möved & chäcked");
        checkout.launch("doctor");
        Files.createSymbolicLink(moved, checkout.root());
        for (String locale : List.of("C", "POSIX", "C.UTF-8")) {
            Outcome outcome = checkout.start(
                            Map.of("LC_ALL", locale),
                            List.of("/bin/bash", "-c", "exec \"$FAKE\"/m*/catallaxy run ausg$'\\303\\244'ng"))
                    .finish();
            assertThat(outcome.arguments()).as(locale).containsExactly("run", "ausgäng");
        }
    }

    @Test
    void questionsStartFromTheirOwnCacheWithOneCompiler() throws Exception {
        checkout.launch("doctor");
        for (List<String> question : List.of(
                List.<String>of(),
                List.of("--help"),
                List.of("-V"),
                List.of("run", "--help"),
                List.of("list", "agents"),
                List.of("validate", "x"))) {
            assertThat(checkout.launch(question.toArray(new String[0])).out())
                    .as(question.toString())
                    .anyMatch(option -> option.endsWith("/question.aot"))
                    .contains("-XX:TieredStopAtLevel=1");
        }
        for (List<String> work : List.of(
                List.of("run", "x"), List.of("run", "x", "--out", "my --help"), List.of("bench"), List.of("replay"))) {
            assertThat(checkout.launch(work.toArray(new String[0])).out())
                    .as(work.toString())
                    .anyMatch(option -> option.endsWith("/program.aot"))
                    .noneMatch(option -> option.contains("TieredStopAtLevel"));
        }
    }

    @Test
    void whatIsOverSoonHasOneCompiler() throws Exception {
        checkout.launch("doctor");
        for (String brief : List.of("report", "diff")) {
            assertThat(checkout.launch(brief).out())
                    .as(brief)
                    .anyMatch(option -> option.endsWith("/program.aot"))
                    .contains("-XX:TieredStopAtLevel=1");
        }
        checkout.cores(1);
        assertThat(checkout.launch("run", "x").out()).contains("-XX:TieredStopAtLevel=1");
        assertThat(checkout.launch("train", "x").out()).noneMatch(option -> option.contains("TieredStopAtLevel"));
        assertThat(checkout.launch(Map.of("CATALLAXY_JVM_OPTIONS", "-XX:TieredStopAtLevel=4"), "run", "x")
                        .out())
                .as("the user's come last")
                .containsSubsequence("-XX:TieredStopAtLevel=1", "-XX:TieredStopAtLevel=4");
    }

    @Test
    void aColonInTheCheckoutsPathIsAClearMessage() throws Exception {
        Path colon = Files.createDirectory(checkout.file("a:b"));
        Path launcher = Files.copy(checkout.root().resolve("catallaxy"), colon.resolve("catallaxy"));
        Outcome outcome = checkout.start(Map.of(), List.of("/bin/bash", launcher.toString(), "doctor"))
                .finish();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines()).singleElement().asString().contains("a colon parts the entries");
    }

    private String path(String... names) {
        return String.join(
                ":",
                List.of(names).stream()
                        .map(name -> folder.resolve(name).toString())
                        .toList());
    }
}
