package catallaxy.environment.market.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How calls end. */
final class ResultTest {
    private static final UInt256 TWO = UInt256.of(2);

    @Test
    void theFirstAmountIsTheAmount() {
        Result both = Result.of(TWO, UInt256.MAX);
        assertThat(both.ok()).isTrue();
        assertThat(both.amount()).isEqualTo(TWO);
        assertThat(both.amounts()).containsExactly(TWO, UInt256.MAX);
    }

    @Test
    void aSuccessMayGiveNothing() {
        assertThat(Result.OK.ok()).isTrue();
        assertThat(Result.OK.amount()).isEqualTo(UInt256.ZERO);
        assertThat(Result.of()).isEqualTo(Result.OK);
    }

    @Test
    void aRevertHasAReasonAndGivesNothing() {
        Result reverted = Result.reverted("K");
        assertThat(reverted.ok()).isFalse();
        assertThat(reverted.reason()).isEqualTo("K");
        assertThat(reverted.amounts()).isEmpty();
        assertThat(reverted.amount()).isEqualTo(UInt256.ZERO);
        assertThatThrownBy(() -> Result.reverted(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a revert without a reason");
    }

    @Test
    void theAmountsAreACopy() {
        List<UInt256> amounts = new ArrayList<>(List.of(TWO));
        Result result = new Result("", amounts);
        amounts.clear();
        assertThat(result.amount()).isEqualTo(TWO);
    }
}
