package catallaxy.environment.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The benchmark's traffic is what it says, and the naive book trades on it as the fast one does. */
class OrderBookWorkloadTest {
    private static final int COMMANDS = 10_000;

    @Test
    void isRepeatable() {
        isRepeatable(OrderBookWorkload.near(1_000, COMMANDS), OrderBookWorkload.near(1_000, COMMANDS));
        isRepeatable(OrderBookWorkload.scattered(500, COMMANDS), OrderBookWorkload.scattered(500, COMMANDS));
    }

    private static void isRepeatable(OrderBookWorkload workload, OrderBookWorkload another) {
        long checksum = run(workload, COMMANDS);
        assertThat(run(workload, COMMANDS)).isEqualTo(checksum);
        assertThat(run(another, COMMANDS)).isEqualTo(checksum);
        assertThat(run(workload, COMMANDS - 1_000)).isNotEqualTo(checksum);
    }

    private static long run(OrderBookWorkload workload, int commands) {
        workload.prepare();
        return workload.run(commands);
    }

    /** A round that were not prepared would begin where the one before ended. */
    @Test
    void beginsAnewOnlyWhereItIsPrepared() {
        OrderBookWorkload workload = OrderBookWorkload.near(1_000, COMMANDS);
        long checksum = run(workload, COMMANDS);
        assertThat(workload.run(COMMANDS)).isNotEqualTo(checksum);
    }

    @Test
    void tradesAsOnTheNaiveBook() {
        agree(OrderFlow.Shape.published(1_000));
        agree(OrderFlow.Shape.scattered(1_000));
    }

    private static void agree(OrderFlow.Shape shape) {
        OrderFlow flow = new OrderFlow(shape, 3);
        OrderBook book = new OrderBook(SelfTradePrevention.NONE);
        NaiveOrderBook naive = new NaiveOrderBook(SelfTradePrevention.NONE);
        TradeTally actual = new TradeTally();
        TradeTally expected = new TradeTally();
        for (CommandTape tape : new CommandTape[] {flow.fill(), flow.commands(COMMANDS)}) {
            OrderBookWorkload.replay(tape, tape.size(), book, actual);
            OrderBookWorkload.replay(tape, tape.size(), naive, expected);
        }
        assertThat(actual.checksum()).as("%s", shape).isEqualTo(expected.checksum());
        assertThat(book.stateHash()).as("%s", shape).isEqualTo(naive.stateHash());
        assertThat(book.restingOrders()).as("%s", shape).isBetween(900, 1_000);
    }

    @Test
    void hasThePublishedMix() {
        OrderFlow flow = new OrderFlow(OrderFlow.Shape.published(1_000), 5);
        flow.fill();
        CommandTape tape = flow.commands(100_000);
        double[] percent = new double[4];
        for (int at = 0; at < tape.size(); at++) {
            percent[tape.kind(at)] += 100.0 / tape.size();
        }
        assertThat(percent[CommandTape.REST]).isBetween(8.5, 9.5);
        assertThat(percent[CommandTape.TAKE]).isBetween(2.5, 3.5);
        assertThat(percent[CommandTape.CANCEL]).isBetween(5.5, 6.5);
        assertThat(percent[CommandTape.MOVE]).isBetween(81.5, 82.5);
    }
}
