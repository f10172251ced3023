package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that a run folder keeps, pasted into a shell, is the one that was typed. */
final class RepeatedCommandTest {
    private static final Pattern COPIED = Pattern.compile("<code[^>]*>(catallaxy run [^<]*)</code>");

    @TempDir
    Path folder;

    @Test
    void commandFileAndReportGiveTheArgumentsBack() throws Exception {
        Path out = folder.resolve("it's $HOME & \"more\" `id` <b> *ä");
        List<String> typed = List.of("run", "two-chains", "duration=1 m", "--out", out.toString());
        assertThat(Shell.catallaxy(typed.toArray(String[]::new)).exitCode()).isZero();
        Path run;
        try (Stream<Path> runs = Files.list(out)) {
            run = runs.findFirst().orElseThrow();
        }
        assertThat(understood(Files.readString(run.resolve("command.txt")))).isEqualTo(typed);
        Matcher copied = COPIED.matcher(Files.readString(run.resolve("report.html")));
        assertThat(copied.find()).isTrue();
        assertThat(understood(unescaped(copied.group(1)))).isEqualTo(typed);
    }

    /** The arguments that a shell hands to {@code catallaxy}. */
    private List<String> understood(String command) throws IOException, InterruptedException {
        Path program = Files.writeString(folder.resolve("catallaxy"), "#!/bin/sh\nprintf '%s\\000' \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command);
        shell.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        Process process = shell.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return List.of(printed.substring(0, printed.length() - 1).split("\0", -1));
    }

    /** As a browser reads a text. */
    private static String unescaped(String markup) {
        return markup.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
