package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.Ledger;

/**
 * Where a pool's assets lie in the ledger, and how it pays and is paid.
 *
 * @param account the pool's ledger account
 * @param asset0  the asset token0
 * @param asset1  the asset token1
 */
record V3Till(int account, int asset0, int asset1) {
    UInt256 held(V3Context at, int asset) {
        return at.ledger().balance(account, asset);
    }

    /** Lets the callee pay, and looks whether it did. */
    V3Status paid(V3Context at, V3Amounts owed, V3Callee payer, V3Status unpaid0, V3Status unpaid1) {
        UInt256 before0 = held(at, asset0);
        UInt256 before1 = held(at, asset1);
        V3Status called = payer.called(owed.amount0(), owed.amount1());
        if (!called.ok()) {
            return called;
        }
        if (!owed.amount0().isZero() && held(at, asset0).isLessThan(before0.plusExact(owed.amount0()))) {
            return unpaid0;
        }
        boolean short1 = !owed.amount1().isZero() && held(at, asset1).isLessThan(before1.plusExact(owed.amount1()));
        return short1 ? unpaid1 : V3Status.OK;
    }

    /** The same of a swap's input. */
    V3Status paidInput(V3Context at, V3Amounts owed, V3Callee payer) {
        return paid(at, owed, payer, V3Status.INSUFFICIENT_INPUT, V3Status.INSUFFICIENT_INPUT);
    }

    /** Pays out of the pool, as far as it holds so much. */
    V3Status pay(V3Context at, UInt256 amount0, UInt256 amount1, int to) {
        Ledger ledger = at.ledger();
        boolean paid = (amount0.isZero() || ledger.transfer(account, to, asset0, amount0))
                && (amount1.isZero() || ledger.transfer(account, to, asset1, amount1));
        return paid ? V3Status.OK : V3Status.TRANSFER_FAILED;
    }

    /** Keeps what an operation moved and changed, or takes it back where it reverted. */
    static V3Status end(V3Context at, int mark, V3Status status) {
        if (status.ok()) {
            at.ledger().commit(mark);
        } else {
            at.ledger().revertTo(mark);
            at.undo().run();
        }
        return status;
    }

    void save(StateWriter out) {
        out.int32(account).int32(asset0).int32(asset1);
    }

    static V3Till load(StateReader in) {
        return new V3Till(in.int32(), in.int32(), in.int32());
    }
}
