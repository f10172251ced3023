package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.trace.EventSink;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A workload of whole transactions on several chains, for a caller that reads a clock: full blocks of router swaps.
 *
 * <p>Each of 250 senders sends, every twelve seconds, one swap of up to 2^40 base units to each of four chains, with a tip of its own, a fee
 * cap and a least output. So each chain makes blocks of 250 swaps that use all of the gas limit of 30 million, at a base fee that stays.
 * A transaction goes over its sender's line with latency and jitter, is checked and waits in the mempool, is chosen by tip, has its
 * gas set aside, passes router and pair under revertible frames, is paid for to burner and proposer, and goes with its events into the digest.
 * Owned by one thread.
 */
public final class TransactionBenchmark {
    /** Chains of the market. */
    public static final int CHAINS = 4;

    /** Swaps that fill a block. */
    public static final int BLOCK = 250;

    private static final long SECOND = 1_000_000_000L;
    private static final long SLOT = 12 * SECOND;
    private static final long SWAP_GAS = 120_000;
    private static final long BASE_FEE_WEI = 1_000_000_000L;
    private static final int GAS = 0;
    private static final int COIN = 1;
    private static final int QUOTE = 2;
    private static final List<String> NAMES = List.of("GAS", "COIN", "QUOTE");

    private final MarketEngine market;
    private final List<List<Integer>> paths = new ArrayList<>();
    private long random;
    private long executed;

    /** A workload over fresh chains; the seed is of amounts, directions, tips and latencies. */
    public TransactionBenchmark(long seed) {
        this(seed, EventSink.NONE);
    }

    /** The same, whose events somebody else hears, too. */
    TransactionBenchmark(long seed, EventSink listener) {
        random = seed;
        market = MarketEngine.of(spec(), seed);
        market.observe(event -> {
            count(event);
            listener.accept(event);
        });
        for (int sender = 0; sender < BLOCK; sender++) {
            market.openParticipant("sender-" + sender, endowments());
        }
        for (int chain = 0; chain < CHAINS; chain++) {
            paths.add(List.of(chain));
        }
    }

    private static EngineSpec spec() {
        List<ChainSpec> chains = new ArrayList<>();
        List<VenueSpec> pairs = new ArrayList<>();
        UInt256 reserve = UInt256.powerOfTwo(90);
        for (int chain = 0; chain < CHAINS; chain++) {
            chains.add(chain("chain-" + chain));
            pairs.add(new UniswapV2Spec("pair-" + chain, chain, COIN, QUOTE, reserve, reserve, false));
        }
        return new EngineSpec(
                NAMES.stream().map(name -> new AssetSpec(name, 18)).toList(),
                QUOTE,
                chains,
                List.of(),
                pairs,
                List.of(),
                WorldSpec.independent(
                        3_600 * SECOND,
                        List.of(new DiffusionSpec("GAS", 3_000, 0, 0), new DiffusionSpec("COIN", 1, 0, 0))));
    }

    private static ChainSpec chain(String id) {
        ChainSpec.BlockspaceDemand nobody = new ChainSpec.BlockspaceDemand(0, 0, 0, BASE_FEE_WEI);
        return new ChainSpec(
                id,
                ChainSpec.Kind.L1,
                new ChainSpec.Blocks(ChainSpec.Ordering.PRIORITY_FEE, SLOT),
                new ChainSpec.GasMarket(BLOCK * SWAP_GAS, 1, 8, BASE_FEE_WEI, GAS, nobody),
                new ChainSpec.MempoolRule(SECOND / 5, 0.5, 10_000));
    }

    private static List<Endowment> endowments() {
        List<Endowment> endowments = new ArrayList<>();
        for (int chain = 0; chain < CHAINS; chain++) {
            for (int asset = 0; asset < NAMES.size(); asset++) {
                endowments.add(new Endowment(chain, asset, UInt256.powerOfTwo(90)));
            }
        }
        return endowments;
    }

    /** The market that it runs on. */
    MarketEngine market() {
        return market;
    }

    private void count(MarketEvent event) {
        if (event instanceof MarketEvent.TransactionExecuted done && done.succeeded()) {
            executed++;
        }
    }

    /**
     * Sends so many transactions more, and produces the blocks that they come into.
     *
     * @return a number that depends on all events so far
     * @throws IllegalStateException if one of them does not succeed in its block
     */
    public long run(int transactions) {
        long before = executed;
        for (int sent = 0; sent < transactions; sent++) {
            int place = sent % (CHAINS * BLOCK);
            if (place == 0 && sent > 0) {
                produce();
            }
            send(place / CHAINS, place % CHAINS);
        }
        produce();
        if (executed - before != transactions) {
            throw new IllegalStateException((executed - before) + " of " + transactions + " transactions succeeded");
        }
        return market.log().digest().checkpoint();
    }

    private void send(int sender, int chain) {
        long drawn = next();
        UInt256 amount = UInt256.of(1_000_000 + (drawn >>> 24));
        int in = (drawn & 1) == 0 ? COIN : QUOTE;
        long tip = 1_000_000 + (drawn >>> 44);
        Call swap = new Call.Swap(paths.get(chain), in, amount, UInt256.ONE);
        market.submit(
                sender,
                new MarketCommand.SubmitTransaction(
                        chain,
                        swap,
                        MarketCommand.NEXT_NONCE,
                        SWAP_GAS,
                        2 * BASE_FEE_WEI,
                        tip,
                        market.timeNanos() + 10 * SLOT));
    }

    /** Lets time go on until every chain has made its next block. */
    private void produce() {
        long block = market.timeNanos() / SLOT * SLOT + SLOT;
        while (market.hasEventUntil(block)) {
            market.advance();
        }
    }

    private long next() {
        random = random * 6364136223846793005L + 1442695040888963407L;
        return random ^ (random >>> 29);
    }
}
