package catallaxy.scenarios.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** On the library for which it was made, whose classes are those of Java 5, and on one of Java 8. */
final class ModernClassesTest {
    private static final int MAJOR = 7;

    @TempDir
    Path folder;

    private Path copyOf(Class<?> libraryClass) throws IOException, URISyntaxException {
        Path jar = Path.of(
                libraryClass.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Files.copy(jar, folder.resolve("library.jar"));
    }

    private static List<String> classes(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
                    .toList();
        }
    }

    @Test
    void everyOldClassIsWrittenAnewAndVerifies() throws Exception {
        Path jar = copyOf(CommandLine.class);
        List<String> before = classes(jar);
        int old = ModernClasses.rewrite(jar);
        assertThat(old).isGreaterThan(150);
        assertThat(classes(jar)).isEqualTo(before);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (String name : before) {
                try (var in = loader.getResourceAsStream(name)) {
                    assertThat(in.readNBytes(MAJOR + 1)[MAJOR]).as(name).isGreaterThanOrEqualTo((byte) 52);
                }
                if (!name.contains("/groovy/")) {
                    Class.forName(name.replace('/', '.').replace(".class", ""), true, loader);
                }
            }
            Object line = loader.loadClass("picocli.CommandLine")
                    .getConstructor(Object.class)
                    .newInstance(loader.loadClass("picocli.CommandLine$HelpCommand")
                            .getConstructor()
                            .newInstance());
            String usage = (String) line.getClass().getMethod("getUsageMessage").invoke(line);
            assertThat(usage).contains("--help", "COMMAND");
        }
        assertThat(ModernClasses.rewrite(jar)).as("once is enough").isZero();
    }

    @Test
    void aJarWithoutOldClassesStaysAsItIs() throws Exception {
        Path jar = copyOf(NullMarked.class);
        byte[] before = Files.readAllBytes(jar);
        assertThat(ModernClasses.rewrite(jar)).isZero();
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("library.jar"));
    }

    @Test
    void whatIsNoJarIsRefusedAndLeft() throws IOException {
        Path jar = Files.writeString(folder.resolve("text.jar"), "no jar");
        assertThatThrownBy(() -> ModernClasses.main(new String[] {jar.toString()}))
                .isInstanceOf(IOException.class);
        assertThat(jar).hasContent("no jar");
    }
}
