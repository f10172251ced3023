package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.folder.FolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {

    @TempDir
    private Path work;

    private Path run(String name, long seed) throws IOException {
        return RecordedRun.write(work.resolve(name), seed, 10);
    }

    private String report(Path... folders) throws IOException {
        Path html = work.resolve("report.html");
        Report.write(List.of(folders), Optional.empty(), html);
        return Files.readString(html);
    }

    @Test
    void showsEveryAgentAndFigure() throws IOException {
        String html = report(run("one", 1));
        assertThat(html)
                .contains("two-chains", "market-maker", " checks, 0 violations", "catallaxy run two-chains --seed 1")
                .doesNotContain("did not complete", "Read with care");
        for (Term term : Term.values()) {
            assertThat(html).contains("id=\"" + term.anchor() + "\"");
        }
    }

    @Test
    void isAPureFunctionOfTheFolder() throws IOException {
        Path folder = run("one", 2);
        assertThat(report(folder).equals(report(folder))).isTrue();
    }

    @Test
    void needsNothingFromOutside() throws IOException {
        String html = report(run("one", 3));
        assertThat(html.contains("default-src &#39;none&#39;")).isTrue();
        String page = html.replace("/*! https://github.com/leeoniya/uPlot (v1.6.30) */", "");
        for (String outside : List.of("(src|href)=\"(?!#)", "url\\((?!#)", "@import", "://", "<link", "<iframe")) {
            assertThat(Pattern.compile(outside).matcher(page).find())
                    .as(outside)
                    .isFalse();
        }
    }

    @Test
    void theLicenceOfWhatDrawsTravelsAlong() throws IOException {
        assertThat(report(run("one", 3)))
                .contains("The MIT License (MIT)", "Copyright (c) 2022 Leon Sorokin", "var uPlot=function");
    }

    /** uPlot asks for it when it is loaded. */
    @Test
    void theLanguageIsMendedBeforeWhatDrawsIsLoaded() throws IOException {
        String html = report(run("one", 3));
        assertThat(html.indexOf("new Intl.NumberFormat(navigator.language)"))
                .isPositive()
                .isLessThan(html.indexOf("var uPlot=function"));
    }

    @Test
    void hostileNamesStayText() throws IOException {
        Path folder = run("hostile", 4);
        String name = "</script><script>alert(1)</script><img src=x onerror=alert(2)>&quot;'";
        for (String file : List.of("summary.json", "equity.csv", "trades.csv", "metrics.jsonl")) {
            Path path = folder.resolve(file);
            boolean json = file.contains("json");
            String quoted = json ? name.replace("\"", "\\\"") : "\"" + name + "\"";
            String text = Files.readString(path);
            Files.writeString(path, json ? text.replace("maker", quoted) : text.replace(",maker,", "," + quoted + ","));
        }
        String html = report(folder);
        assertThat(html).doesNotContain("<script>alert", "<img").contains("&lt;/script&gt;&lt;script&gt;alert(1)");
        assertThat(Pattern.compile("</script").matcher(html).results().count()).isEqualTo(2);
    }

    @Test
    void aKilledRunIsReportedAsSuch() throws IOException {
        Path folder = run("killed", 5);
        Files.delete(folder.resolve("summary.json"));
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"completed\"", "\"running\""));
        for (String file : List.of("metrics.jsonl", "equity.csv", "trades.csv")) {
            cut(folder.resolve(file), 0.6);
        }
        assertThat(report(folder))
                .contains("This run did not complete.", "summary.json is missing")
                .contains("metrics.jsonl is cut off", "equity.csv is cut off", "trades.csv is cut off")
                .contains(">arb<");
    }

    @Test
    void everyCutOfEveryFileIsReadable() throws IOException {
        Path folder = RecordedRun.write(work.resolve("cut"), 6, 2);
        for (String file : RunFolder.FILES) {
            byte[] whole = Files.readAllBytes(folder.resolve(file));
            int step = Math.max(1, whole.length / 40);
            for (int length = 0; length < whole.length; length += step) {
                Files.write(folder.resolve(file), Arrays.copyOf(whole, length));
                assertThat(RunFolder.read(folder).notes())
                        .as("%s cut at %d", file, length)
                        .isNotNull();
            }
            Files.write(folder.resolve(file), whole);
        }
    }

    @Test
    void anyFileMayBeMissing() throws IOException {
        Path folder = run("missing", 7);
        for (String file : RunFolder.FILES) {
            byte[] whole = Files.readAllBytes(folder.resolve(file));
            Files.delete(folder.resolve(file));
            assertThat(report(folder)).as(file).contains(file + " is missing", "</html>");
            Files.write(folder.resolve(file), whole);
        }
    }

    @Test
    void corruptDataNamesFileLineAndExpectation() throws IOException {
        Path folder = run("corrupt", 8);
        Path equity = folder.resolve("equity.csv");
        String text = Files.readString(equity);
        Files.writeString(equity, text.replaceFirst("\n60.0,arb,", "\n60.0,arb,oops"));
        assertThatThrownBy(() -> report(folder))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("equity.csv:6: expected a number, found \"oops");
        Files.writeString(equity, text.replaceFirst("\n60.0,arb,", "\n60.0,"));
        assertThatThrownBy(() -> report(folder)).hasMessageContaining("equity.csv:6: expected 5 fields");
    }

    @Test
    void aFolderWithoutARunIsOneClearError() {
        assertThatThrownBy(() -> report(work.resolve("nothing")))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("nothing: expected a run folder")
                .hasMessageContaining("found no such folder");
    }

    @Test
    void contradictionsAreShown() throws IOException {
        Path folder = run("contradiction", 9);
        Path summary = folder.resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).replaceFirst("\"fills\":\\d+", "\"fills\":7"));
        assertThat(report(folder)).contains("summary.json states 7 fills of arb");
    }

    @Test
    void violationsOfConservationAreLoud() throws IOException {
        Path folder = run("leak", 10);
        Path summary = folder.resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).replace("\"violations\":0", "\"violations\":3"));
        assertThat(report(folder)).contains("Value is NOT conserved").contains("3 violations");
    }

    @Test
    void comparesWithABase() throws IOException {
        Path html = work.resolve("compared.html");
        Path base = run("base", 11);
        Report.write(List.of(run("other", 12)), Optional.of(base), html);
        assertThat(Files.readString(html))
                .contains("Compared with base", "Different too: seed", "they are not compared")
                .doesNotContain("<td>difference</td>");
        Report.write(List.of(RecordedRun.write(work.resolve("longer"), 11, 12)), Optional.of(base), html);
        assertThat(Files.readString(html)).contains("Compared with base", "difference", "Different too: configuration");
        Report.write(List.of(base), Optional.of(base), html);
        assertThat(Files.readString(html)).contains("The digests are equal");
    }

    @Test
    void showsSeveralRuns() throws IOException {
        assertThat(report(run("a", 13), run("b", 14), run("c", 15)))
                .contains("3 runs of two-chains", "Figures over the seeds", "Run 3", ">pnlOverHolding<", "all runs");
    }

    @Test
    void emptyFilesOfARunThatDidNotBegin() throws IOException {
        Path folder = Files.createDirectories(work.resolve("begun"));
        for (String file : RunFolder.FILES) {
            Files.createFile(folder.resolve(file));
        }
        assertThat(report(folder)).contains("There is no manifest", "manifest.json is cut off", "trades.csv is empty");
    }

    private static void cut(Path file, double fraction) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, (int) (whole.length * fraction)));
    }
}
