package catallaxy.environment.api.command;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * What a transaction does when it is executed; all amounts in base units.
 *
 * <p>A call either succeeds whole or reverts whole; a reverted call still pays its gas.
 */
public sealed interface Call {
    /**
     * Swaps an exact input through one or more pools of the chain.
     *
     * @param pools        venue indices, in the order of the path
     * @param assetIn      the asset paid
     * @param minAmountOut least acceptable output, else {@code UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT}
     */
    record Swap(List<Integer> pools, int assetIn, UInt256 amountIn, UInt256 minAmountOut) implements Call {
        public Swap {
            pools = Checks.elements("pools", "a venue", pools);
            Checks.present("amountIn", "an amount", amountIn);
            Checks.present("minAmountOut", "an amount", minAmountOut);
            if (pools.isEmpty()) {
                throw new IllegalArgumentException("swap: expected at least one pool");
            }
        }
    }

    /** Deposits both assets of a pool in the pool's ratio, up to the desired amounts, for liquidity shares. */
    record AddLiquidity(
            int pool, UInt256 amount0Desired, UInt256 amount1Desired, UInt256 amount0Min, UInt256 amount1Min)
            implements Call {
        public AddLiquidity {
            Checks.present("amount0Desired", "an amount", amount0Desired);
            Checks.present("amount1Desired", "an amount", amount1Desired);
            Checks.present("amount0Min", "an amount", amount0Min);
            Checks.present("amount1Min", "an amount", amount1Min);
        }
    }

    /** Burns liquidity shares for both assets. */
    record RemoveLiquidity(int pool, UInt256 shares, UInt256 amount0Min, UInt256 amount1Min) implements Call {
        public RemoveLiquidity {
            Checks.present("shares", "an amount", shares);
            Checks.present("amount0Min", "an amount", amount0Min);
            Checks.present("amount1Min", "an amount", amount1Min);
        }
    }

    /** Sends an asset over a bridge to the sender's account on the other chain. */
    record BridgeTransfer(int bridge, int asset, UInt256 amount) implements Call {
        public BridgeTransfer {
            Checks.present("amount", "an amount", amount);
        }
    }

    /** Sends an asset to the sender's account at an exchange; credited after the exchange's confirmations. */
    record Deposit(int exchange, int asset, UInt256 amount) implements Call {
        public Deposit {
            Checks.present("amount", "an amount", amount);
        }
    }

    /** Sends an asset to another participant on the same chain. */
    record Transfer(int participant, int asset, UInt256 amount) implements Call {
        public Transfer {
            Checks.present("amount", "an amount", amount);
        }
    }

    /** Executes several calls atomically: if one reverts, all do. At most {@link #MAX_DEPTH} stand in each other. */
    record Batch(List<Call> calls) implements Call {
        /** How many batches may stand in each other. */
        public static final int MAX_DEPTH = 8;

        public Batch {
            calls = Checks.elements("calls", "a call", calls);
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("batch: expected at least one call");
            }
            Checks.inRange("batches in each other", 1 + depth(calls), 1, MAX_DEPTH);
        }

        private static int depth(List<Call> calls) {
            int deepest = 0;
            for (Call each : calls) {
                deepest = each instanceof Batch batch ? Math.max(deepest, 1 + depth(batch.calls)) : deepest;
            }
            return deepest;
        }
    }
}
