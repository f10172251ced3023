package com.example.kiosk;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Hop;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.trace.MarketEvent;

/** The contract: gives either asset for the other at the posted price, which then moves a step. All divisions round down. */
final class Kiosk implements Contract {
    static final long GAS = 40_000;

    private static final UInt256 MILLION = UInt256.of(1_000_000);

    private final KioskSpec spec;
    private final int venue;
    private final int account;
    private final UInt256 oneBase;
    private UInt256 price;

    /** @param oneBase base units in a whole unit of the base asset */
    Kiosk(KioskSpec spec, int venue, int account, UInt256 oneBase, UInt256 price) {
        this.spec = spec;
        this.venue = venue;
        this.account = account;
        this.oneBase = oneBase;
        this.price = price;
    }

    UInt256 price() {
        return price;
    }

    @Override
    public int account() {
        return account;
    }

    @Override
    public Result call(Frame frame, Call call) {
        return switch (call) {
            case Hop.Preview ask -> preview(frame, ask.assetIn(), ask.amountIn());
            case Hop hop -> swap(frame, hop);
            default -> Result.reverted("Kiosk: UNKNOWN_CALL");
        };
    }

    private Result preview(Frame frame, int assetIn, UInt256 amountIn) {
        frame.gas(GAS / 2);
        UInt256 out = out(assetIn, amountIn);
        boolean inStock = !out.isZero() && frame.ledger().covers(account, other(assetIn), out);
        return inStock ? Result.of(out) : Result.reverted("Kiosk: OUT_OF_STOCK");
    }

    private Result swap(Frame frame, Hop hop) {
        UInt256 out = out(hop.assetIn(), hop.amountIn());
        boolean paid = frame.ledger().transfer(hop.from(), account, hop.assetIn(), hop.amountIn())
                && frame.ledger().transfer(account, hop.to(), other(hop.assetIn()), out);
        if (!paid) {
            return Result.reverted("Kiosk: UNPAID"); // whatever had moved, the frame puts back
        }
        frame.gas(GAS / 2);
        post(frame, hop.assetIn() == spec.base() ? -spec.stepPips() : spec.stepPips());
        report(frame, hop, out);
        return Result.of(out);
    }

    /** Moves the price; the frame is told first how to put it back. */
    private void post(Frame frame, long pips) {
        UInt256 before = price;
        frame.onRevert(() -> price = before);
        price = price.mulDivFloor(UInt256.of(1_000_000 + pips), MILLION);
    }

    private void report(Frame frame, Hop hop, UInt256 out) {
        boolean sellsBase = hop.assetIn() == spec.base();
        frame.emit(new MarketEvent.PoolSwapped(
                frame.timeNanos(), venue, frame.participant(), sellsBase, hop.amountIn(), out));
        frame.traded(venue, spec.quote(), sellsBase ? out : hop.amountIn(), spec.feePips() / 1e6);
    }

    private UInt256 out(int assetIn, UInt256 amountIn) {
        UInt256 kept = amountIn.mulDivFloor(UInt256.of(1_000_000 - spec.feePips()), MILLION);
        return assetIn == spec.base() ? kept.mulDivFloor(price, oneBase) : kept.mulDivFloor(oneBase, price);
    }

    private int other(int asset) {
        return asset == spec.base() ? spec.quote() : spec.base();
    }

    @Override
    public Kiosk copy() {
        return new Kiosk(spec, venue, account, oneBase, price);
    }

    @Override
    public void restore(Contract earlier) {
        price = ((Kiosk) earlier).price;
    }

    @Override
    public void save(StateWriter out) {
        oneBase.save(out.int32(account));
        price.save(out);
    }
}
