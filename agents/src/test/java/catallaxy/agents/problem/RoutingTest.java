package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.arbitrage.GreedyRouting;
import catallaxy.environment.market.arbitrage.SizedCycle;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cycles over several pools: what a round gains against exact pools, what simple policies reach of the bound, and what the worlds do. */
final class RoutingTest {
    private static final RoutingProblem STANDARD = RoutingProblem.standard();
    private static final RoutingNetwork NETWORK = STANDARD.network();

    private static RoutingPosition market(RoutingProblem problem, long seed) {
        RandomStream random = RandomStream.of(seed, "routing");
        RoutingPosition market = new RoutingPosition(problem, problem.network());
        for (int pool = 0; pool < problem.network().pools().size(); pool++) {
            market.put(pool, 0.1 * random.nextDouble() - 0.05, 2 * random.nextDouble() - 1);
        }
        return market;
    }

    /** Plays the move that gains most at once. */
    private static BatchPolicy greedy(RoutingProblem problem) {
        RoutingGame game = new RoutingGame(problem, problem.network());
        int features = game.observationSpec().size();
        int[] moves = new int[game.first().actionCount()];
        return (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                RoutingPosition position = game.position(observations, i * features);
                double best = -1;
                for (int count = position.moves(moves) - 1; count >= 0; count--) {
                    RoutingPosition after = position.copy();
                    after.play(moves[count]);
                    if (after.earned(0) > best) {
                        best = after.earned(0);
                        actions[i] = moves[count];
                    }
                }
            }
        };
    }

    @Test
    void thirtyCyclesLeadThroughSevenPools() {
        assertThat(NETWORK.pools()).hasSize(7);
        assertThat(NETWORK.cycles()).hasSize(12 + 18);
        assertThat(NETWORK.cycles())
                .allMatch(cycle -> NETWORK.pools().get(cycle.getFirst().pool()).asset0() == 0);
        assertThat(new RoutingGame(STANDARD, NETWORK).actionSpec().maskSize()).isEqualTo(31);
    }

    /** With whole sizes the first round of every market gains what the exact pools give for it, up to the rounding of 10¹⁵ units. */
    @Test
    void aRoundGainsWhatExactPoolsGive() {
        RoutingProblem whole = new RoutingProblem(3, 3, 12, 1, 0.05, 1, 3_000);
        for (long seed = 0; seed < 50; seed++) {
            RoutingPosition market = market(whole, seed);
            BigInteger exact =
                    GreedyRouting.sized(NETWORK.pools(market.reserve0(), market.reserve1(), 3_000), 0, 3).stream()
                            .map(SizedCycle::gain)
                            .max(BigInteger::compareTo)
                            .orElse(BigInteger.ZERO);
            double best = 0;
            int[] moves = new int[market.actionCount()];
            for (int i = market.moves(moves) - 1; i >= 0; i--) {
                RoutingPosition after = market.copy();
                after.play(moves[i]);
                best = Math.max(best, after.earned(0));
            }
            assertThat(best).as("seed %d", seed).isCloseTo(exact.doubleValue() / 1e11, within(1e-8 + 1e-9 * best));
        }
    }

    @Test
    void greedyRoundsReachNearlyAllOfTheBoundAndNeverMore() {
        Referee referee = STANDARD.referee();
        double ratio = referee.ratio(referee.attained(greedy(STANDARD), 0));
        assertThat(ratio).isBetween(0.98, 1.0);
        BatchPolicy stops = (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                actions[i] = 30;
            }
        };
        assertThat(referee.attained(stops, 0)).isZero();
    }

    @Test
    void theWorldsDoWhatThePlanSays() {
        VectorEnvironment worlds = STANDARD.environment(8);
        RoutingGame game = new RoutingGame(STANDARD, NETWORK);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(3, step);
        BatchPolicy policy = greedy(STANDARD);
        float[] actions = new float[8];
        for (int round = 0; round < 5; round++) {
            policy.act(step.observations(), step.masks(), 8, actions);
            List<RoutingPosition> before = IntStream.range(0, 8)
                    .mapToObj(world -> game.position(step.observations(), world * 15))
                    .toList();
            for (int world = 0; world < 8; world++) {
                before.get(world).play((int) actions[world]);
            }
            worlds.step(actions, step);
            for (int world = 0; world < 8; world++) {
                assertThat(step.rewards()[world]).isCloseTo(before.get(world).earned(0), within(1e-4));
                assertThat(step.terminated()[world]).isEqualTo(actions[world] == 30);
            }
        }
    }

    @Test
    void aMaskedCycleStops() {
        RoutingProblem calm = new RoutingProblem(2, 2, 4, 1, 0.001, 1, 3_000);
        VectorEnvironment worlds = calm.environment(2);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(1, step);
        assertThat(step.masks()).containsExactly(false, false, true, false, false, true);
        worlds.step(new float[] {0, 1}, step);
        assertThat(step.rewards()).containsOnly(0);
        assertThat(step.terminated()).containsOnly(true);
    }

    @Test
    void wrongKeysAreNamed() {
        assertThatThrownBy(() -> new RoutingProblem(5, 3, 12, 2, 0.05, 1, 3_000))
                .hasMessageContaining("assets");
        assertThatThrownBy(() -> new RoutingProblem(3, 1, 12, 2, 0.05, 1, 3_000))
                .hasMessageContaining("parallel");
    }
}
