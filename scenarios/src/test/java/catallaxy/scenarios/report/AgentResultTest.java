package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.folder.AgentTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The figures of an agent, as the run states them and as its files tell them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AgentResultTest {
    private static final Offset<Double> CENT = within(0.01);

    @TempDir
    static Path work;

    private List<AgentResult> stated = List.of();
    private List<AgentResult> computed = List.of();
    private List<AgentTotals> totals = List.of();

    @BeforeAll
    void record() throws IOException {
        Path folder = RecordedRun.write(work.resolve("run"), 21, 30);
        RunFolder whole = RunFolder.read(folder);
        totals = whole.summary().agents();
        stated = AgentResult.of(whole);
        Files.delete(folder.resolve("summary.json"));
        computed = AgentResult.of(RunFolder.read(folder));
    }

    @Test
    void aCompletedRunIsShownAsItStatesItself() {
        assertThat(stated).extracting(AgentResult::id).containsExactly("arb", "fund", "maker", "risk");
        for (int i = 0; i < totals.size(); i++) {
            assertThat(stated.get(i).worth()).isEqualTo(totals.get(i).worth());
            assertThat(stated.get(i).role()).isEqualTo(totals.get(i).role());
            assertThat(stated.get(i).maxDrawdown())
                    .isEqualTo(totals.get(i).result().maxDrawdown());
            assertThat(stated.get(i).traded().fills())
                    .isEqualTo(totals.get(i).trading().fills());
        }
    }

    /** Without its summary a run has the same figures, as far as its files tell them. */
    @Test
    void aKilledRunIsComputedFromItsFiles() {
        assertThat(computed)
                .extracting(AgentResult::id)
                .containsExactlyInAnyOrderElementsOf(
                        stated.stream().map(AgentResult::id).toList());
        assertThat(stated).anySatisfy(each -> assertThat(each.traded().fills()).isPositive());
        for (AgentResult result : computed) {
            AgentResult expected = stated.stream()
                    .filter(each -> each.id().equals(result.id()))
                    .findFirst()
                    .orElseThrow();
            assertMoney(result, expected);
            assertThat(result.traded().fills()).isEqualTo(expected.traded().fills());
            assertThat(result.maxDrawdown()).isCloseTo(expected.maxDrawdown(), within(1e-6));
            assertThat(result.sharpe()).isNaN();
            assertThat(result.worth().pnlOverHolding()).isNaN();
            assertThat(result.role()).isEmpty();
        }
    }

    private static void assertMoney(AgentResult result, AgentResult expected) {
        assertThat(result.worth().initialEquity()).isCloseTo(expected.worth().initialEquity(), CENT);
        assertThat(result.worth().finalEquity()).isCloseTo(expected.worth().finalEquity(), CENT);
        assertThat(result.worth().pnl()).isCloseTo(expected.worth().pnl(), CENT);
        assertThat(result.worth().finalEquityAtVenues())
                .isCloseTo(expected.worth().finalEquityAtVenues(), CENT);
        assertThat(result.worth().pnlAtVenues()).isCloseTo(expected.worth().pnlAtVenues(), CENT);
        assertThat(result.traded().feesPaid()).isCloseTo(expected.traded().feesPaid(), CENT);
    }

    @Test
    void theReturnIsPnlOverInitialEquityAndUnknownOfNothing() {
        for (AgentResult result : stated) {
            double initial = result.worth().initialEquity();
            Double expected = initial == 0 ? Double.NaN : result.worth().pnl() / initial;
            assertThat(result.returned()).as(result.id()).isEqualTo(expected);
        }
        AgentTotals.Worth gained = new AgentTotals.Worth(0, 5, 5, 5, 5, 5);
        AgentResult.Traded nothing = new AgentResult.Traded(0, 0, 0);
        assertThat(new AgentResult("a", "", gained, 0, 0, stated.getFirst().deepest(), nothing, false).returned())
                .isNaN();
    }

    @Test
    void aDrawdownHasItsTimes() {
        AgentResult fell = stated.stream()
                .filter(each -> each.maxDrawdown() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(fell.drawdownPeriod()).matches("00:\\d\\d:\\d\\d → 00:\\d\\d:\\d\\d");
        assertThat(stated.getLast().drawdownPeriod()).isEmpty();
    }

    @Test
    void anAgentThatIsNotThereIsUnknown() throws IOException {
        AgentResult nobody = AgentResult.of(RunFolder.read(work.resolve("run")), "nobody");
        assertThat(nobody.worth().pnl()).isNaN();
        assertThat(nobody.maxDrawdown()).isNaN();
        assertThat(nobody.traded()).isEqualTo(new AgentResult.Traded(0, 0, 0));
    }
}
