package catallaxy.environment.market.node;

import catallaxy.environment.market.venue.uniswapv2.TransactionBenchmark;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/**
 * A program that has a real node (anvil) mine full blocks of router swaps on the published Uniswap V2 contracts, and executes {@link
 * TransactionBenchmark} turn by turn with it, and prints both rates. The node's time is that of mining alone: its transactions were signed,
 * sent and checked before. It ends at once, saying why, where there is no Node.js.
 */
public final class TransactionRivals implements AutoCloseable {
    private static final int WARM_UP_ROUNDS = 5;
    private static final int OURS_PER_ROUND = 200_000;
    private static final long GENESIS = 2_000_000_000L;
    private static final long GAS_LIMIT = 180_000;
    private static final long BASE_FEE_WEI = 1_000_000_000L;
    private static final String V2 = "@uniswap/v2-core/build/";
    private static final String ROUTER = "@uniswap/v2-periphery/build/UniswapV2Router02.json";
    private static final String APPROVE = "095ea7b3";
    private static final String TRANSFER = "a9059cbb";
    private static final String CREATE_PAIR = "c9c65396";
    private static final String ADD_LIQUIDITY = "e8e33700";
    private static final String SWAP = "38ed1739";
    private static final String SWAPPED = "0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822";

    private final DevelopmentNode node;
    private final List<String> senders;
    private final String[] tokens;
    private final String router;
    private final TransactionBenchmark ours = new TransactionBenchmark(1);
    private long random = 1;
    private long gasUsed;

    /** Transactions a second of one side in one round, by processor time and by the clock. */
    private record Rate(double ofProcessor, double ofClock) {
        static Rate of(int transactions, long processorNanos, long nanos) {
            return new Rate(transactions * 1e9 / processorNanos, transactions * 1e9 / nanos);
        }
    }

    private TransactionRivals(NodePackages packages) {
        node = DevelopmentNode.start(
                packages,
                GENESIS,
                "--accounts",
                Integer.toString(TransactionBenchmark.BLOCK),
                "--gas-limit",
                Long.toString(GAS_LIMIT * TransactionBenchmark.BLOCK));
        senders = node.accounts();
        String supply = word(BigInteger.ONE.shiftLeft(110));
        tokens = new String[] {
            node.deploy(packages.bytecode(V2 + "ERC20.json") + supply),
            node.deploy(packages.bytecode(V2 + "ERC20.json") + supply)
        };
        String owner = address(senders.getFirst());
        String factory = node.deploy(packages.bytecode(V2 + "UniswapV2Factory.json") + owner);
        router = node.deploy(packages.bytecode(ROUTER) + address(factory) + owner);
        node.execute(factory, CREATE_PAIR + address(tokens[0]) + address(tokens[1]));
        endow();
        addLiquidity(owner);
    }

