package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.concentrated.FeeGrowth;

/** One flash loan: out, back with the fee, and the income shared between the liquidity in force and the protocol. Used once. */
final class V3Flash {
    private static final UInt256 ALL_PIPS = UInt256.of(1_000_000);

    private final V3Storage storage;
    private final V3Till till;
    private final int feePips;
    private final V3Context at;

    V3Flash(V3Storage storage, V3Till till, int feePips, V3Context at) {
        this.storage = storage;
        this.till = till;
        this.feePips = feePips;
        this.at = at;
    }

    /** Lends amounts until the borrower has been called; what was paid above them. */
    V3Amounts lend(V3Amounts amounts, int to, V3Callee borrower) {
        UInt256 before0 = till.held(at, till.asset0());
        UInt256 before1 = till.held(at, till.asset1());
        UInt256 fee0 = fee(amounts.amount0());
        UInt256 fee1 = fee(amounts.amount1());
        V3Status lent = till.pay(at, amounts.amount0(), amounts.amount1(), to);
        V3Status called = lent.ok() ? borrower.called(fee0, fee1) : lent;
        if (!called.ok()) {
            return V3Amounts.reverted(called);
        }
        UInt256 after0 = till.held(at, till.asset0());
        UInt256 after1 = till.held(at, till.asset1());
        if (after0.isLessThan(before0.plusExact(fee0))) {
            return V3Amounts.reverted(V3Status.FLASH_UNPAID_0);
        }
        if (after1.isLessThan(before1.plusExact(fee1))) {
            return V3Amounts.reverted(V3Status.FLASH_UNPAID_1);
        }
        return credited(V3Amounts.of(after0.minusExact(before0), after1.minusExact(before1)));
    }

    private UInt256 fee(UInt256 amount) {
        return fee(amount, feePips);
    }

    static UInt256 fee(UInt256 amount, int feePips) {
        return amount.mulDivCeil(UInt256.of(feePips), ALL_PIPS);
    }

    private V3Amounts credited(V3Amounts paid) {
        V3State state = storage.state();
        UInt256 part0 = part(paid.amount0(), state.feeProtocol0());
        UInt256 part1 = part(paid.amount1(), state.feeProtocol1());
        UInt256 fees0 = paid.amount0().minusExact(part0);
        UInt256 fees1 = paid.amount1().minusExact(part1);
        if (!FeeGrowth.fits(fees0, state.liquidity()) || !FeeGrowth.fits(fees1, state.liquidity())) {
            return V3Amounts.reverted(V3Status.EMPTY);
        }
        storage.set(
                state.withFees(
                        state.feeGrowth0X128().plusWrapping(FeeGrowth.of(fees0, state.liquidity())),
                        state.feeGrowth1X128().plusWrapping(FeeGrowth.of(fees1, state.liquidity())),
                        state.protocolFees0().plusWrapping(part0),
                        state.protocolFees1().plusWrapping(part1)),
                at.undo());
        return paid;
    }

    private static UInt256 part(UInt256 paid, int feeProtocol) {
        return feeProtocol == 0 ? UInt256.ZERO : paid.dividedBy(UInt256.of(feeProtocol));
    }
}
