package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A program that replays the same recorded commands on {@link OrderBook} and on exchange-core's direct book, turn by
 * turn in one process, and prints both rates. It fails if trades differ.
 */
public final class OrderBookRivals {
    private static final int WARM_UP_ROUNDS = 5;

    private final String name;
    private final CommandTape fill;
    private final CommandTape tape;
    private final int rounds;
    private final double[] ours;
    private final double[] theirs;

    private OrderBookRivals(String name, OrderFlow.Shape shape, int commands, int rounds) {
        this.name = name;
        this.rounds = rounds;
        OrderFlow flow = new OrderFlow(shape, 1);
        fill = flow.fill();
        tape = flow.commands(commands);
        ours = new double[rounds];
        theirs = new double[rounds];
    }

    /** Arguments: rounds (default 15), commands per round (default 1 000 000), part of a name (default all). */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        int commands = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        String wanted = arguments.length > 2 ? arguments[2] : "";
        System.out.printf(
                Locale.ROOT,
                "Java %s, millions of commands per second of CPU time%n",
                System.getProperty("java.runtime.version"));
        workloads().forEach((name, shape) -> {
            if (name.contains(wanted)) {
                new OrderBookRivals(name, shape, commands, rounds).run();
            }
        });
    }

    private static Map<String, OrderFlow.Shape> workloads() {
        Map<String, OrderFlow.Shape> workloads = new LinkedHashMap<>();
        workloads.put("published-1k", OrderFlow.Shape.published(1_000));
        workloads.put("scattered-1k", OrderFlow.Shape.scattered(1_000));
        workloads.put("published-1m", OrderFlow.Shape.published(1_000_000));
        workloads.put("scattered-1m", OrderFlow.Shape.scattered(1_000_000));
        return workloads;
    }

    private void run() {
        describe();
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            compare(round);
        }
        System.out.printf(Locale.ROOT, "  catallaxy      %s%n", summary(ours));
        System.out.printf(Locale.ROOT, "  exchange-core  %s%n", summary(theirs));
        double[] ratios = new double[rounds];
        Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
        System.out.printf(Locale.ROOT, "  ratio          %s%n", summary(ratios));
    }

    private void compare(int round) {
        TradeTally our = new TradeTally();
        TradeTally their = new TradeTally();
        boolean oursFirst = round % 2 == 0;
        double ourRate = oursFirst ? runOurs(our) : 0;
        double theirRate = runTheirs(their);
        ourRate = oursFirst ? ourRate : runOurs(our);
        if (our.checksum() != their.checksum()) {
            throw new IllegalStateException(name + ": " + our.trades() + " trades of " + our.lots() + " lots, but "
                    + their.trades() + " of " + their.lots() + " at exchange-core");
        }
        if (round >= 0) {
            ours[round] = ourRate;
            theirs[round] = theirRate;
        }
    }

    private double runOurs(TradeTally tally) {
        OrderBook book = new OrderBook(SelfTradePrevention.NONE);
        OrderBookWorkload.replay(fill, fill.size(), book, BookListener.SILENT);
        System.gc();
        long start = cpuNanos();
        OrderBookWorkload.replay(tape, tape.size(), book, tally);
        return rate(start);
    }

    private double runTheirs(TradeTally tally) {
        ExchangeCoreBook book = new ExchangeCoreBook();
        book.replay(fill, fill.size(), new TradeTally());
        System.gc();
        long start = cpuNanos();
        book.replay(tape, tape.size(), tally);
        return rate(start);
    }

    /** Of this thread, so that other load on the machine counts little; garbage collection is not in it. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private double rate(long startNanos) {
        return tape.size() * 1e3 / (cpuNanos() - startNanos);
    }

    private void describe() {
        int[] kinds = new int[4];
        for (int at = 0; at < tape.size(); at++) {
            kinds[tape.kind(at)]++;
        }
        OrderBook book = new OrderBook(SelfTradePrevention.NONE);
        TradeTally tally = new TradeTally();
        OrderBookWorkload.replay(fill, fill.size(), book, BookListener.SILENT);
        OrderBookWorkload.replay(tape, tape.size(), book, tally);
        double percent = 100.0 / tape.size();
        System.out.printf(Locale.ROOT, "%s: %,d commands, %.1f %% new, %.1f %% IOC, %.1f %% cancel, %.1f %% move, %,d trades%n",
                name,
                tape.size(),
                kinds[CommandTape.REST] * percent,
                kinds[CommandTape.TAKE] * percent,
                kinds[CommandTape.CANCEL] * percent,
                kinds[CommandTape.MOVE] * percent,
                tally.trades());
        System.out.printf(Locale.ROOT, "  %,d orders on %,d + %,d levels at the end%n",
                book.restingOrders(),
                book.levels(Side.BUY),
                book.levels(Side.SELL));
    }

    private static String summary(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "min %.2f  median %.2f  max %.2f",
                sorted[0],
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]);
    }
}
