package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A market of ether and dollars, at 2000 dollars an ether, with rich accounts: what the tests of the package act on. */
final class Lenders {
    static final int ETHER = 0;
    static final int DOLLARS = 1;
    static final UInt256 ALL = UInt256.MAX;

    final Ledger ledger = new Ledger(List.of(new AssetSpec("ETH", 18), new AssetSpec("USD", 6)));
    final int alice;
    final int bob;
    final int liquidator;
    final List<UInt256> prices = new ArrayList<>(List.of(price(2_000), price(1)));
    final EfficiencyModes modes;
    LendingPool pool;
    long now = 1_700_000_000L;

    Lenders() {
        this(0);
    }

    /** @param protocolFeeBps part of liquidators' bonus that the treasury gets */
    Lenders(long protocolFeeBps) {
        this(protocolFeeBps, EfficiencyModes.NONE);
    }

    Lenders(long protocolFeeBps, EfficiencyModes modes) {
        this.modes = modes;
        int source = ledger.openIssuer("source");
        alice = rich(source, "alice");
        bob = rich(source, "bob");
        liquidator = rich(source, "liquidator");
        pool = new LendingPool(
                LendingAccounts.open(ledger, "pool"),
                List.of(
                        new ReserveConfig(ETHER, 18, 8_000, 8_250, 10_500, 1_000, protocolFeeBps, curve(80)),
                        new ReserveConfig(DOLLARS, 6, 7_500, 8_000, 10_450, 1_000, protocolFeeBps, curve(90))),
                modes);
    }

    private static RateCurve curve(long optimum) {
        return new RateCurve(
                RateCurveTest.percent(optimum),
                RateCurveTest.percent(1),
                RateCurveTest.percent(4),
                RateCurveTest.percent(75));
    }

    private int rich(int source, String name) {
        int account = ledger.openAccount(name);
        ledger.issue(source, account, ETHER, ether(1_000_000));
        ledger.issue(source, account, DOLLARS, dollars(1_000_000_000));
        return account;
    }

    static UInt256 ether(double whole) {
        return UInt256.of(BigInteger.valueOf(Math.round(whole * 1e6)).multiply(BigInteger.TEN.pow(12)));
    }

    static UInt256 dollars(double whole) {
        return UInt256.of(Math.round(whole * 1e6));
    }

    static UInt256 price(double dollars) {
        return UInt256.of(Math.round(dollars * 1e8));
    }

    LendingMoment at() {
        return new LendingMoment(ledger, now, prices::get);
    }

    /** Carries out an operation as a transaction: what reverts leaves nothing behind in the ledger. */
    Result does(Function<LendingMoment, Result> operation) {
        int mark = ledger.mark();
        Result result = operation.apply(at());
        if (result.ok()) {
            ledger.commit(mark);
        } else {
            ledger.revertTo(mark);
        }
        return result;
    }

    Result supply(int account, int reserve, UInt256 amount) {
        return does(at -> pool.supply(at, account, reserve, amount));
    }

    Result withdraw(int account, int reserve, UInt256 amount) {
        return does(at -> pool.withdraw(at, account, reserve, amount));
    }

    Result borrow(int account, int reserve, UInt256 amount) {
        return does(at -> pool.borrow(at, account, reserve, amount));
    }

    Result repay(int account, int reserve, UInt256 amount) {
        return does(at -> pool.repay(at, account, reserve, amount));
    }

    Result useMode(int account, int mode) {
        return does(at -> pool.useMode(at, account, mode));
    }

    Result liquidate(int borrower, int collateral, int debt, UInt256 most, boolean asClaim) {
        return does(at -> pool.liquidate(
                at, new LendingLiquidation.Order(liquidator, borrower, collateral, debt, most, asClaim)));
    }

    /** Alice lends a million dollars; Bob borrows against ten ether. */
    Lenders lent(double borrowed) {
        supply(alice, DOLLARS, dollars(1_000_000));
        supply(bob, ETHER, ether(10));
        borrow(bob, DOLLARS, dollars(borrowed));
        return this;
    }

    LendingHealth health(int account) {
        return pool.health(account, now, prices::get);
    }

    UInt256 owned(int account, int asset) {
        return ledger.balance(account, asset);
    }

    /** Goes on with what a snapshot of the market restores. */
    void reload() {
        StateWriter out = new StateWriter();
        pool.save(out);
        StateReader in = new StateReader(out.toBytes());
        pool = LendingPool.load(in, pool.configs(), modes);
        in.end();
    }
}
