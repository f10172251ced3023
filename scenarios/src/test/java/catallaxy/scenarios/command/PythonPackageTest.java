package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import catallaxy.scenarios.ShellWord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests of the Python package, run by the first {@code python3} on PATH that is 3.9 or newer and has NumPy, against the classes of
 * this test, with their long ones where Maven runs with {@code -Dlong}. Where there is none they are skipped.
 */
final class PythonPackageTest {
    private static final Path PACKAGE = Path.of(System.getProperty("catallaxy.root"), "python");
    private static final String ABLE = "import sys, numpy; sys.exit(sys.version_info < (3, 9))";
    private static final boolean LONG = System.getProperty("long") != null;
    private static final int LIMIT_MINUTES = LONG ? 30 : 10;
    /** Programs that share the tests of the package out between them. */
    private static final int SHARES = 2;

    private static final Pattern RAN = Pattern.compile("Ran (\\d+) tests");

    @TempDir
    static Path packed;

    private static List<String> program = List.of();

    @TempDir
    Path folder;

    private Path python = Path.of("python3");

    @BeforeAll
    static void packs() throws IOException, InterruptedException {
        if (able().isPresent()) {
            program = PackedProgram.in(packed.resolve("program")).words();
        }
    }

    @BeforeEach
    void findPython() throws IOException, InterruptedException {
        Optional<Path> found = able();
        assumeThat(found)
                .as("no python3 of version 3.9 or newer with NumPy on PATH: the Python package is not tested here")
                .isPresent();
        python = found.orElseThrow();
    }

    @Test
    void theTestsOfThePackagePass() throws IOException, InterruptedException {
        int ran = 0;
        for (Tested tested : tested(PACKAGE, shares())) {
            assertThat(tested.code()).as(tested.said()).isZero();
            Matcher number = RAN.matcher(tested.said());
            assertThat(number.find()).as(tested.said()).isTrue();
            ran += Integer.parseInt(number.group(1));
        }
        assertThat(ran).isGreaterThanOrEqualTo(70);
    }

    /** The modules of tests, every other one to each. */
    private static List<List<String>> shares() throws IOException {
        List<List<String>> shares = new ArrayList<>();
        for (int share = 0; share < SHARES; share++) {
            shares.add(new ArrayList<>());
        }
        try (Stream<Path> files = Files.list(PACKAGE.resolve("tests"))) {
            List<String> modules = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("test_") && name.endsWith(".py"))
                    .sorted()
                    .map(name -> "tests." + name.substring(0, name.length() - ".py".length()))
                    .toList();
            for (int i = 0; i < modules.size(); i++) {
                shares.get(i % SHARES).add(modules.get(i));
            }
        }
        return shares;
    }

    @Test
    void aTestThatFailsIsSeen() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(folder.resolve("tests/__init__.py"), "");
        Files.writeString(folder.resolve("tests/test_planted.py"), """
                import unittest, catallaxy

                class PlantedTest(unittest.TestCase):
                    def test_a_scenario_that_is_not_there(self):
                        catallaxy.run("two-chians")
                """);
        Tested tested = tested(folder, List.of(List.of())).getFirst();
        assertThat(tested.code()).isNotZero();
        assertThat(tested.said())
                .contains("FAILED (errors=1)", "UsageError: no such scenario: two-chians; did you mean two-chains?");
    }

    /** What the tests in a folder came to. */
    private record Tested(int code, String said) {}

    /** What programs come to that run these modules at the same time; all there are where none are named. */
    private List<Tested> tested(Path tests, List<List<String>> shares) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        try {
            for (List<String> modules : shares) {
                processes.add(begin(tests, modules, log(processes.size())));
            }
            List<Tested> results = new ArrayList<>();
            for (Process process : processes) {
                boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
                String late = ended ? "" : "they took more than " + LIMIT_MINUTES + " minutes: ";
                String said = Files.readString(log(results.size()));
                results.add(new Tested(ended ? process.exitValue() : -1, late + said));
            }
            return results;
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private Path log(int share) {
        return folder.resolve("log-" + share);
    }

    private Process begin(Path tests, List<String> modules, Path log) throws IOException {
        List<String> words = new ArrayList<>(List.of(python.toString(), "-m", "unittest"));
        words.addAll(modules);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(tests.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "CATALLAXY_COMMAND",
                        ShellWord.line(program),
                        "PYTHONPATH",
                        PACKAGE.toString(),
                        "PYTHONDONTWRITEBYTECODE",
                        "1",
                        "OPENBLAS_NUM_THREADS",
                        "1",
                        "CATALLAXY_LONG",
                        LONG ? "1" : ""));
        return builder.start();
    }

    private static Optional<Path> able() throws IOException, InterruptedException {
        List<Path> all = Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .map(place -> Path.of(place, "python3"))
                .filter(Files::isExecutable)
                .toList();
        for (Path each : all) {
            Process asked = new ProcessBuilder(each.toString(), "-c", ABLE)
                    .redirectErrorStream(true)
                    .start();
            asked.getInputStream().readAllBytes();
            if (asked.waitFor() == 0) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
