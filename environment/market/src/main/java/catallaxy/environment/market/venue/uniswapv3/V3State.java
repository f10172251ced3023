package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * What a pool knows beside its ticks, positions and observations.
 *
 * @param sqrtPriceX96     square-root price; zero before the pool is initialised
 * @param tick             of the price; one lower where a swap has stopped exactly at a tick from above
 * @param liquidity        in force at the price, below 2^128
 * @param oracle           which observations there are
 * @param feeProtocol0     the protocol takes one of so many parts of the fee in token0, 4 to 10; 0 for none
 * @param feeProtocol1     the same of token1
 * @param feeGrowth0X128   fees of token0 per liquidity since the start, modulo 2^256
 * @param feeGrowth1X128   the same of token1
 * @param protocolFees0    fees of token0 that the protocol has not collected, base units modulo 2^128
 * @param protocolFees1    the same of token1
 */
record V3State(
        UInt256 sqrtPriceX96,
        int tick,
        UInt256 liquidity,
        V3OracleState oracle,
        int feeProtocol0,
        int feeProtocol1,
        UInt256 feeGrowth0X128,
        UInt256 feeGrowth1X128,
        UInt256 protocolFees0,
        UInt256 protocolFees1) {
    /** Of a pool that is not initialised. */
    static final V3State NEW = new V3State(
            UInt256.ZERO,
            0,
            UInt256.ZERO,
            V3OracleState.NEW,
            0,
            0,
            UInt256.ZERO,
            UInt256.ZERO,
            UInt256.ZERO,
            UInt256.ZERO);

    V3State initialised(UInt256 price, int atTick) {
        return with(price, atTick, liquidity, V3OracleState.INITIALISED);
    }

    V3State withLiquidity(UInt256 changed, V3OracleState observed) {
        return with(sqrtPriceX96, tick, changed, observed);
    }

    V3State withOracle(V3OracleState observed) {
        return with(sqrtPriceX96, tick, liquidity, observed);
    }

    private V3State with(UInt256 price, int atTick, UInt256 inForce, V3OracleState observed) {
        return new V3State(
                price,
                atTick,
                inForce,
                observed,
                feeProtocol0,
                feeProtocol1,
                feeGrowth0X128,
                feeGrowth1X128,
                protocolFees0,
                protocolFees1);
    }

    V3State withFeeProtocol(int parts0, int parts1) {
        return new V3State(
                sqrtPriceX96,
                tick,
                liquidity,
                oracle,
                parts0,
                parts1,
                feeGrowth0X128,
                feeGrowth1X128,
                protocolFees0,
                protocolFees1);
    }

    /** With other fee growths and protocol fees, of both assets. */
    V3State withFees(UInt256 growth0, UInt256 growth1, UInt256 protocol0, UInt256 protocol1) {
        return new V3State(
                sqrtPriceX96,
                tick,
                liquidity,
                oracle,
                feeProtocol0,
                feeProtocol1,
                growth0,
                growth1,
                low128(protocol0),
                low128(protocol1));
    }

    private static UInt256 low128(UInt256 sum) {
        return UInt256.ofLimbs(0, 0, sum.limb(1), sum.limb(0));
    }

    /** After a swap that paid its fee in token0 or in token1. */
    V3State swapped(V3Swap swap, V3OracleState observed) {
        boolean zero = swap.zeroForOne();
        return new V3State(
                swap.sqrtPriceX96(),
                swap.tick(),
                swap.liquidity(),
                observed,
                feeProtocol0,
                feeProtocol1,
                zero ? swap.feeGrowthX128() : feeGrowth0X128,
                zero ? feeGrowth1X128 : swap.feeGrowthX128(),
                zero ? low128(protocolFees0.plusWrapping(swap.protocolFee())) : protocolFees0,
                zero ? protocolFees1 : low128(protocolFees1.plusWrapping(swap.protocolFee())));
    }

    static boolean isFeeProtocol(int parts) {
        return parts == 0 || (parts >= 4 && parts <= 10);
    }

    /** What the protocol can collect of its fees, at most two amounts: of each that is taken whole one unit stays. */
    V3Amounts collectable(UInt256 most0, UInt256 most1) {
        return V3Amounts.of(most(most0, protocolFees0), most(most1, protocolFees1));
    }

    private static UInt256 most(UInt256 asked, UInt256 fees) {
        return asked.isLessThan(fees) || fees.isZero() ? asked.min(fees) : fees.minusExact(UInt256.ONE);
    }

    V3State collected(V3Amounts amounts) {
        return withFees(
                feeGrowth0X128,
                feeGrowth1X128,
                protocolFees0.minusExact(amounts.amount0()),
                protocolFees1.minusExact(amounts.amount1()));
    }

    void save(StateWriter out) {
        sqrtPriceX96.save(out);
        liquidity.save(out.int32(tick));
        oracle.save(out);
        feeGrowth0X128.save(out.int32(feeProtocol0).int32(feeProtocol1));
        feeGrowth1X128.save(out);
        protocolFees0.save(out);
        protocolFees1.save(out);
    }

    static V3State load(StateReader in) {
        UInt256 price = UInt256.load(in);
        int tick = in.int32();
        UInt256 liquidity = UInt256.load(in);
        V3OracleState oracle = V3OracleState.load(in);
        return new V3State(
                price,
                tick,
                liquidity,
                oracle,
                in.int32(),
                in.int32(),
                UInt256.load(in),
                UInt256.load(in),
                UInt256.load(in),
                UInt256.load(in));
    }
}
