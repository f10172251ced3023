package catallaxy.environment.market.venue.lending;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.FlashRepayment;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.GasPart;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.oracle.Oracle;
import catallaxy.environment.market.oracle.PriceOracle;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A lending market on its chain: the pool, whose arithmetic is {@link LendingPool}'s, and the oracle that it asks. */
final class LendingContract implements Contract {
    private static final long NANOS = 1_000_000_000L;
    private static final Result UNLISTED = Result.reverted(LendingError.ASSET_NOT_LISTED.reason());

    private final LendingSpec spec;
    private final int venue;
    private final LendingPool pool;
    private Oracle oracle;

    LendingContract(LendingSpec spec, int venue, LendingPool pool, Oracle oracle) {
        this.spec = spec;
        this.venue = venue;
        this.pool = pool;
        this.oracle = oracle;
    }

    LendingPool pool() {
        return pool;
    }

    /** What the oracle tells now; 0 where it tells nothing. */
    PriceOracle prices(MarketView market) {
        return oracle.prices(market);
    }

    /** Reserve of an asset, or −1. */
    int reserve(int asset) {
        return spec.assets().indexOf(asset);
    }

    @Override
    public int account() {
        return pool.accounts().pool();
    }

    @Override
    public Result call(Frame frame, Call call) {
        return switch (call) {
            case LendingCall lending ->
                run(frame, call, assets(lending), () -> {
                    Result result = operate(frame, at(frame), lending);
                    if (result.ok()) {
                        report(frame, lending, result);
                    }
                    return result;
                });
            case FlashLoan flash ->
                run(
                        frame,
                        call,
                        flash.loans().stream().map(FlashLoan.Loan::asset),
                        () -> pool.attempt(() -> flash(frame, flash)));
            default -> Result.reverted("Aave: UNKNOWN_CALL " + call.name());
        };
    }

    private Result run(Frame frame, Call call, Stream<Integer> assets, Supplier<Result> body) {
        if (!assets.allMatch(asset -> reserve(asset) >= 0)) {
            return UNLISTED;
        }
        return GasPart.charge(frame, AaveV3.gasOf(call), () -> {
            remember(frame);
            oracle = oracle.noted(frame.market());
            return body.get();
        });
    }

    private static Stream<Integer> assets(LendingCall call) {
        return switch (call) {
            case LendingCall.SupplyAsset supply -> Stream.of(supply.asset());
            case LendingCall.WithdrawAsset withdraw -> Stream.of(withdraw.asset());
            case LendingCall.BorrowAsset borrow -> Stream.of(borrow.asset());
            case LendingCall.RepayDebt repay -> Stream.of(repay.asset());
            case LendingCall.UseAsCollateral use -> Stream.of(use.asset());
            case LendingCall.LiquidateDebt liquidate -> Stream.of(liquidate.collateral(), liquidate.debt());
            case LendingCall.SetCollateralTerms set -> Stream.of(set.asset());
            case LendingCall.MintToTreasury _, LendingCall.UseEfficiencyMode _ -> Stream.empty();
        };
    }

    /** A price that is missing reverts: a debt that counts nothing could be drawn without end. */
    private LendingMoment at(Frame frame) {
        PriceOracle prices = prices(frame.market());
        return new LendingMoment(frame.ledger(), frame.timeNanos() / NANOS, asset -> {
            UInt256 price = prices.priceE8(asset);
            LendingError.NO_PRICE.unless(!price.isZero());
            return price;
        });
    }

    private Result operate(Frame frame, LendingMoment at, LendingCall call) {
        int caller = frame.caller();
        return switch (call) {
            case LendingCall.SupplyAsset(int _, int asset, Amount amount) ->
                pool.supply(at, caller, reserve(asset), frame.amount(amount, asset));
            case LendingCall.WithdrawAsset(int _, int asset, Amount amount) ->
                pool.withdraw(at, caller, reserve(asset), orAll(frame, amount, asset));
            case LendingCall.BorrowAsset(int _, int asset, Amount amount) ->
                pool.borrow(at, caller, reserve(asset), frame.amount(amount, asset));
            case LendingCall.RepayDebt(int _, int asset, Amount amount) ->
                pool.repay(at, caller, reserve(asset), orAll(frame, amount, asset));
            case LendingCall.UseAsCollateral(int _, int asset, boolean whether) ->
                pool.useAsCollateral(at, caller, reserve(asset), whether);
            case LendingCall.LiquidateDebt liquidate -> liquidate(frame, at, liquidate);
            case LendingCall.SetCollateralTerms set -> setTerms(frame, at, set);
            case LendingCall.UseEfficiencyMode(int _, int mode) -> pool.useMode(at, caller, mode);
            case LendingCall.MintToTreasury _ -> pool.mintToTreasury(at);
        };
    }

