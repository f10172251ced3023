package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InterventionsTest {
    @TempDir
    private Path work;

    private Interventions read(int rows) throws IOException {
        StringBuilder text = new StringBuilder("timeSeconds,agent,target,kind,from,to,reason\n");
        for (int i = 0; i < rows; i++) {
            text.append(i).append(i % 3 == 0 ? ",arb,,fault,,,slow\n" : ",risk,maker,scale,1,0.5,fell\n");
        }
        return Interventions.read(Files.writeString(work.resolve("interventions.csv"), text), _ -> {});
    }

    @Test
    void allAreCountedAndTheFirstListed() throws IOException {
        Interventions read = read(1_000);
        assertThat(read.total()).isEqualTo(1_000);
        assertThat(read.counts()).containsExactly(Map.entry("fault", 334L), Map.entry("scale", 666L));
        assertThat(read.listed()).hasSize(Interventions.LISTED);
        assertThat(read.listed().getLast().timeSeconds().doubleValue()).isEqualTo(Interventions.LISTED - 1);
    }

    /** From the first to the last, however many there are. */
    @Test
    void marksAreSpreadOverTheWholeRun() throws IOException {
        Interventions read = read(1_000);
        List<Double> times = new ArrayList<>();
        read.marks().forEach(mark -> times.add(mark.timeSeconds().doubleValue()));
        assertThat(times).isSorted().hasSizeBetween(100, 300).startsWith(0.0).endsWith(999.0);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1))
                    .as("after %s", times.get(i - 1))
                    .isLessThan(20);
        }
    }

    @Test
    void fewAreAllListedAndMarked() throws IOException {
        Interventions read = read(7);
        assertThat(read.listed()).hasSize(7).isEqualTo(read.marks());
        assertThat(read.listed().getFirst().subject()).isEqualTo("arb");
        assertThat(read.listed().getLast().subject()).isEqualTo("arb");
        assertThat(read.listed().get(1).subject()).isEqualTo("maker");
        assertThat(read(0).total()).isZero();
    }

    @Test
    void theyAreCopies() throws IOException {
        Interventions read = read(3);
        Map<String, Long> counts = new HashMap<>(read.counts());
        Interventions copy = new Interventions(read.listed(), read.marks(), counts, 3);
        counts.clear();
        assertThat(copy.counts()).isEqualTo(read.counts());
    }
}
