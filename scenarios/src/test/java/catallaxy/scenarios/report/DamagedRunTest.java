package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import catallaxy.scenarios.folder.FolderException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files end in a report or in one message that names the file; never in another exception. */
final class DamagedRunTest {

    private static final List<String> SPLICES = List.of(
            "\"",
            ",",
            "\n",
            "{",
            "}",
            "[",
            "null",
            "NaN",
            "-",
            "1e999",
            "1e308",
            "-1e308",
            "\u0000",
            "</script>",
            "é",
            "\\u0000");
    private static final Pattern SCRIPT_END = Pattern.compile("</script", Pattern.CASE_INSENSITIVE);

    @TempDir
    private Path work;

    @Test
    void aHundredDamages() throws IOException {
        damage(0, 100);
    }

    @Test
    @Tag("long")
    void tenThousandDamages() throws IOException {
        damage(1, 10_000);
    }

    private void damage(long seed, int times) throws IOException {
        Path folder = RecordedRun.write(work.resolve("run"), seed, 2);
        var random = new SplittableRandom(seed);
        int refused = 0;
        for (int i = 0; i < times; i++) {
            Path file = folder.resolve(RunFolder.FILES.get(random.nextInt(RunFolder.FILES.size())));
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, damaged(whole, random));
            refused += refused(folder, file, "seed " + seed + ", damage " + i) ? 1 : 0;
            Files.write(file, whole);
        }
        assertThat(refused).as("damages that were noticed").isBetween(times / 10, 9 * times / 10);
    }

    private boolean refused(Path folder, Path damaged, String which) throws IOException {
        Path html = work.resolve("report.html");
        try {
            Report.write(List.of(folder), Optional.of(folder), html);
            String page = Files.readString(html);
            assertThat(SCRIPT_END.matcher(page).results().count()).as(which).isEqualTo(2);
            return false;
        } catch (FolderException message) {
            assertThat(message.getMessage())
                    .as(which)
                    .contains(damaged.getFileName().toString());
            return true;
        } catch (RuntimeException fault) {
            return fail(which + " of " + damaged, fault);
        }
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        if (random.nextInt(4) == 0) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            return bytes;
        }
        int at = random.nextInt(whole.length);
        int skipped = random.nextBoolean() ? 0 : Math.min(whole.length - at, random.nextInt(40));
        String text = new String(whole, StandardCharsets.UTF_8);
        String spliced = SPLICES.get(random.nextInt(SPLICES.size()));
        return (text.substring(0, at) + spliced + text.substring(at + skipped)).getBytes(StandardCharsets.UTF_8);
    }
}
