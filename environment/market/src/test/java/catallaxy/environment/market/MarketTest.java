package catallaxy.environment.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.market.trace.MarketEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole market under agents that decide at random: the strongest mixture of commands that the roles can produce. */
class MarketTest {
    private static final MarketSpec SPEC = FullMarket.spec(2 * 3600);

    private static Map<String, Action> randomActions(EnvironmentStep step) {
        Map<String, Action> actions = new LinkedHashMap<>();
        for (AgentStep each : step.due()) {
            RandomStream random = RandomStream.of(each.observation().epoch(), "test/" + each.agent());
            actions.put(each.agent(), Action.of(draw(each.observation().actions(), random)));
        }
        return actions;
    }

    private static double[] draw(ActionSpec spec, RandomStream random) {
        double[] values = new double[spec.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (spec.components().get(i)) {
                case ActionComponent.Continuous c -> c.low() + (c.high() - c.low()) * random.nextDouble();
                case ActionComponent.Discrete d -> random.nextInt(d.labels().size());
            };
        }
        return values;
    }

    private static List<MarketEvent> trace(MarketSpec spec, long seed) {
        List<MarketEvent> events = new ArrayList<>();
        MarketEnvironment environment =
                new MarketEnvironment(spec, market -> market.observe(events::add), market -> market);
        finish(environment, environment.reset(seed));
        return events;
    }

    private static EnvironmentStep finish(MarketEnvironment environment, EnvironmentStep first) {
        EnvironmentStep step = first;
        while (!step.finished()) {
            step = environment.step(randomActions(step));
        }
        return step;
    }

    @Test
    void theSameSeedGivesTheSameTraceOverTheWholeHorizon() {
        List<MarketEvent> first = trace(SPEC, 5);
        assertThat(trace(SPEC, 5)).isEqualTo(first);
        assertThat(trace(SPEC, 6)).isNotEqualTo(first);
        assertThat(first).hasSizeGreaterThan(5_000);
    }

    @Test
    void aLimitOfTradesEndsTheRunAtTheNextDecision() {
        MarketSpec limited =
                new MarketSpec(SPEC.name(), SPEC.durationNanos(), SPEC.engine(), SPEC.population(), SPEC.agents(), 20);
        MarketEnvironment environment = new MarketEnvironment(limited);
        EnvironmentStep last = finish(environment, environment.reset(5));
        Market market = environment.market();
        long trades = 0;
        for (int agent = 0; agent < SPEC.agents().size(); agent++) {
            trades += market.engine().dealings(market.seat(agent).participant()).fills();
        }
        assertThat(trades).isGreaterThanOrEqualTo(20);
        assertThat(last.timeNanos()).isLessThan(SPEC.durationNanos()).isEqualTo(market.endNanos());
        assertThat(last.due())
                .allSatisfy(each ->
                        assertThat(each.truncated() || each.terminated()).isTrue());
        MarketEnvironment whole = new MarketEnvironment(SPEC);
        finish(whole, whole.reset(5));
        assertThat(whole.market().endNanos()).isEqualTo(SPEC.durationNanos());
    }

    @Test
    void conservesEveryAssetWhileEverybodyActs() {
        for (long seed = 1; seed <= 3; seed++) {
            MarketEnvironment environment = new MarketEnvironment(SPEC);
            EnvironmentStep step = environment.reset(seed);
            while (!step.finished()) {
                step = environment.step(randomActions(step));
                assertThat(environment.market().checkConservation().violations())
                        .as("seed %d at %d ns", seed, step.timeNanos())
                        .isEmpty();
            }
        }
    }

