package catallaxy.agents.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Dates and depths of falls. */
final class DrawdownsTest {
    private static Drawdowns of(double... equity) {
        Drawdowns drawdowns = new Drawdowns();
        for (int i = 0; i < equity.length; i++) {
            drawdowns.add(10 * i, equity[i]);
        }
        return drawdowns;
    }

    @Test
    void theDeepestFallHasItsDates() {
        Drawdowns drawdowns = of(100, 90, 100, 120, 60, 90, 130, 125);
        assertThat(drawdowns.deepest()).isEqualTo(new Drawdowns.Fall(0.5, 30, 40, 60));
        assertThat(drawdowns.longest()).isEqualTo(new Drawdowns.Spell(30, 60));
        assertThat(drawdowns.underWaterSeconds()).isEqualTo(20 + 30 + 10);
        double squares = 0.1 * 0.1 + 0.5 * 0.5 + 0.25 * 0.25 + Math.pow(5.0 / 130, 2);
        assertThat(drawdowns.ulcerIndex()).isCloseTo(Math.sqrt(squares / 8), within(1e-12));
    }

    @Test
    void whatIsNotRecoveredGoesOnToTheEnd() {
        Drawdowns drawdowns = of(100, 50, 60, 70);
        assertThat(drawdowns.deepest().recoveredSeconds()).isNaN();
        assertThat(drawdowns.longest()).isEqualTo(new Drawdowns.Spell(0, 30));
        assertThat(drawdowns.longest().seconds()).isEqualTo(30);
    }

    @Test
    void whatOnlyRisesOrStandsIsNeverBelow() {
        for (Drawdowns drawdowns : new Drawdowns[] {of(1, 2, 3), of(5, 5, 5), of(1)}) {
            assertThat(drawdowns.deepest().depth()).isZero();
            assertThat(drawdowns.longest().seconds()).isZero();
            assertThat(drawdowns.underWaterSeconds()).isZero();
            assertThat(drawdowns.ulcerIndex()).isZero();
        }
        assertThat(new Drawdowns().ulcerIndex()).isNaN();
    }

    /** The longest spell by looking at every pair of samples. */
    @Test
    void theLongestSpellIsTheLongestBetweenASampleAndTheNextThatIsNotLower() {
        RandomStream random = RandomStream.of(1, "test/spells");
        for (int round = 0; round < 200; round++) {
            double[] equity = new double[2 + random.nextInt(30)];
            for (int i = 0; i < equity.length; i++) {
                equity[i] = 100 + random.nextInt(10);
            }
            double longest = 0;
            for (int i = 0; i < equity.length; i++) {
                boolean isPeak = true;
                for (int k = 0; k < i; k++) {
                    isPeak &= equity[k] <= equity[i];
                }
                int end = i + 1;
                while (end < equity.length && equity[end] < equity[i]) {
                    end++;
                }
                boolean falls = end > i + 1 && isPeak;
                longest = falls ? Math.max(longest, 10.0 * (Math.min(end, equity.length - 1) - i)) : longest;
            }
            assertThat(of(equity).longest().seconds()).isEqualTo(longest);
        }
    }
}
