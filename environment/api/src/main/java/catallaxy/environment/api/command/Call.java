package catallaxy.environment.api.command;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a transaction does when it is executed; all amounts in base units. Here stand the calls that every chain knows; a protocol
 * brings its own, as records that implement this interface.
 *
 * <p>A call either succeeds whole or reverts whole; a reverted call still pays its gas.
 */
public interface Call {
    /** How many calls may stand in each other, the outermost included: as many as a saved state is read with. */
    int MAX_NESTED = 16;

    /** Bytes that name a function in a call's data. */
    long FUNCTION_BYTES = 4;

    /** Bytes of a word, which numbers and addresses take in a call's data. */
    long WORD_BYTES = 32;

    /** The kind of call, in traces and saved states: the simple name of its class. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * How many calls stand in each other here, this one included: 1 for a call that holds no other. One that holds others counts them,
     * and refuses to be made with more than {@link #MAX_NESTED}.
     */
    default int nested() {
        return 1;
    }

    /**
     * Bytes of its data in a transaction, before compression, as contracts of Ethereum take it: four for the function and a word of 32 for
     * each component; calls with lists or other calls in them count those.
     */
    default long dataBytes() {
        return words(getClass().isRecord() ? getClass().getRecordComponents().length : 1);
    }

    private static long words(long words) {
        return FUNCTION_BYTES + WORD_BYTES * words;
    }

    /** Bytes that another call takes within a call's data: its offset, its length, and its data in whole words. */
    static long bytesWithin(Call inner) {
        return WORD_BYTES * (2 + Math.ceilDiv(inner.dataBytes(), WORD_BYTES));
    }

    /** Writes the fields, without the name; a static {@code load} of the class reads them back. */
    void save(StateWriter out);

    /** Writes name and fields, for a {@link CallReader}. */
    default void write(StateWriter out) {
        save(out.text(name()));
    }

    /** A call of one venue of the chain, which that venue's own contract carries out. */
    interface OfVenue extends Call {
        /** Index of the venue. */
        int venue();
    }

    /**
     * Swaps an exact input through one or more pools of the chain.
     *
     * @param pools        venue indices, in the order of the path
     * @param assetIn      the asset paid
     * @param minAmountOut least acceptable output, else {@code UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT}
     */
    record Swap(List<Integer> pools, int assetIn, Amount amountIn, UInt256 minAmountOut) implements Call {
        public Swap {
            pools = Checks.elements("pools", "a venue", pools);
            Checks.present("amountIn", "an amount", amountIn);
            Checks.present("minAmountOut", "an amount", minAmountOut);
            if (pools.isEmpty()) {
                throw new IllegalArgumentException("swap: expected at least one pool");
            }
        }

        /** A swap of a number of base units. */
        public Swap(List<Integer> pools, int assetIn, UInt256 amountIn, UInt256 minAmountOut) {
            this(pools, assetIn, exactly("amountIn", amountIn), minAmountOut);
        }

        /** Two amounts, the path with its offset and length, receiver and deadline. */
        @Override
        public long dataBytes() {
            return words(7L + pools.size());
        }

        @Override
        public void save(StateWriter out) {
            out.int32(pools.size());
            pools.forEach(out::int32);
            amountIn.save(out.int32(assetIn));
            minAmountOut.save(out);
        }