    @Test
    void aForkAndARestoredSnapshotHaveTheOriginalsFuture() {
        List<byte[]> snapshots = new ArrayList<>();
        List<Market> forks = new ArrayList<>();
        MarketEnvironment original = new MarketEnvironment(SPEC, market -> {}, market -> {
            if (market.engine().timeNanos() >= 1800_000_000_000L && snapshots.isEmpty()) {
                snapshots.add(market.snapshot());
                forks.add(market.fork());
            }
            return market;
        });
        finish(original, original.reset(11));
        MarketEnvironment forked = new MarketEnvironment(SPEC);
        finish(forked, forked.resume(forks.getFirst()));
        MarketEnvironment restored = new MarketEnvironment(SPEC);
        finish(restored, restored.resume(Market.restore(SPEC, snapshots.getFirst())));
        assertThat(forked.digest()).isEqualTo(original.digest());
        assertThat(restored.digest()).isEqualTo(original.digest());
        assertThat(restored.market().snapshot()).isEqualTo(original.market().snapshot());
    }

    @Test
    void aForkOfTheEnvironmentGoesOnAsTheOriginalAtEveryStageOfARun() {
        MarketEnvironment original = new MarketEnvironment(SPEC);
        EnvironmentStep step = original.reset(12);
        List<MarketEnvironment> forks = new ArrayList<>();
        List<EnvironmentStep> from = new ArrayList<>();
        for (long epoch = 0; !step.finished(); epoch++) {
            if (epoch % 200 == 0) {
                forks.add(original.fork());
                from.add(step);
            }
            step = original.step(randomActions(step));
        }
        assertThat(forks).hasSizeGreaterThan(3);
        for (int i = 0; i < forks.size(); i++) {
            EnvironmentStep last = finish(forks.get(i), from.get(i));
            assertThat(forks.get(i).digest()).isEqualTo(original.digest());
            assertSame(last, step);
        }
    }

    /** Digest of what a copy does when everybody acts at random for so many epochs. */
    private static String future(MarketEnvironment fork, int epochs) {
        EnvironmentStep step = fork.step(Map.of());
        for (int epoch = 0; epoch < epochs && !step.finished(); epoch++) {
            step = fork.step(randomActions(step));
        }
        return fork.digest();
    }

    @Test
    void copiesWithOtherLuckShareThePresentAndNothingThatComes() {
        MarketEnvironment original = new MarketEnvironment(SPEC);
        EnvironmentStep step = original.reset(12);
        for (int epoch = 0; epoch < 300; epoch++) {
            step = original.step(randomActions(step));
        }
        List<double[]> seen =
                step.due().stream().map(each -> each.observation().values()).toList();
        Set<String> futures = new HashSet<>(Set.of(future(original.fork(), 200)));
        for (long luck = 0; luck < 5; luck++) {
            MarketEnvironment fork = original.fork(luck);
            assertThat(fork.digest()).isEqualTo(original.digest());
            assertThat(fork.observed().stream().map(Observation::values))
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(seen);
            String future = future(fork, 200);
            assertThat(future).isEqualTo(future(original.fork(luck), 200));
            assertThat(futures.add(future)).as("luck %d", luck).isTrue();
        }
    }

    /** How often the seed stands in a saved market: once for each stream of chance, and once for those of participants to come. */
    private static int streamsOf(long seed, Market market) {
        ByteBuffer saved = ByteBuffer.wrap(market.snapshot());
        int streams = 0;
        for (int at = 0; at + Long.BYTES <= saved.capacity(); at++) {
            streams += saved.getLong(at) == seed || Long.reverseBytes(saved.getLong(at)) == seed ? 1 : 0;
        }
        return streams;
    }

    @Test
    void noStreamOfChanceIsForgotten() {
        long seed = 0x1234_5678_9ABC_DEF0L;
        Market market = Market.of(SPEC, seed);
        assertThat(streamsOf(seed, market)).isGreaterThan(20);
        market.divert(7);
        assertThat(streamsOf(seed, market)).isEqualTo(1);
    }