    private Result setTerms(Frame frame, LendingMoment at, LendingCall.SetCollateralTerms set) {
        return isSteward(frame.ledger(), frame.caller())
                ? pool.setTerms(at, reserve(set.asset()), set.ltvBps(), set.thresholdBps(), spec.bounds())
                : Result.reverted(LendingError.NO_STEWARD.reason());
    }

    /** Whether an account is one of the market's risk stewards. */
    boolean isSteward(Ledger ledger, int account) {
        String name = ledger.accountName(account);
        int at = name.lastIndexOf('@');
        return at >= 0 && spec.stewards().contains(name.substring(0, at));
    }

    private static UInt256 orAll(Frame frame, Amount amount, int asset) {
        return amount instanceof Amount.All ? UInt256.MAX : frame.amount(amount, asset);
    }

    private Result liquidate(Frame frame, LendingMoment at, LendingCall.LiquidateDebt call) {
        if (call.account() < 0) {
            return Result.reverted(LendingError.HEALTH_FACTOR_NOT_BELOW_THRESHOLD.reason());
        }
        LendingLiquidation.Order order = new LendingLiquidation.Order(
                frame.caller(),
                call.account(),
                reserve(call.collateral()),
                reserve(call.debt()),
                orAll(frame, call.most(), call.debt()),
                call.asClaim());
        return pool.liquidate(at, order);
    }

    /** Takes amounts and premiums itself, whatever was paid before. */
    private Result flash(Frame frame, FlashLoan call) {
        List<UInt256> premiums = call.loans().stream()
                .map(each -> spec.flash().premium(each.amount()))
                .toList();
        FlashRepayment repayment = new FlashRepayment(frame, account(), call, premiums);
        List<FlashLending.Loan> loans = call.loans().stream()
                .map(each -> new FlashLending.Loan(reserve(each.asset()), each.amount()))
                .toList();
        FlashLending.Order order = new FlashLending.Order(frame.caller(), loans, _ -> repayment.use());
        Result result = pool.flashLoan(at(frame), spec.flash(), order);
        if (result.ok()) {
            call.loans().forEach(each -> tell(frame, "lent for a call", each.asset(), each.amount()));
        }
        return result;
    }

    private void report(Frame frame, LendingCall call, Result result) {
        switch (call) {
            case LendingCall.SupplyAsset supply -> tell(frame, "supplied", supply.asset(), result.amount());
            case LendingCall.WithdrawAsset withdraw -> tell(frame, "withdrawn", withdraw.asset(), result.amount());
            case LendingCall.BorrowAsset borrow -> tell(frame, "borrowed", borrow.asset(), result.amount());
            case LendingCall.RepayDebt repay -> tell(frame, "repaid", repay.asset(), result.amount());
            case LendingCall.LiquidateDebt liquidate -> {
                tell(frame, "repaid for another", liquidate.debt(), result.amount());
                tell(frame, "seized", liquidate.collateral(), result.amounts().get(1));
            }
            case LendingCall.SetCollateralTerms set ->
                emit(
                        frame,
                        "set terms",
                        List.of(
                                MarketEvent.Detail.number("asset", set.asset()),
                                MarketEvent.Detail.number("ltvBps", set.ltvBps()),
                                MarketEvent.Detail.number("thresholdBps", set.thresholdBps())));
            case LendingCall.UseEfficiencyMode(int _, int mode) ->
                emit(frame, "chose mode", List.of(MarketEvent.Detail.number("mode", mode)));
            case LendingCall.UseAsCollateral _, LendingCall.MintToTreasury _ -> {}
        }
    }

    private void tell(Frame frame, String change, int asset, UInt256 amount) {
        emit(frame, change, List.of(new MarketEvent.Detail("amount", asset, amount)));
    }

    private void emit(Frame frame, String change, List<MarketEvent.Detail> details) {
        frame.emit(new MarketEvent.VenueChanged(frame.timeNanos(), venue, frame.participant(), change, details));
    }

    /** Lets the frame put pool and oracle back as they are now. */
    private void remember(Frame frame) {
        LendingPool before = pool.copy();
        Oracle told = oracle;
        frame.onRevert(() -> {
            pool.restore(before);
            oracle = told;
        });
    }

    @Override
    public LendingContract copy() {
        return new LendingContract(spec, venue, pool.copy(), oracle);
    }

    @Override
    public void restore(Contract earlier) {
        LendingContract other = (LendingContract) earlier;
        pool.restore(other.pool);
        oracle = other.oracle;
    }

    @Override
    public void save(StateWriter out) {
        pool.configs().forEach(each -> out.int32(each.decimals()));
        pool.save(out);
        oracle.save(out);
    }
}