    /** Arguments: rounds (default 10), blocks of the node in each (default 20). */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int blocks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        try (TransactionRivals rivals = new TransactionRivals(NodePackages.fetched("@uniswap/v2-core@1.0.1", "@uniswap/v2-periphery@1.1.0-beta.0"))) {
            rivals.compare(rounds, blocks);
        } catch (TestAbortedException absent) {
            System.out.println("skipped: " + absent.getMessage());
        }
    }

    /** Gives each sender its tokens, and lets the router take them. */
    private void endow() {
        String most = "f".repeat(64);
        for (String token : tokens) {
            for (String each : senders) {
                node.execute(token, TRANSFER + address(each) + word(BigInteger.ONE.shiftLeft(80)));
            }
        }
        node.call("evm_setAutomine", "false");
        for (String token : tokens) {
            senders.forEach(each -> node.submit(each, token, APPROVE + address(router) + most, ""));
        }
        node.call("evm_mine", "");
        node.call("evm_setAutomine", "true");
    }

    private void addLiquidity(String owner) {
        String amount = word(BigInteger.ONE.shiftLeft(90));
        String zero = word(BigInteger.ZERO);
        node.execute(
                router,
                ADD_LIQUIDITY
                        + address(tokens[0])
                        + address(tokens[1])
                        + amount
                        + amount
                        + zero
                        + zero
                        + owner
                        + "f".repeat(64));
    }

    private void compare(int rounds, int blocks) {
        node.call("evm_setAutomine", "false");
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            runOurs();
        }
        mine(2);
        Rate[] our = new Rate[rounds];
        Rate[] their = new Rate[rounds];
        for (int round = 0; round < rounds; round++) {
            our[round] = runOurs();
            their[round] = mine(blocks);
        }
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d rounds of %,d transactions here and %d blocks of %d swaps at the node, %,d gas a swap there%n",
                System.getProperty("java.runtime.version"),
                rounds,
                OURS_PER_ROUND,
                blocks,
                TransactionBenchmark.BLOCK,
                gasUsed / TransactionBenchmark.BLOCK);
        System.out.println("transactions a second of processor time; then by the clock");
        print("catallaxy", rates(our, true), rates(our, false));
        print("anvil", rates(their, true), rates(their, false));
        print("ratio", ratios(our, their, true), ratios(our, their, false));
    }

    private static double[] rates(Rate[] rates, boolean ofProcessor) {
        return Arrays.stream(rates)
                .mapToDouble(rate -> ofProcessor ? rate.ofProcessor() : rate.ofClock())
                .toArray();
    }

    private static double[] ratios(Rate[] our, Rate[] their, boolean ofProcessor) {
        double[] ratios = rates(our, ofProcessor);
        double[] below = rates(their, ofProcessor);
        Arrays.setAll(ratios, i -> ratios[i] / below[i]);
        return ratios;
    }

    private static void print(String name, double[] ofProcessor, double[] ofClock) {
        System.out.printf(Locale.ROOT, "  %-10s %s   %s%n", name, summary(ofProcessor), summary(ofClock));
    }

    private static String summary(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "min %,.1f  median %,.1f  max %,.1f",
                sorted[0],
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]);
    }

    private Rate runOurs() {
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        ours.run(OURS_PER_ROUND);
        long nanos = System.nanoTime() - start;
        return Rate.of(
                OURS_PER_ROUND,
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor,
                nanos);
    }

    /** Has the node mine so many full blocks. */
    private Rate mine(int blocks) {
        long processor = 0;
        long nanos = 0;
        for (int block = 0; block < blocks; block++) {
            senders.forEach(this::send);
            node.call("anvil_setNextBlockBaseFeePerGas", Long.toString(BASE_FEE_WEI));
            long before = node.cpuNanos();
            long start = System.nanoTime();
            node.call("evm_mine", "");
            nanos += System.nanoTime() - start;
            processor += node.cpuNanos() - before;
            requireFull();
        }
        return Rate.of(blocks * TransactionBenchmark.BLOCK, Math.max(1, processor), nanos);
    }

    private void send(String sender) {
        long drawn = next();
        int in = (int) (drawn & 1);
        long tip = 1_000_000 + (drawn >>> 44);
        String swap = SWAP
                + word(BigInteger.valueOf(1_000_000 + (drawn >>> 24)))
                + word(BigInteger.ONE)
                + word(BigInteger.valueOf(160))
                + address(sender)
                + "f".repeat(64)
                + word(BigInteger.TWO)
                + address(tokens[in])
                + address(tokens[1 - in]);
        String fields = String.format(
                Locale.ROOT,
                ",\"gas\":\"0x%x\",\"maxFeePerGas\":\"0x%x\",\"maxPriorityFeePerGas\":\"0x%x\"",
                GAS_LIMIT,
                2 * BASE_FEE_WEI,
                tip);
        node.submit(sender, router, swap, fields);
    }

    /** Every sender's swap came into the latest block, and went through the pair. */
    private void requireFull() {
        String block = node.call("eth_getBlockByNumber", "\"latest\",false");
        gasUsed = number(block, "\"gasUsed\":\"0x([0-9a-f]+)\"");
        String logs = node.call(
                "eth_getLogs", "{\"fromBlock\":\"latest\",\"toBlock\":\"latest\",\"topics\":[\"" + SWAPPED + "\"]}");
        long swaps = Pattern.compile(SWAPPED).matcher(logs).results().count();
        if (swaps != TransactionBenchmark.BLOCK) {
            throw new IllegalStateException(swaps + " swaps in a block of " + gasUsed + " gas");
        }
    }

    private static long number(String json, String pattern) {
        return Pattern.compile(pattern)
                .matcher(json)
                .results()
                .map((MatchResult found) -> Long.parseLong(found.group(1), 16))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + pattern + " in " + json));
    }

    private static String address(String address) {
        return "0".repeat(24) + address.substring(2);
    }

    private static String word(BigInteger value) {
        String digits = value.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    private long next() {
        random = random * 6364136223846793005L + 1442695040888963407L;
        return random ^ (random >>> 29);
    }

    @Override
    public void close() {
        node.close();
    }
}