    private static void assertSame(EnvironmentStep actual, EnvironmentStep expected) {
        assertThat(actual.due()).hasSameSizeAs(expected.due());
        for (int i = 0; i < actual.due().size(); i++) {
            assertThat(actual.due().get(i).observation().values())
                    .isEqualTo(expected.due().get(i).observation().values());
            assertThat(actual.due().get(i).terms())
                    .isEqualTo(expected.due().get(i).terms());
        }
    }

    @Test
    void whatIsDoneInAForkIsNotSeenInTheOriginal() {
        MarketEnvironment alone = new MarketEnvironment(SPEC);
        finish(alone, alone.reset(13));
        MarketEnvironment original = new MarketEnvironment(SPEC);
        EnvironmentStep step = original.reset(13);
        MarketEnvironment fork = original.fork();
        EnvironmentStep elsewhere = step;
        for (int i = 0; i < 300; i++) {
            elsewhere = fork.step(Map.of());
        }
        finish(original, step);
        assertThat(original.digest()).isEqualTo(alone.digest());
        assertThat(finish(fork, elsewhere).finished()).isTrue();
        assertThat(fork.digest()).isNotEqualTo(alone.digest());
    }

    @Test
    void rewardsOfAllTermsAddUpToTheChangeOfEquity() {
        MarketEnvironment environment = new MarketEnvironment(SPEC);
        EnvironmentStep step = environment.reset(3);
        double[] sums = new double[SPEC.agents().size()];
        while (!step.finished()) {
            add(step, sums);
            step = environment.step(randomActions(step));
        }
        add(step, sums);
        int trader = environment.agents().indexOf("fund");
        double change = environment
                        .market()
                        .engine()
                        .equity(environment.market().seat(trader).participant())
                - environment.market().seat(trader).initialEquity();
        assertThat(sums[trader]).isCloseTo(change, org.assertj.core.data.Offset.offset(1e-6 * Math.abs(change) + 1e-6));
    }

    private static void add(EnvironmentStep step, double[] sums) {
        for (AgentStep each : step.due()) {
            sums[SPEC.agents().stream().map(a -> a.id()).toList().indexOf(each.agent())] += each.reward();
        }
    }

    @Test
    void nothingBeforeAPerturbationOfTheFutureChanges() {
        long perturbedNanos = 3600_000_000_000L;
        List<MarketEvent> base = before(trace(SPEC, 9), perturbedNanos);
        List<MarketEvent> perturbed = before(trace(FullMarket.withShock(SPEC, perturbedNanos), 9), perturbedNanos);
        assertThat(perturbed).isEqualTo(base);
        assertThat(trace(FullMarket.withShock(SPEC, perturbedNanos), 9)).isNotEqualTo(trace(SPEC, 9));
    }

    private static List<MarketEvent> before(List<MarketEvent> events, long timeNanos) {
        return events.stream().filter(each -> each.timeNanos() < timeNanos).toList();
    }

    @Test
    void refusesSnapshotsThatAreAlteredOrOfAnotherScenario() {
        byte[] snapshot = Market.of(SPEC, 1).snapshot();
        byte[] truncated = java.util.Arrays.copyOf(snapshot, snapshot.length - 9);
        assertThatThrownBy(() -> Market.restore(SPEC, truncated)).isInstanceOf(CorruptStateException.class);
        byte[] wrongVersion = snapshot.clone();
        wrongVersion[0] ^= 2;
        assertThatThrownBy(() -> Market.restore(SPEC, wrongVersion))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("version");
    }

    @Test
    void refusesActionsOfAgentsThatAreNotDue() {
        MarketEnvironment environment = new MarketEnvironment(SPEC);
        EnvironmentStep step = environment.reset(1);
        String notDue = environment.agents().stream()
                .filter(agent ->
                        step.due().stream().noneMatch(each -> each.agent().equals(agent)))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> environment.step(Map.of(notDue, Action.HOLD))).hasMessageContaining(notDue);
        assertThatThrownBy(() -> new MarketEnvironment(SPEC).step(Map.of())).hasMessageContaining("reset");
    }
}
