package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MempoolTest {
    private static Transaction transaction(long sequence, long cap, long tip) {
        return new Transaction(sequence, 7, 3, 21_000, cap, tip, 0, new Call.Transfer(0, 0, UInt256.ONE));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 10, 110, 11, true",
        "100, 10, 109, 11, false",
        "100, 10, 110, 10, false",
        "100, 10, 200, 0, false",
        "100, 0, 200, 0, false",
        "100, 0, 110, 1, true",
        "100, 1, 110, 1, false",
        "100, 1, 110, 2, true",
        "15, 5, 16, 6, true",
        "15, 5, 15, 5, false",
        "19, 19, 20, 20, true",
        "20, 20, 21, 21, false",
        "0, 0, 0, 0, false",
        "0, 0, 1, 1, true",
        "8000000000000000000, 1, 8800000000000000000, 2, true",
        "8000000000000000000, 1, 8799999999999999999, 2, false",
        "9000000000000000000, 1, 9223372036854775807, 2, false",
    })
    void replacesOnlyWhereBothFeesRiseByATenthAndByAWei(
            long oldCap, long oldTip, long newCap, long newTip, boolean replaces) {
        Mempool mempool = new Mempool(1);
        Transaction old = transaction(1, oldCap, oldTip);
        Transaction young = transaction(2, newCap, newTip);
        assertThat(mempool.add(old, UInt256.ONE, 0)).isEmpty();
        if (replaces) {
            assertThat(mempool.add(young, UInt256.ONE, 0)).isEmpty();
        } else {
            assertThat(mempool.add(young, UInt256.ONE, 0)).contains("REPLACEMENT_UNDERPRICED");
        }
        assertThat(mempool.waiting()).containsExactly(replaces ? young : old);
    }
}
