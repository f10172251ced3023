package catallaxy.agents.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.NormalDistribution;
import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

/** The table of action values. */
class ActionValuesTest {
    private static ExecutionChoice choice(long key, double promised) {
        return new ExecutionChoice(0, 0, 0, key, promised);
    }

    @Test
    void withoutWhatComesLaterAValueIsTheMeanOfItsRewards() {
        ActionValues values = new ActionValues(0.05, 0);
        ExecutionChoice choice = choice(1, 10);
        RandomStream random = RandomStream.of(3, "rewards");
        for (int i = 0; i < 4_000; i++) {
            values.learn(choice, 4 + random.nextGaussian(), 0);
        }
        assertThat(values.of(choice)).isCloseTo(4, within(0.7));
        assertThat(values.of(choice(2, 10))).as("not tried").isEqualTo(10);
        assertThat(values.of(choice(1, 12)))
                .as("what falls short falls short of the promise")
                .isCloseTo(6, within(0.7));
        assertThat(values.visits(choice)).isEqualTo(4_000);
        assertThat(values.size()).isEqualTo(1);
    }

    /** Two choices that earn the same: whichever was tried is worth the same as the one that was not. */
    @Test
    void whatWasTriedIsNotPreferredForIt() {
        ActionValues values = new ActionValues(0.01, 0.95);
        ExecutionChoice tried = choice(1, 5);
        ExecutionChoice other = choice(2, 5);
        for (int i = 0; i < 20_000; i++) {
            double best = Math.max(values.of(tried), values.of(other));
            values.decided(best);
            values.learn(tried, 5, best);
        }
        assertThat(values.of(tried)).isCloseTo(5, within(1e-6));
        assertThat(values.of(other) - values.of(tried)).isCloseTo(0, within(1e-6));
    }

    /** After one choice comes what is better than usual, after the other what is worse; both earn the same. */
    @Test
    void whatFollowsCountsAsFarAsItIsUnusual() {
        ActionValues values = new ActionValues(0.01, 0.9);
        for (int i = 0; i < 10_000; i++) {
            values.decided(i % 2 == 0 ? 8 : 2);
            values.learn(choice(1 + i % 2, 5), 5, i % 2 == 0 ? 8 : 2);
        }
        assertThat(values.of(choice(1, 5))).isCloseTo(5 + 0.9 * 3, within(0.1));
        assertThat(values.of(choice(2, 5))).isCloseTo(5 - 0.9 * 3, within(0.1));
    }

    @Test
    void confidenceGrowsWithExperienceAndIsEvenWithoutAnyDifference() {
        ActionValues values = new ActionValues(0.5, 0);
        ExecutionChoice good = choice(1, 5);
        ExecutionChoice bad = choice(2, 5);
        assertThat(values.confidence(good, bad)).isEqualTo(0.5);
        RandomStream random = RandomStream.of(1, "rewards");
        double before = 0.5;
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 30; i++) {
                values.learn(good, 5 + random.nextGaussian(), 0);
                values.learn(bad, 4 + random.nextGaussian(), 0);
            }
            before = values.confidence(good, bad);
        }
        assertThat(before).isGreaterThan(0.8);
        assertThat(values.confidence(bad, good)).isCloseTo(1 - before, within(1e-9));
    }

    /** Two means of four rewards of variance 4/3, a unit apart: Φ(1 / √(1/3 + 1/3)). */
    @Test
    void confidenceIsThatOfNormalMeans() {
        ActionValues values = new ActionValues(0, 0);
        for (double reward : new double[] {4, 6, 4, 6}) {
            values.learn(choice(1, 5), reward, 0);
            values.learn(choice(2, 4), reward, 0);
        }
        assertThat(values.confidence(choice(1, 5), choice(2, 4)))
                .isCloseTo(NormalDistribution.cumulative(StrictMath.sqrt(1.5)), within(1e-12));
    }

    @Test
    void aCopyLearnsByItself() {
        ActionValues values = new ActionValues(0.1, 0.5);
        values.learn(choice(1, 5), 2, 0);
        values.decided(3);
        ActionValues copy = values.copy();
        assertThat(copy.of(choice(1, 5))).isEqualTo(values.of(choice(1, 5)));
        copy.learn(choice(1, 5), -100, 0);
        copy.decided(100);
        assertThat(values.of(choice(1, 5))).isNotEqualTo(copy.of(choice(1, 5)));
        assertThat(values.visits(choice(1, 5))).isEqualTo(1);
    }
}
