package catallaxy.scenarios.command;

import catallaxy.environment.base.check.NearestWord;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The module {@code benchmarks} of a checkout, which measures under JMH. It is built on demand, and this program neither has nor needs
 * it: it starts it in a process of its own.
 */
final class JmhModule {
    /** Builds the module, from the checkout's root. */
    static final String BUILD = "mvn -B -Pjmh -pl benchmarks -am package -Dmaven.test.skip=true";

    private static final String PACKAGE = "catallaxy.benchmarks";
    private static final String SUFFIX = "Bench";

    private final Path built;

    /** @param root of the checkout */
    JmhModule(Path root) {
        built = root.resolve("benchmarks").resolve("target");
    }

    /** The name on the command line of what a class measures: {@code order-book} of {@code OrderBookBench}. */
    static String name(String type) {
        String noun = type.endsWith(SUFFIX) ? type.substring(0, type.length() - SUFFIX.length()) : type;
        return noun.replaceAll("(?<=[a-z0-9])(?=[A-Z][a-z])", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * What the names choose, of no names all: a regular expression for JMH.
     *
     * @throws UserError if the module is not built, or one of the names is of none of its benchmarks
     */
    String pattern(List<String> names) {
        List<String> types = types();
        for (String name : names) {
            if (types.stream().noneMatch(type -> name(type).equals(name))) {
                throw UserError.usage("unknown JMH benchmark: " + name
                        + NearestWord.question(name, types.stream().map(JmhModule::name)) + "\nthere are: "
                        + types.stream().map(JmhModule::name).collect(Collectors.joining(", ")));
            }
        }
        return types.stream()
                .filter(type -> names.isEmpty() || names.contains(name(type)))
                .collect(Collectors.joining("|", "^" + PACKAGE.replace(".", "\\.") + "\\.(", ")\\."));
    }

    private List<String> types() {
        Path folder = built.resolve("classes").resolve(PACKAGE.replace('.', '/'));
        if (!Files.isDirectory(folder) || !Files.isDirectory(built.resolve("lib"))) {
            throw UserError.usage("the JMH benchmarks are not built; in "
                    + built.resolveSibling("..").normalize() + ": " + BUILD);
        }
        return fileNames(folder, SUFFIX + ".class").stream()
                .map(file -> file.substring(0, file.lastIndexOf('.')))
                .toList();
    }

    private static List<String> fileNames(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The command line that measures with the program as it is here, whose JVM options JMH hands on; its caches would be of other classes. */
    List<String> commandLine(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-XX:AOTCache"))
                .forEach(command::add);
        command.addAll(List.of("-cp", classPath(), "org.openjdk.jmh.Main"));
        command.addAll(arguments);
        return command;
    }

    private String classPath() {
        Stream<String> module = Stream.concat(
                        Stream.of(built.resolve("classes")),
                        fileNames(built.resolve("lib"), ".jar").stream().map(built.resolve("lib")::resolve))
                .map(Path::toString);
        return Stream.concat(module, Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }
}
