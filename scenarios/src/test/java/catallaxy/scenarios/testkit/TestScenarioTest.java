package catallaxy.scenarios.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.AgentContext;
import catallaxy.agents.testkit.RunProbe;
import catallaxy.agents.testkit.TestObservation;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Feature;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.folder.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario of a user's own, run and asked by a test. */
class TestScenarioTest {
    @TempDir
    Path folder;

    private TestScenario scenario = TestScenario.of(Path.of("my.conf"));

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("my.conf");
        Files.writeString(file, """
                include "two-chains"
                agents.mine {
                  role = trader
                  cadence = 1 m
                  venues = [rollup-ETH-USDC]
                  factors = [base-fee]
                  holdings { rollup { ETH = 10, USDC = 30000 } }
                  policy {
                    kind = class
                    class = catallaxy.scenarios.testkit.Contrarian
                    settings { venue = rollup-ETH-USDC, size = 700 }
                  }
                }
                """);
        scenario = TestScenario.of(file).with("duration", "20 m");
    }

    @Test
    void aRunTellsWhatBecameOfTheAgentAndLeavesNothing() throws IOException {
        RunSummary summary = scenario.run(3);
        assertThat(summary.agent("mine").orElseThrow().conduct().decisions()).isEqualTo(21);
        assertThat(summary.counts().simulatedSeconds()).isEqualTo(1_200);
        assertThat(Path.of(summary.subject().runFolder())).doesNotExist();
        RunSummary kept = scenario.run(folder, 3);
        assertThat(kept.subject().digest()).isEqualTo(summary.subject().digest());
        try (Stream<Path> files = Files.list(Path.of(kept.subject().runFolder()))) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("trades.csv", "summary.json");
        }
        assertThat(scenario.run(4).subject().digest())
                .isNotEqualTo(summary.subject().digest());
    }

    /** 700 USDC each time that the price has moved since the last decision. */
    @Test
    void aProbeHasEveryDecision() {
        RunProbe probe = scenario.probe(3).expectNoFaults();
        List<Double> trades = probe.decisions().stream()
                .filter(decision -> decision.agent().equals("mine"))
                .map(decision -> ((Action.Vector) decision.action()).value(0))
                .toList();
        assertThat(trades).hasSize(21).contains(700.0).allMatch(trade -> trade == 0 || Math.abs(trade) == 700);
        assertThat(probe.sent("mine", catallaxy.environment.api.command.MarketCommand.class))
                .isEmpty();
    }

    @Test
    void anAgentDecidesOnWhatATestShowsIt() {
        AgentContext context = scenario.context("mine", 3);
        assertThat(context.number("size", 0)).isEqualTo(700);
        var agent = scenario.agent("mine", 3);
        TestObservation seen = TestObservation.of(context).with("price.rollup-ETH-USDC", 3_000);
        assertThat(agent.decide(seen.build())).isEqualTo(Action.of(0));
        assertThat(agent.decide(seen.with("price.rollup-ETH-USDC", 2_900).build()))
                .isEqualTo(Action.of(700));
        assertThatThrownBy(() -> scenario.context("mind", 3)).hasMessageEndingWith("; did you mean mine?");
        assertThatThrownBy(() -> scenario.agent("mind", 3)).hasMessageEndingWith("; did you mean mine?");
    }

    /** By the factor's own name, which features it adds, and their names and meanings among those observed. */
    @Test
    void featuresAreFoundByFactor() {
        AgentContext context = scenario.context("mine", 3);
        List<Feature> fees = context.factor("base-fee");
        assertThat(fees).extracting(Feature::name).containsExactly("base_fee.mainnet", "base_fee.rollup");
        List<Feature> all = context.observations().features();
        assertThat(all.subList(all.size() - 2, all.size())).isEqualTo(fees);
        fees.forEach(fee -> assertThat(context.observations().index(fee.meaning()))
                .isEqualTo(context.observations().index(fee.name())));
        assertThatThrownBy(() -> context.factor("base-fees"))
                .hasMessage("agents.mine.factors: no factor 'base-fees' among [base-fee]; did you mean base-fee?");
    }

    @Test
    void aMistakeInTheFileIsToldWithItsPlace() {
        assertThatThrownBy(() -> scenario.with("agents.mine.cadense", "2 m").read())
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("cadense")
                .hasMessageContaining("did you mean 'cadence'?");
    }
}
