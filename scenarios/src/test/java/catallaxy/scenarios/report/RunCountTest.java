package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunCountTest {
    private static final Absence DIVERGED = Absence.failed("training diverged; see checkpoints/3\nat step 7");
    private static final Absence KILLED = new Absence(Absence.Kind.UNFINISHED, "killed");

    @Test
    void runsThatAllHaveAFigureAreANumber() {
        assertThat(new RunCount(5, List.of()).text()).isEqualTo("5");
        assertThat(new RunCount(0, List.of()).text()).isEqualTo("0");
        assertThat(new RunCount(5, List.of()).reasons()).isEmpty();
    }

    /** In the order of the kinds, not in that of the runs. */
    @Test
    void othersAreCountedByKind() {
        RunCount count = new RunCount(3, List.of(Absence.unscored("NaN"), KILLED, DIVERGED, KILLED));
        assertThat(count.text()).isEqualTo("3 of 7, 1 failed, 2 unfinished, 1 without a score");
        assertThat(count.runs()).isEqualTo(7);
        assertThat(count.of(Absence.Kind.UNFINISHED)).isEqualTo(2);
        assertThat(count.of(Absence.Kind.REPEATED)).isZero();
    }

    @Test
    void eachReasonIsALineWithItsNumberAndWithoutItsPlace() {
        RunCount count = new RunCount(0, List.of(DIVERGED, KILLED, Absence.failed("training diverged; elsewhere")));
        assertThat(count.reasons()).containsExactly("2 failed: training diverged", "1 unfinished: killed");
    }

    @Test
    void absencesAreCopied() {
        List<Absence> absences = new ArrayList<>(List.of(KILLED));
        RunCount count = new RunCount(1, absences);
        absences.clear();
        assertThat(count.text()).isEqualTo("1 of 2, 1 unfinished");
    }

    @Test
    void aReasonOfNothingIsEmpty() {
        assertThat(Absence.failed("").reason()).isEmpty();
        assertThat(Absence.failed("; at checkpoints/1").reason()).isEmpty();
    }
}
