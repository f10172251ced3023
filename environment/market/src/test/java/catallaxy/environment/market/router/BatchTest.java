package catallaxy.environment.market.router;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.TestFrame;
import catallaxy.environment.market.contract.TestSite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of a batch, one after another, as far as they succeed. */
final class BatchTest {
    private final Contract multicall = new BatchKind().onChain(new TestSite()).orElseThrow();
    private final List<Call> made = new ArrayList<>();
    private final List<List<Result>> known = new ArrayList<>();

    /** A call that gives so many units; none at all reverts. */
    private static Call giving(long units) {
        return new Call.Transfer(1, 0, UInt256.of(units));
    }

    private static Result result(Call call) {
        UInt256 units = ((Call.Transfer) call).amount().known();
        return units.isZero() ? Result.reverted("NOTHING") : Result.of(units);
    }

    private Result run(TestFrame frame, long... units) {
        List<Call> calls = new ArrayList<>();
        for (long each : units) {
            calls.add(giving(each));
        }
        frame.callingBack((call, results) -> {
            made.add(call);
            known.add(results);
            return result(call);
        });
        return multicall.call(frame, new Call.Batch(calls));
    }

    @Test
    void theResultIsTheLastOnes() {
        assertThat(run(new TestFrame(0), 3, 5, 4)).isEqualTo(Result.of(UInt256.of(4)));
        assertThat(made).containsExactly(giving(3), giving(5), giving(4));
    }

    @Test
    void eachKnowsTheResultsBeforeIt() {
        run(new TestFrame(0), 3, 5, 4);
        Result three = Result.of(UInt256.of(3));
        assertThat(known).containsExactly(List.of(), List.of(three), List.of(three, Result.of(UInt256.of(5))));
    }

    /** A batch inside another goes on counting where the outer one stands. */
    @Test
    void theResultsOfTheOuterBatchComeFirst() {
        Result outer = Result.of(UInt256.of(9));
        TestFrame frame = new TestFrame(0).after(outer);
        run(frame, 3, 5);
        assertThat(known).containsExactly(List.of(outer), List.of(outer, Result.of(UInt256.of(3))));
        assertThat(frame.earlier()).as("what the frame knows stays").containsExactly(outer);
    }

    @Test
    void theFirstThatRevertsEndsIt() {
        assertThat(run(new TestFrame(0), 3, 0, 4)).isEqualTo(Result.reverted("NOTHING"));
        assertThat(made).containsExactly(giving(3), giving(0));
    }
}
