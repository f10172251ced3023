package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of what was forced is due, in which order, and what is taken back. */
final class ForcedQueueTest {
    private static final ForcedInclusion RULE = new ForcedInclusion(100, 10);
    private static final ForcedTransaction FIRST = forced(0, 5, 1);
    private static final ForcedTransaction SECOND = forced(1, 7, 2);
    private static final long ALL = 1_000_000;

    private static ForcedTransaction forced(int who, long sentNanos, long block) {
        return new ForcedTransaction(who, 30_000, new Call.Transfer(1, 2, UInt256.ONE), sentNanos, block);
    }

    private static ForcedQueue both() {
        ForcedQueue queue = new ForcedQueue(RULE);
        queue.add(FIRST);
        queue.add(SECOND);
        return queue;
    }

    private static ForcedQueue settled() {
        ForcedQueue queue = both();
        queue.settle(2);
        return queue;
    }

    @Test
    void isDueAfterTheDelayOfWhoMakesTheBlock() {
        assertThat(settled().due(14, true, ALL)).isEmpty();
        assertThat(settled().due(15, true, ALL)).containsExactly(FIRST);
        assertThat(settled().due(17, true, ALL)).containsExactly(FIRST, SECOND);
        assertThat(settled().due(104, false, ALL)).isEmpty();
        assertThat(settled().due(107, false, ALL)).containsExactly(FIRST, SECOND);
        assertThat(settled().due(107, false, 59_999)).containsExactly(FIRST);
    }

    @Test
    void waitsUntilItsBlockStands() {
        ForcedQueue queue = both();
        assertThat(queue.due(1_000, true, ALL)).isEmpty();
        queue.settle(1);
        assertThat(queue.due(1_000, true, ALL)).containsExactly(FIRST);
        queue.recall(2);
        queue.settle(2);
        assertThat(queue.due(1_000, true, ALL)).containsExactly(FIRST);
        queue.removeLatest();
        assertThat(queue.size()).isZero();
    }

    @Test
    void whatIsPutBackStandsInFrontAgain() {
        ForcedQueue queue = settled();
        queue.take(List.of(FIRST, SECOND));
        ForcedTransaction third = forced(2, 8, 2);
        queue.add(third);
        queue.putBack(List.of(FIRST, SECOND));
        assertThat(queue.due(1_000, true, ALL)).containsExactly(FIRST, SECOND, third);
    }

    @Test
    void copiesAndSavedOnesAreApart() {
        ForcedQueue queue = settled();
        ForcedQueue copy = queue.copy();
        StateWriter out = new StateWriter();
        queue.save(out);
        queue.take(List.of(FIRST));
        StateReader in = new StateReader(out.toBytes());
        ForcedQueue loaded = ForcedQueue.load(in, Kinds.registered().reader(), RULE);
        in.end();
        assertThat(copy.due(1_000, true, ALL)).containsExactly(FIRST, SECOND);
        assertThat(loaded.due(1_000, true, ALL)).containsExactly(FIRST, SECOND);
        StateWriter none = new StateWriter();
        new ForcedQueue(ForcedInclusion.NONE).save(none);
        assertThat(none.toBytes()).isEmpty();
    }

    @Test
    void aRuleThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> new ForcedInclusion(10, 11)).hasMessageContaining("at most the delay, 10 ns");
        assertThatThrownBy(() -> new DataSpec(DataSpec.NOWHERE, DataSpec.NONE.data(), RULE))
                .hasMessageContaining(
                        "settlesOn: expected the chain through which is forced, since forced-inclusion.delay is not 0 s");
        assertThat(new DataSpec("l1", DataSpec.NONE.data(), RULE).isForcedBy("l1"))
                .isTrue();
        assertThat(new DataSpec("l1", DataSpec.NONE.data()).isForcedBy("l1")).isFalse();
    }
}
