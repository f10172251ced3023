package catallaxy.scenarios.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that a project can have, and a folder that is written whole or not at all. */
class ProjectTest {
    private static final Project.ForProgram PROGRAM =
            new Project.ForProgram(Path.of("/the/checkout"), "7", List.of("maker", "noise"));

    @TempDir
    Path work;

    private static Project project(String kind, String name, String role, String packageName) {
        return Project.of(new Project.Wish(kind, name, role, packageName), PROGRAM);
    }

    @ParameterizedTest
    @CsvSource({"my-maker, MyMaker", "m, M", "a1-2b-c, A12bC"})
    void theClassIsNamedAfterTheProject(String name, String className) {
        assertThat(ProjectName.of(name)).isEqualTo(new ProjectName(name, className));
        assertThat(project("agent", name, "trader", "com.example").paths())
                .contains(name + ".conf", "src/main/java/com/example/" + className + ".java", ".gitignore");
    }

    @ParameterizedTest
    @CsvSource({
        "agents, my-x, trader, com.example, no kind of project 'agents' among [agent]; did you mean agent?",
        "agent, my-x, tradr, com.example, '; did you mean trader?'",
        "agent, My-x, trader, com.example, found My-x",
        "agent, my--x, trader, com.example, found my--x",
        "agent, my_x, trader, com.example, found my_x",
        "agent, 1-x, trader, com.example, found 1-x",
        "agent, ../x, trader, com.example, found ../x",
        "agent, '', trader, com.example, 'expected lower-case words'",
        "agent, class, trader, com.example, which Java has already",
        "agent, observation, trader, com.example, which the project uses already",
        "agent, noise, trader, com.example, has a participant noise already",
        "agent, my-x, trader, com.new, found com.new",
        "agent, my-x, trader, com..x, found com..x",
        "agent, my-x, trader, ../x, found ../x",
    })
    void aWishThatCannotBeMetIsRefused(String kind, String name, String role, String packageName, String message) {
        assertThatThrownBy(() -> project(kind, name, role, packageName))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message)
                .extracting(error -> ((UserError) error).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatIsThereIsLeftAsItIs() throws IOException {
        Project project = project("agent", "my-x", "trader", "com.example");
        Files.writeString(Files.createDirectory(work.resolve("full")).resolve("mine"), "mine");
        Files.createDirectory(work.resolve("empty"));
        Files.createSymbolicLink(work.resolve("dangling"), work.resolve("nowhere"));
        for (String name : List.of("full", "empty", "dangling")) {
            assertThatThrownBy(() -> project.write(work.resolve(name)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("exists already");
        }
        assertThat(names(work)).containsExactly("dangling", "empty", "full");
        assertThat(names(work.resolve("full"))).containsExactly("mine");
        project.write(work.resolve("new/folder"));
        assertThat(names(work.resolve("new"))).containsExactly("folder");
        assertThat(Files.readString(work.resolve("new/folder/run"))).contains("run my-x.conf");
    }

    /** A file stands where the package's folder is to be: most is written by then. */
    @Test
    void whatCannotBeWrittenWholeLeavesNothing() throws IOException {
        Project project = project("agent", "my-x", "trader", "com.example." + "a".repeat(300));
        assertThatThrownBy(() -> project.write(work.resolve("x"))).isInstanceOf(IOException.class);
        assertThat(names(work)).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aWordThatStandsForNothingIsAMistakeOfTheTemplate() {
        assertThat(Template.filled("@a@ and @a@$1", Map.of("a", "x\\$2"))).isEqualTo("x\\$2 and x\\$2$1");
        assertThatThrownBy(() -> Template.filled("@b@", Map.of("a", "x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("template: nothing stands for @b@");
    }
}
