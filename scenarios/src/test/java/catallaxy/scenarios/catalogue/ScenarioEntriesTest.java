package catallaxy.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenarioEntriesTest {
    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> names() {
        return ScenarioEntries.in(folder).stream().map(Entry::name).toList();
    }

    @Test
    void filesComeBeforeThoseOfFoldersEachByName() throws IOException {
        write("solved/b.conf", "");
        write("solved/a.conf", "");
        write("two.conf", "");
        write("one.conf", "");
        write("one.conf.bak", "");
        write("notes.md", "");
        write("src/hidden.conf", "");
        write("target/built.conf", "");
        write("solved/deep/er.conf", "");
        assertThat(names()).containsExactly("one", "two", "solved/a", "solved/b");
    }

    @Test
    void theCommentAtTheTopIsItsDescription() throws IOException {
        write("one.conf", "# A book and a pool.\n#\n#   Indented, of two lines.\nduration = 1 h\n# not at the top\n");
        Entry entry = ScenarioEntries.in(folder).getFirst();
        assertThat(entry.kind()).isEqualTo("scenarios");
        assertThat(entry.summary()).isEqualTo("A book and a pool.");
        assertThat(entry.detail())
                .isEqualTo("A book and a pool.\n\n  Indented, of two lines.\n\nfile: " + folder.resolve("one.conf"));
    }

    @Test
    void withoutCommentThereIsNoDescription() throws IOException {
        write("one.conf", "duration = 1 h\n");
        write("two.conf", "");
        write("three.conf", "#\n# Begins with an empty line.\n");
        assertThat(ScenarioEntries.in(folder))
                .extracting(Entry::summary)
                .containsExactly("no description", "Begins with an empty line.", "no description");
    }

    @Test
    void aNameLosesItsEndAlone() throws IOException {
        write("my.confident.conf", "");
        write("some.configurations/a.conf", "");
        assertThat(names()).containsExactly("my.confident", "some.configurations/a");
    }

    @Test
    void aFolderIsNoScenarioWhateverItsName() throws IOException {
        write("old.conf/a.conf", "");
        assertThat(names()).containsExactly("old.conf/a");
    }

    @Test
    void anAbsentFolderHasNone() {
        assertThat(ScenarioEntries.in(folder.resolve("none"))).isEmpty();
    }
}
