package catallaxy.environment.market.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The regimes of a step and what they sum up to. */
class RegimeChainTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long DAY = 1_440 * MINUTE;
    private static final RegimeSpec CALM = new RegimeSpec("calm", 0.5, 1, 2, 1);
    private static final RegimeSpec STORM = new RegimeSpec("storm", -4, 3, 10, 1);
    private static final RegimeSpec END = new RegimeSpec("end", 7, 0, 0, 1);

    /** Calm and storm in turns, forty times a day. */
    private static RegimeChainSpec turns() {
        return new RegimeChainSpec(List.of(CALM, STORM), List.of(List.of(0.0, 40.0), List.of(40.0, 0.0)), "storm");
    }

    private static RegimeChain reloaded(RegimeChainSpec spec, RegimeChain chain) {
        StateWriter out = new StateWriter();
        chain.save(out);
        StateReader in = new StateReader(out.toBytes());
        RegimeChain loaded = RegimeChain.load(spec, in);
        in.end();
        return loaded;
    }

    private static List<Double> sums(RegimeChain chain) {
        return List.of(chain.years(), chain.driftShift(), chain.varianceYears(), chain.jumpYears());
    }

    @Test
    void aStepInOneRegimeSumsUpThatRegime() {
        RegimeChain chain = RegimeChain.of(
                new RegimeChainSpec(List.of(CALM, STORM), List.of(List.of(0.0, 0.0), List.of(0.0, 0.0)), "storm"), 1);
        chain.advance(0, 73 * DAY);
        assertThat(chain.regime()).isEqualTo(STORM);
        assertThat(chain.index()).isEqualTo(1);
        assertThat(chain.years()).isCloseTo(0.2, within(1e-15));
        assertThat(chain.driftShift()).isCloseTo(-0.8, within(1e-14));
        assertThat(chain.varianceYears()).isCloseTo(1.8, within(1e-14));
        assertThat(chain.jumpYears()).isCloseTo(2, within(1e-14));
    }

    /** However a day is cut into steps, its regimes are the same: their sums too. */
    @Test
    void thePathDoesNotDependOnTheSteps() {
        for (long seed = 1; seed <= 20; seed++) {
            RegimeChain whole = RegimeChain.of(turns(), seed);
            RegimeChain cut = RegimeChain.of(turns(), seed);
            whole.advance(0, DAY);
            double[] sums = new double[4];
            int switches = 0;
            for (long at = 0; at < DAY; at += MINUTE) {
                int before = cut.index();
                cut.advance(at, at + MINUTE);
                switches += before == cut.index() ? 0 : 1;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += sums(cut).get(i);
                }
            }
            assertThat(switches).as("seed %d", seed).isBetween(10, 80);
            assertThat(cut.index()).as("seed %d", seed).isEqualTo(whole.index());
            for (int i = 0; i < sums.length; i++) {
                assertThat(sums[i])
                        .as("seed %d, sum %d", seed, i)
                        .isCloseTo(sums(whole).get(i), within(1e-12));
            }
        }
    }

    /** The years in calm follow from any one sum; the others must agree. */
    @Test
    void theSumsAreOfOnePath() {
        RegimeChain chain = RegimeChain.of(turns(), 5);
        chain.advance(0, 10 * DAY);
        double years = chain.years();
        double storm = (chain.varianceYears() - years) / 8;
        assertThat(years).isCloseTo(10 / 365.0, within(1e-15));
        assertThat(storm / years).isBetween(0.4, 0.6);
        assertThat(chain.driftShift()).isCloseTo(0.5 * (years - storm) - 4 * storm, within(1e-14));
        assertThat(chain.jumpYears()).isCloseTo(2 * (years - storm) + 10 * storm, within(1e-14));
    }

    @Test
    void targetsAreDrawnInProportionToTheirRates() {
        RegimeChainSpec spec = new RegimeChainSpec(
                List.of(CALM, STORM, END),
                List.of(List.of(0.0, 3e4, 1e4), List.of(0.0, 0.0, 0.0), List.of(0.0, 0.0, 0.0)),
                "calm");
        int storms = 0;
        for (long seed = 0; seed < 4_000; seed++) {
            RegimeChain chain = RegimeChain.of(spec, seed);
            chain.advance(0, DAY);
            storms += chain.index() == 1 ? 1 : 0;
            assertThat(chain.index()).as("seed %d", seed).isPositive();
        }
        // Binomial with mean 3000 and standard deviation 27.4.
        assertThat(storms).isBetween(2_863, 3_137);
    }

    @Test
    void goesOnAlikeFromACopyAndFromItsSavedBytes() {
        for (long seed = 1; seed <= 20; seed++) {
            RegimeChain chain = RegimeChain.of(turns(), seed);
            chain.advance(0, seed * 10 * MINUTE);
            RegimeChain copy = chain.copy();
            RegimeChain loaded = reloaded(turns(), chain);
            long from = seed * 10 * MINUTE;
            for (int step = 0; step < 50; step++, from += 7 * MINUTE) {
                for (RegimeChain each : List.of(chain, copy, loaded)) {
                    each.advance(from, from + 7 * MINUTE);
                }
                assertThat(sums(copy)).as("seed %d", seed).isEqualTo(sums(chain));
                assertThat(sums(loaded)).as("seed %d", seed).isEqualTo(sums(chain));
                assertThat(List.of(copy.regime(), loaded.regime())).containsOnly(chain.regime());
            }
        }
    }

    @Test
    void aRegimeThatTheSpecLacksIsRefused() {
        RegimeChainSpec three = new RegimeChainSpec(
                List.of(CALM, STORM, END),
                List.of(List.of(0.0, 0.0, 0.0), List.of(0.0, 0.0, 0.0), List.of(0.0, 0.0, 0.0)),
                "end");
        RegimeChain chain = RegimeChain.of(three, 1);
        assertThat(reloaded(three, chain).regime()).isEqualTo(END);
        assertThatThrownBy(() -> reloaded(turns(), chain))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("regime 2, expected 0 to 1");
    }
}
