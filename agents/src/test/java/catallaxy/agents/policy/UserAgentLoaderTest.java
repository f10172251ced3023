package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.testkit.TestContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told whose class cannot be made: what was meant, and what is missing. */
class UserAgentLoaderTest {
    private static final AgentContext CONTEXT =
            TestContext.trader("mine", new ObservationSpec(List.of()), new ActionSpec(List.of()), Map.of());
    private static final String HERE = UserAgentLoaderTest.class.getPackageName();

    @TempDir
    Path work;

    private final UserAgentLoader loader = new UserAgentLoader(UserAgentLoaderTest.class.getClassLoader());

    /** An agent whose library was left at home. */
    public static final class Incomplete implements Agent {
        /** Fails as the JVM does where the class is first needed. */
        public Incomplete() {
            throw new NoClassDefFoundError("kotlin/jvm/internal/Intrinsics");
        }

        @Override
        public Action decide(Observation observation) {
            return Action.HOLD;
        }
    }

    private void refuses(String className, String message) {
        assertThatThrownBy(() -> loader.create(className, CONTEXT))
                .isInstanceOf(AgentCreationException.class)
                .hasMessage("agent mine: " + message);
    }

    @Test
    void aMistypedClassIsToldWithTheNearestOfItsPackage() {
        refuses(
                HERE + ".HoldAgnt",
                "there is no class " + HERE + ".HoldAgnt on the class path; did you mean " + HERE + ".HoldAgent?");
    }

    @Test
    void aClassThatNothingIsNearIsInAJarThatIsMissing() {
        for (String absent : List.of("com.elsewhere.Mine", HERE + ".Something", "Mine", "")) {
            refuses(absent, "there is no class " + absent + " on the class path; add its jar with --classpath");
        }
    }

    @Test
    void aLibraryThatIsMissingIsToBeAdded() {
        refuses(
                Incomplete.class.getName(),
                "the constructor of " + Incomplete.class.getName()
                        + " failed: NoClassDefFoundError: kotlin/jvm/internal/Intrinsics;"
                        + " add the library that has it with --classpath");
    }

    /** Of a jar and of a folder; nested classes and those of packages below are not meant. */
    @Test
    void siblingsAreFoundWhereverThePackageIs() throws IOException {
        Path jar = work.resolve("a.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry :
                    List.of("org/mine/", "org/mine/Maker.class", "org/mine/Maker$1.class", "org/mine/a/B.class")) {
                out.putNextEntry(new JarEntry(entry));
                out.closeEntry();
            }
        }
        Path folder = Files.createDirectories(work.resolve("classes/org/mine"));
        Files.createFile(folder.resolve("Taker.class"));
        Files.createFile(folder.resolve("notes.txt"));
        URL[] places = {jar.toUri().toURL(), work.resolve("classes").toUri().toURL()};
        try (URLClassLoader classes = new URLClassLoader(places, null)) {
            assertThat(SiblingClasses.of("org.mine.Makr", classes)).containsExactly("Maker", "Taker");
            assertThat(SiblingClasses.of("org.yours.Maker", classes)).isEmpty();
        }
    }
}
