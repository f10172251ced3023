package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.training.Checkpoint;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.folder.TrainingSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner in the seat that sets what collateral is good for. */
final class TermsSetterTrainingTest {
    private static final Path SCENARIO =
            Path.of(System.getProperty("catallaxy.root"), "scenarios", "collateral-desk.conf");

    @TempDir
    Path out;

    private TrainingSummary trained(Map<String, String> settings) throws IOException {
        MarketExperiment desk = new MarketExperiment(ScenarioReader.read(SCENARIO, settings));
        return TrainingRun.begin(ShortTraining.request(desk, 1, out), TrainingWatch.SILENT);
    }

    @Test
    void itSeesBorrowersAndVolatilityAndChoosesTermsOfTheCollateral() throws IOException {
        TrainingSummary summary = trained(Map.of(
                "duration", "2 h",
                "training.rounds", "2",
                "training.worlds", "2",
                "training.final-episodes", "2",
                "learners.keeper.settings.rollout-length", "6",
                "learners.keeper.settings.minibatch-size", "6"));
        Checkpoint read = Checkpoint.read(Path.of(summary.place().checkpoint()));
        assertThat(read.manifest().origin().observation())
                .contains("keeper/health.bank", "keeper/near_risk.bank", "keeper/bad_debt.bank")
                .contains("keeper/volatility.bank.ETH", "keeper/utilisation.bank.USDC", "keeper/threshold.bank.ETH")
                .doesNotContain("keeper/time_remaining", "keeper/threshold.bank.USDC");
        assertThat(read.snapshot().tensors().tensor("keeper/policy.2.bias").values())
                .as("four levels of each")
                .hasSize(8);
    }

    @Test
    void whoIsNoStewardOrNamesNoCollateralIsTold() {
        assertThatThrownBy(() -> ScenarioReader.read(SCENARIO, Map.of("venues.bank.risk-stewards", "[]")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(
                        "agents.keeper.bank: expected a lending market with keeper among its risk-stewards, found 'bank'");
        assertThatThrownBy(() -> ScenarioReader.read(
                        SCENARIO,
                        Map.of(
                                "venues.bank.threshold-bps",
                                "[8300, 0]",
                                "venues.bank.ltv-bps",
                                "[7800, 0]",
                                "agents.keeper.collaterals",
                                "[USDC]")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("agents.keeper.collaterals: expected assets that are collateral there (ETH)");
        assertThatThrownBy(() -> ScenarioReader.read(SCENARIO, Map.of("agents.keeper.collaterals", "[ETC]")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("ETC");
    }

    /** The terms that stay are the baseline. */
    @Test
    @Tag("long")
    void itLearnsToLoseLessThanTermsThatStay() throws IOException {
        TrainingScore.Learner learner = trained(Map.of()).score().learners().getFirst();
        assertThat(learner.overBaseline().reward().low()).isPositive();
        assertThat(learner.overRandom().reward().low()).isPositive();
    }
}
