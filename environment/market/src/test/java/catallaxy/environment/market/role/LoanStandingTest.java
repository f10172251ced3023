package catallaxy.environment.market.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

/** What collateral is good for. */
class LoanStandingTest {
    @Test
    void theLesserOfLoanToValueAndFloorBoundsALoan() {
        LoanStanding standing = new LoanStanding(75, 80);
        assertThat(standing.most(1.6)).isCloseTo(0.999 * 50, within(1e-12));
        assertThat(standing.most(1.05)).isCloseTo(0.999 * 75, within(1e-12));
    }

    /** What can go leaves the loan at most what may then be owed. */
    @Test
    void whatIsSpareKeepsTheHealthFactor() {
        for (long seed = 1; seed <= 200; seed++) {
            RandomStream random = RandomStream.of(seed, "standing");
            double covers = 1 + 1_000 * random.nextDouble();
            double debt = covers * random.nextDouble();
            double health = 1.05 + random.nextDouble();
            LoanStanding standing = new LoanStanding(covers * 0.9, covers);
            double spare = standing.spare(debt, health);
            boolean kept = (covers - spare) / debt >= health;
            assertThat(kept || spare == 0).as("seed " + seed).isTrue();
            assertThat(spare == 0 || (covers - spare) / debt < health * 1.002).isTrue();
        }
        assertThat(new LoanStanding(9, 10).spare(0, 1.5)).isEqualTo(10);
    }
}
