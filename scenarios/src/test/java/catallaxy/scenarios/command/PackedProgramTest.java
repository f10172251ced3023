package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedProgramTest {
    @TempDir
    Path folder;

    @Test
    void itStartsFromItsCache() throws IOException, InterruptedException {
        PackedProgram program = PackedProgram.in(folder.resolve("program"));
        assertThat(program.hasCache()).isTrue();
        List<String> words = new ArrayList<>(program.words());
        words.add(1, "-Xlog:class+load");
        words.add("--version");
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains(Main.class.getName() + " ")))
                .singleElement()
                .asString()
                .contains("shared objects file");
        assertThat(said).contains("catallaxy");
    }
}
