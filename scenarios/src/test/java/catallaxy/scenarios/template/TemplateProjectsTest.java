package catallaxy.scenarios.template;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.role.RoleKinds;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project for every role that is registered, of the house or not: its code compiles against what the program publishes, and its
 * tests pass, which run its scenario shortened.
 */
class TemplateProjectsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("catallaxy.root", "..")).toAbsolutePath().normalize();
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    static Path work;

    @BeforeAll
    static void makeAProjectForEveryRole() throws IOException {
        for (String role : RoleKinds.registered().names()) {
            Project.of(
                            new Project.Wish("agent", "my-" + role, role, "org.mine." + role.replace('-', '_')),
                            new Project.ForProgram(ROOT, "1", List.of()))
                    .write(work.resolve("my-" + role));
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(work)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** The tests look for their scenario where they are started, as Maven starts them in the project's folder. */
    @Test
    void compilesAndPassesItsTestsInItsScenario() throws Exception {
        List<String> javac = new ArrayList<>(List.of(
                "-proc:none",
                "-Xlint:all,-classfile,-path",
                "-Werror",
                "-d",
                work.resolve("out").toString(),
                "-cp",
                CLASS_PATH));
        files(".java").forEach(file -> javac.add(file.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, javac.toArray(String[]::new)))
                .isZero();
        for (Path scenario : files(".conf")) {
            Files.copy(scenario, work.resolve(scenario.getFileName()));
        }
        String printed = tests();
        int roles = RoleKinds.registered().names().size();
        assertThat(roles).isGreaterThanOrEqualTo(6);
        assertThat(printed).containsPattern("tests (1[89]|[2-9][0-9]) failed 0\\R");
    }

    private static String tests() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dcatallaxy.root=" + ROOT,
                "-cp",
                work.resolve("out") + File.pathSeparator + CLASS_PATH,
                JUnitRun.class.getName()));
        for (String role : RoleKinds.registered().names()) {
            command.add("org.mine." + role.replace('-', '_') + "."
                    + ProjectName.of("my-" + role).className() + "Test");
        }
        Process process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    @Test
    void nothingIsLeftToBeFilledIn() throws IOException {
        for (String ending : List.of(".java", ".conf", "pom.xml", "README.md", "run")) {
            assertThat(files(ending)).hasSizeGreaterThanOrEqualTo(6);
            for (Path file : files(ending)) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("@[a-z]+@");
            }
        }
        assertThat(files("/run")).allMatch(Files::isExecutable);
        assertThat(Files.readString(work.resolve("my-trader/pom.xml")))
                .contains("<catallaxy.home>" + ROOT + "</catallaxy.home>")
                .contains("<artifactId>my-trader</artifactId>");
        assertThat(Files.readAllLines(work.resolve("my-trader/README.md"))).hasSize(5);
    }

    /** The versions that a project's pom states are those of the program's own. */
    @Test
    void testsWithTheLibrariesOfTheProgram() throws IOException {
        String pom = Files.readString(work.resolve("my-trader/pom.xml"));
        String own = Files.readString(ROOT.resolve("pom.xml"));
        for (String property : List.of("akka", "junit", "assertj")) {
            String version = own.replaceFirst("(?s).*<" + property + "\\.version>(.*?)</.*", "$1");
            assertThat(pom).as(property).contains("<version>" + version + "</version>");
        }
        for (String plugin : List.of("toolchains", "compiler", "surefire", "resources", "jar")) {
            String version = own.replaceFirst(
                    "(?s).*<artifactId>maven-" + plugin + "-plugin</artifactId>\\s*<version>(.*?)</.*", "$1");
            assertThat(pom)
                    .as(plugin)
                    .contains("-" + plugin + "-plugin</artifactId>\n        <version>" + version + "<");
        }
    }
}
