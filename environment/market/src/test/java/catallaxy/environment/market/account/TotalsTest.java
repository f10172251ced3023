package catallaxy.environment.market.account;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a participant did, counted up and taken back. */
final class TotalsTest {
    /** One of the things that are counted; worth a quarter of a unit, so that sums are exact. */
    private static void happen(Totals totals, RandomStream random) {
        double quote = random.nextInt(1_000) / 4.0;
        switch (random.nextInt(6)) {
            case 0 -> totals.fill(quote, 0.25);
            case 1 -> totals.fee(quote);
            case 2 -> totals.gas(quote);
            case 3 -> totals.revert();
            case 4 -> totals.reject();
            default -> totals.cut();
        }
    }

    private static Totals happened(long seed, int times) {
        RandomStream random = RandomStream.of(seed, "test/totals");
        Totals totals = new Totals();
        for (int i = 0; i < times; i++) {
            happen(totals, random);
        }
        return totals;
    }

    private static List<Number> values(Totals totals) {
        return List.of(
                totals.fills(),
                totals.reverted(),
                totals.rejected(),
                totals.beyondMeans(),
                totals.tradedQuote(),
                totals.feesPaidQuote(),
                totals.gasPaidQuote());
    }

    @Test
    void eachIsCountedUnderItsName() {
        Totals totals = new Totals();
        totals.fill(100, 2);
        totals.fill(50, 1);
        totals.fee(0.5);
        totals.gas(7);
        totals.revert();
        totals.reject();
        totals.reject();
        totals.cut();
        totals.cut();
        totals.cut();
        assertThat(values(totals)).containsExactly(2L, 1L, 2L, 3L, 150.0, 3.5, 7.0);
        assertThat(values(new Totals())).containsExactly(0L, 0L, 0L, 0L, 0.0, 0.0, 0.0);
    }

    @Test
    void whatWasDoneSinceIsWhatIsTakenBack() {
        for (long seed = 0; seed < 50; seed++) {
            RandomStream random = RandomStream.of(seed, "test/since");
            Totals totals = happened(seed, 30);
            Totals earlier = totals.copy();
            List<Number> before = values(earlier);
            Totals alone = new Totals();
            RandomStream again = random.copy();
            for (int i = 0; i < 30; i++) {
                happen(totals, random);
                happen(alone, again);
            }
            Totals since = totals.since(earlier);
            assertThat(values(since)).as("seed %d", seed).isEqualTo(values(alone));
            assertThat(values(earlier)).as("seed %d: the copy stays", seed).isEqualTo(before);
            totals.takeBack(since);
            assertThat(values(totals)).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void readsWhatItWrote() {
        for (long seed = 0; seed < 20; seed++) {
            Totals totals = happened(seed, 40);
            StateWriter out = new StateWriter();
            totals.save(out);
            assertThat(out.size()).isEqualTo(56);
            StateReader in = new StateReader(out.toBytes());
            assertThat(values(Totals.load(in))).as("seed %d", seed).isEqualTo(values(totals));
            in.end();
        }
    }
}
