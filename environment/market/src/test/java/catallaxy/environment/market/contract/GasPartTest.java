package catallaxy.environment.market.contract;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two parts of a call's gas. */
final class GasPartTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 0, 1", "2, 0, 2", "3, 1, 2", "100, 45, 55", "30000, 13500, 16500", "99000, 44550, 54450"
    })
    void theChecksAreFortyFiveInAHundredRoundedDown(long gas, long checks, long work) {
        assertThat(GasPart.checks(gas)).isEqualTo(checks);
        assertThat(GasPart.work(gas)).isEqualTo(work);
    }

    @Test
    void bothPartsAreTheWhole() {
        RandomStream random = RandomStream.of(1, "test/gas");
        for (int i = 0; i < 1_000; i++) {
            long gas = random.nextLong(1_000_000_000_000L);
            assertThat(GasPart.checks(gas) + GasPart.work(gas)).isEqualTo(gas);
            assertThat(GasPart.checks(gas)).as("of %d", gas).isBetween(0L, GasPart.work(gas));
        }
    }

    @Test
    void theWorkIsChargedAfterTheBodyHasSucceeded() {
        TestFrame frame = new TestFrame(0);
        Result result = GasPart.charge(frame, 1_000, () -> {
            assertThat(frame.charged).containsExactly(450L);
            return Result.OK;
        });
        assertThat(result).isEqualTo(Result.OK);
        assertThat(frame.charged).containsExactly(450L, 550L);
    }

    @Test
    void aBodyThatRevertsIsChargedItsChecksAlone() {
        TestFrame frame = new TestFrame(0);
        assertThat(GasPart.charge(frame, 1_000, () -> Result.reverted("K"))).isEqualTo(Result.reverted("K"));
        assertThat(frame.charged).containsExactly(450L);
    }
}
