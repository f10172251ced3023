package catallaxy.environment.base.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public final class RegistryTest {
    private static final String FILE = "META-INF/services/" + Shape.class.getName();
    private static final String HERE = RegistryTest.class.getName() + "$";

    @TempDir
    Path work;

    /** A sort of kinds. */
    public interface Shape extends Named {}

    /** A kind. */
    public static final class Circle implements Shape {
        @Override
        public String name() {
            return "circle";
        }
    }

    /** A kind whose name comes before that of the other. */
    public static final class Arc implements Shape {
        @Override
        public String name() {
            return "arc";
        }
    }

    /** A kind with the name of another. */
    public static final class Ring implements Shape {
        @Override
        public String name() {
            return "circle";
        }
    }

    /** A kind with a name that no scenario can write. */
    public static final class Odd implements Shape {
        @Override
        public String name() {
            return "Odd shape";
        }
    }

    /** A kind that has no constructor without arguments. */
    public static final class Sized implements Shape {
        /** Of a size. */
        public Sized(int size) {
            assertThat(size).isPositive();
        }

        @Override
        public String name() {
            return "sized";
        }
    }

    /** A kind that cannot be made. */
    public static final class Broken implements Shape {
        /** Throws. */
        public Broken() {
            throw new IllegalStateException("no ruler");
        }

        @Override
        public String name() {
            return "broken";
        }
    }

    /** A kind whose class cannot be set up. */
    public static final class Unset implements Shape {
        static final int SIDES = Integer.parseInt("three");

        @Override
        public String name() {
            return "unset-" + SIDES;
        }
    }

    static final class Hidden implements Shape {
        @Override
        public String name() {
            return "hidden";
        }
    }

    /** A kind that leaves its name open. */
    public abstract static class Open implements Shape {}

    /** Something else than a kind. */
    public static final class Colour {}

    private Path folder(String name, String lines) throws IOException {
        Path file = work.resolve(name).resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
        return work.resolve(name);
    }

    private Path jar(String name, String lines) throws IOException {
        Path jar = work.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(FILE));
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Registry<Shape> registered(Path... classPath) throws IOException {
        URL[] urls = List.of(classPath).stream().map(RegistryTest::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, RegistryTest.class.getClassLoader())) {
            return Registry.registered(Shape.class, loader);
        }
    }

    @Test
    void theLinesOfAllFilesAreRegisteredByNameAndEachClassOnce() throws IOException {
        Path own = folder("own", "# shapes\n\n  " + HERE + "Circle # round\n" + HERE + "Circle\n");
        Registry<Shape> shapes = registered(own, jar("more.jar", HERE + "Arc\n" + HERE + "Circle"));
        assertThat(shapes.names()).containsExactly("arc", "circle");
        assertThat(shapes.all()).hasExactlyElementsOfTypes(Arc.class, Circle.class);
        assertThat(shapes.kind("circle")).containsInstanceOf(Circle.class);
        assertThat(shapes.kind("square")).isEmpty();
    }

    @Test
    void withoutAFileThereIsNone() throws IOException {
        assertThat(registered().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Square  | expected a class on the class path, found none of this name
                    Colour  | expected a class that implements %SORT, found one that does not
                    Sized   | expected a public constructor without arguments, found none
                    Broken  | its constructor failed: java.lang.IllegalStateException: no ruler
                    Unset   | its constructor failed: java.lang.
                    Hidden  | expected a public class
                    Open    | expected a public class
                    """)
    void aWrongLineIsToldWithItsPlaceAndItsClass(String name, String told) throws IOException {
        String lines = HERE + "Arc\n" + HERE + name + "\n";
        String what = told.replace("%SORT", Shape.class.getName());
        Path folder = folder("a folder+1", lines);
        assertThatThrownBy(() -> registered(folder))
                .isInstanceOf(RegistrationException.class)
                .hasMessageStartingWith(folder + "/" + FILE + ", line 2: " + HERE + name + ": " + what);
        Path jar = jar("own.jar", lines);
        assertThatThrownBy(() -> registered(jar))
                .isInstanceOf(RegistrationException.class)
                .hasMessageStartingWith(jar + "!/" + FILE + ", line 2: " + HERE + name + ": " + what);
    }

    @Test
    void twoOfOneNameAreToldWithTheirClasses() throws IOException {
        Path folder = folder("own", HERE + "Circle\n" + HERE + "Ring\n");
        assertThatThrownBy(() -> registered(folder))
                .isInstanceOf(RegistrationException.class)
                .hasMessageStartingWith("two kinds are called 'circle': " + HERE + "Circle of ")
                .hasMessageContaining(" and " + HERE + "Ring of ");
        assertThatThrownBy(() -> Registry.of(List.of(new Arc(), new Ring(), new Circle())))
                .isInstanceOf(RegistrationException.class);
    }

    @Test
    void aNameThatNoScenarioCanWriteIsRefused() {
        assertThatThrownBy(() -> Registry.of(List.of(new Odd())))
                .isInstanceOf(RegistrationException.class)
                .hasMessageContaining(HERE + "Odd of ")
                .hasMessageEndingWith("expected a name of lower-case words joined by hyphens, found 'Odd shape'");
    }
}