        /** Reads what {@link #save} wrote. */
        public static Swap load(StateReader in) {
            int count = in.count(Integer.BYTES);
            List<Integer> pools = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                pools.add(in.int32());
            }
            return new Swap(pools, in.int32(), Amount.load(in), UInt256.load(in));
        }
    }

    /** Deposits both assets of a pool in the pool's ratio, up to the desired amounts, for liquidity shares. */
    record AddLiquidity(int pool, Amount amount0Desired, Amount amount1Desired, UInt256 amount0Min, UInt256 amount1Min)
            implements OfVenue {
        public AddLiquidity {
            Checks.present("amount0Desired", "an amount", amount0Desired);
            Checks.present("amount1Desired", "an amount", amount1Desired);
            Checks.present("amount0Min", "an amount", amount0Min);
            Checks.present("amount1Min", "an amount", amount1Min);
        }

        /** A deposit of at most so many base units. */
        public AddLiquidity(
                int pool, UInt256 amount0Desired, UInt256 amount1Desired, UInt256 amount0Min, UInt256 amount1Min) {
            this(
                    pool,
                    exactly("amount0Desired", amount0Desired),
                    exactly("amount1Desired", amount1Desired),
                    amount0Min,
                    amount1Min);
        }

        @Override
        public int venue() {
            return pool;
        }

        @Override
        public void save(StateWriter out) {
            amount0Desired.save(out.int32(pool));
            amount1Desired.save(out);
            amount0Min.save(out);
            amount1Min.save(out);
        }

        /** Reads what {@link #save} wrote. */
        public static AddLiquidity load(StateReader in) {
            return new AddLiquidity(in.int32(), Amount.load(in), Amount.load(in), UInt256.load(in), UInt256.load(in));
        }
    }

    /** Burns liquidity shares for both assets. */
    record RemoveLiquidity(int pool, Amount shares, UInt256 amount0Min, UInt256 amount1Min) implements OfVenue {
        public RemoveLiquidity {
            Checks.present("shares", "an amount", shares);
            Checks.present("amount0Min", "an amount", amount0Min);
            Checks.present("amount1Min", "an amount", amount1Min);
        }

        /** A removal of so many shares, base units. */
        public RemoveLiquidity(int pool, UInt256 shares, UInt256 amount0Min, UInt256 amount1Min) {
            this(pool, exactly("shares", shares), amount0Min, amount1Min);
        }

        @Override
        public int venue() {
            return pool;
        }

        @Override
        public void save(StateWriter out) {
            shares.save(out.int32(pool));
            amount0Min.save(out);
            amount1Min.save(out);
        }

        /** Reads what {@link #save} wrote. */
        public static RemoveLiquidity load(StateReader in) {
            return new RemoveLiquidity(in.int32(), Amount.load(in), UInt256.load(in), UInt256.load(in));
        }
    }

    /** Sends an asset over a bridge to the sender's account on the other chain. */
    record BridgeTransfer(int bridge, int asset, Amount amount) implements Call {
        public BridgeTransfer {
            Checks.present("amount", "an amount", amount);
        }

        /** A transfer of so many base units. */
        public BridgeTransfer(int bridge, int asset, UInt256 amount) {
            this(bridge, asset, exactly("amount", amount));
        }

        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(bridge).int32(asset));
        }

        /** Reads what {@link #save} wrote. */
        public static BridgeTransfer load(StateReader in) {
            return new BridgeTransfer(in.int32(), in.int32(), Amount.load(in));
        }
    }

    /** Sends an asset to the sender's account at an exchange; credited after the exchange's confirmations. */
    record Deposit(int exchange, int asset, Amount amount) implements Call {
        public Deposit {
            Checks.present("amount", "an amount", amount);
        }

        /** A deposit of so many base units. */
        public Deposit(int exchange, int asset, UInt256 amount) {
            this(exchange, asset, exactly("amount", amount));
        }

        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(exchange).int32(asset));
        }

        /** Reads what {@link #save} wrote. */
        public static Deposit load(StateReader in) {
            return new Deposit(in.int32(), in.int32(), Amount.load(in));
        }
    }

    /** Sends an asset to another participant on the same chain. */
    record Transfer(int participant, int asset, Amount amount) implements Call {
        public Transfer {
            Checks.present("amount", "an amount", amount);
        }

        /** A transfer of so many base units. */
        public Transfer(int participant, int asset, UInt256 amount) {
            this(participant, asset, exactly("amount", amount));
        }

        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(participant).int32(asset));
        }

        /** Reads what {@link #save} wrote. */
        public static Transfer load(StateReader in) {
            return new Transfer(in.int32(), in.int32(), Amount.load(in));
        }
    }

    /** Sends an asset to a venue's contract, as one that repays a flash loan does. */
    record Pay(int venue, int asset, Amount amount) implements Call {
        public Pay {
            Checks.present("amount", "an amount", amount);
        }

        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(venue).int32(asset));
        }

        /** Reads what {@link #save} wrote. */
        public static Pay load(StateReader in) {
            return new Pay(in.int32(), in.int32(), Amount.load(in));
        }
    }

    /**
     * Executes several calls atomically: if one reverts, all do. An amount of a call may be what an earlier one {@link Amount.Given
     * gave}. At most {@link #MAX_DEPTH} stand in each other.
     */
    record Batch(List<Call> calls) implements Call {
        /** How many batches may stand in each other. */
        public static final int MAX_DEPTH = 8;

        public Batch {
            calls = Checks.elements("calls", "a call", calls);
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("batch: expected at least one call");
            }
            Checks.inRange("batches in each other", 1 + depth(calls), 1, MAX_DEPTH);
            Checks.inRange("calls in each other", nested(calls), 1, MAX_NESTED);
        }

        @Override
        public int nested() {
            return nested(calls);
        }

        private static int nested(List<Call> calls) {
            int deepest = 0;
            for (Call each : calls) {
                deepest = Math.max(deepest, each.nested());
            }
            return 1 + deepest;
        }

        private static int depth(List<Call> calls) {
            int deepest = 0;
            for (Call each : calls) {
                deepest = each instanceof Batch batch ? Math.max(deepest, 1 + depth(batch.calls)) : deepest;
            }
            return deepest;
        }

        /** The list's offset and length, and the calls. */
        @Override
        public long dataBytes() {
            return words(2) + calls.stream().mapToLong(Call::bytesWithin).sum();
        }

        @Override
        public void save(StateWriter out) {
            out.int32(calls.size());
            calls.forEach(each -> each.write(out));
        }

        /** Reads what {@link #save} wrote; the calls inside by {@code inner}. */
        public static Batch load(StateReader in, CallReader inner) {
            int count = in.count(Integer.BYTES);
            List<Call> calls = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                calls.add(inner.read(in));
            }
            return new Batch(calls);
        }
    }

    private static Amount exactly(String key, UInt256 units) {
        Checks.present(key, "an amount", units);
        return new Amount.Exactly(units);
    }
}
