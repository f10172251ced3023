package catallaxy.environment.market.venue.lending;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.oracle.PriceOracle;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What a lending market offers those who decide, in whole units. */
final class LendingView implements Lending, Claims, FlashLender {
    private static final long NANOS = 1_000_000_000L;
    private static final double RAY = 1e27;
    private static final double WAD = 1e18;
    private static final double PRICE_UNITS = 1e8;
    private static final double WHOLE_BPS = 1e4;

    private final LendingSpec spec;
    private final int venue;
    private final LendingContract contract;
    private final Ledger ledger;
    private final MarketView market;

    LendingView(LendingSpec spec, int venue, LendingContract contract, Ledger ledger, MarketView market) {
        this.spec = spec;
        this.venue = venue;
        this.contract = contract;
        this.ledger = ledger;
        this.market = market;
    }

    private long now() {
        return market.timeNanos() / NANOS;
    }

    private LendingPool pool() {
        return contract.pool();
    }

    private ReserveState reserve(int asset) {
        return pool().reserve(index(asset));
    }

    private int index(int asset) {
        int reserve = contract.reserve(asset);
        if (reserve < 0) {
            throw new IllegalArgumentException(spec.id() + " has no reserve of asset " + asset);
        }
        return reserve;
    }

    @Override
    public List<Integer> assets() {
        return spec.assets();
    }

    @Override
    public double price(int asset) {
        return contract.prices(market).priceE8(asset).doubleValue() / PRICE_UNITS;
    }

    @Override
    public double supplyRate(int asset) {
        return reserve(asset).liquidityRate().doubleValue() / RAY;
    }

    @Override
    public double borrowRate(int asset) {
        ReserveState reserve = reserve(asset);
        RateCurve curve = pool().configs().get(index(asset)).curve();
        return (reserve.debtRate().isZero() ? curve.base() : reserve.debtRate()).doubleValue() / RAY;
    }

    @Override
    public double utilisation(int asset) {
        double debt = lent(asset);
        return debt == 0 ? 0 : debt / (debt + held(asset));
    }

    @Override
    public double lent(int asset) {
        return ledger.toWhole(asset, reserve(asset).debtAt(now()));
    }

    @Override
    public double held(int asset) {
        return ledger.toWhole(asset, pool().held(ledger, index(asset)));
    }

    @Override
    public double loanToValue(int asset) {
        return pool().configs().get(index(asset)).ltvBps() / WHOLE_BPS;
    }

    @Override
    public double threshold(int asset) {
        return pool().configs().get(index(asset)).thresholdBps() / WHOLE_BPS;
    }

    @Override
    public double bonus(int asset) {
        return pool().configs().get(index(asset)).bonus();
    }

    @Override
    public double bonus(int account, int asset) {
        return pool().config(account, index(asset)).bonus();
    }

    @Override
    public int efficiencyMode(int account) {
        return pool().mode(account);
    }

    @Override
    public int efficiencyModeOf(int asset) {
        return spec.modes().of(index(asset));
    }

    @Override
    public Call useEfficiencyMode(int mode) {
        return new LendingCall.UseEfficiencyMode(venue, mode);
    }

    @Override
    public double supplied(int account, int asset) {
        return scaled(
                asset,
                pool().position(account).supplied().get(index(asset)),
                reserve(asset).liquidityIndexAt(now()));
    }

    @Override
    public double owed(int account, int asset) {
        return scaled(
                asset,
                pool().position(account).owed().get(index(asset)),
                reserve(asset).debtIndexAt(now()));
    }

    private double scaled(int asset, UInt256 scaled, UInt256 index) {
        return scaled.isZero() ? 0 : ledger.toWhole(asset, RayMath.rayMul(scaled, index));
    }

    @Override
    public double health(int account) {
        LendingPosition position = pool().position(account);
        if (!position.borrowsAny()) {
            return Double.POSITIVE_INFINITY;
        }
        PriceOracle prices = contract.prices(market);
        boolean blind = assets().stream()
                .filter(asset -> position.borrows(index(asset)) || position.usesAsCollateral(index(asset)))
                .anyMatch(asset -> prices.priceE8(asset).isZero());
        if (blind) {
            return Double.NaN;
        }
        LendingHealth health = pool().health(account, now(), prices);
        return health.debt().isZero()
                ? Double.POSITIVE_INFINITY
                : health.factor().doubleValue() / WAD;
    }

    @Override
    public double borrowable(int account, int asset) {
        double price = price(asset);
        if (!(price > 0) || !(health(account) > 1) || !pool().isLentTo(account, index(asset))) {
            return 0;
        }
        UInt256 worth = pool().health(account, now(), contract.prices(market)).available();
        return StrictMath.min(worth.doubleValue() / PRICE_UNITS / price, held(asset));
    }

    @Override
    public List<Integer> borrowers() {
        return IntStream.range(0, pool().positions())
                .filter(account -> pool().position(account).borrowsAny())
                .boxed()
                .toList();
    }

    @Override
    public List<Integer> atRisk() {
        return borrowers().stream().filter(account -> health(account) < 1).toList();
    }

    @Override
    public double badDebt() {
        double bad = 0;
        for (int account : atRisk()) {
            LendingHealth health = pool().health(account, now(), contract.prices(market));
            bad += StrictMath.max(
                    0, health.debt().doubleValue() - health.collateral().doubleValue());
        }
        return bad / PRICE_UNITS;
    }

    @Override
    public double worth(int account, IntToDoubleFunction prices) {
        double worth = 0;
        for (int asset : assets()) {
            double net = supplied(account, asset) - owed(account, asset);
            worth += net == 0 ? 0 : net * prices.applyAsDouble(asset);
        }
        return worth;
    }

    @Override
    public double quantity(int account, int asset, IntToDoubleFunction prices) {
        return contract.reserve(asset) < 0 ? 0 : supplied(account, asset) - owed(account, asset);
    }

    @Override
    public Call supply(int asset, Amount amount) {
        return new LendingCall.SupplyAsset(venue, asset, amount);
    }

    @Override
    public Call withdraw(int asset, Amount amount) {
        return new LendingCall.WithdrawAsset(venue, asset, amount);
    }

    @Override
    public Call borrow(int asset, Amount amount) {
        return new LendingCall.BorrowAsset(venue, asset, amount);
    }

    @Override
    public Call repay(int asset, Amount amount) {
        return new LendingCall.RepayDebt(venue, asset, amount);
    }

    @Override
    public Call useAsCollateral(int asset, boolean whether) {
        return new LendingCall.UseAsCollateral(venue, asset, whether);
    }

    @Override
    public boolean mayChangeTerms(int account) {
        return contract.isSteward(ledger, account);
    }

    @Override
    public double termsStep() {
        return spec.bounds().stepBps() / WHOLE_BPS;
    }

    @Override
    public double leastThreshold() {
        return spec.bounds().leastBps() / WHOLE_BPS;
    }

    @Override
    public double mostThreshold() {
        return spec.bounds().mostBps() / WHOLE_BPS;
    }

    @Override
    public Call setTerms(int asset, double loanToValue, double threshold) {
        return new LendingCall.SetCollateralTerms(
                venue, asset, Math.round(loanToValue * WHOLE_BPS), Math.round(threshold * WHOLE_BPS));
    }

    @Override
    public Call liquidate(int account, int collateral, int debt, Amount most) {
        return new LendingCall.LiquidateDebt(venue, account, collateral, debt, most, false);
    }

    @Override
    public int flashVenue() {
        return venue;
    }

    @Override
    public List<Integer> flashLocks() {
        return List.of();
    }

    @Override
    public List<Integer> flashAssets() {
        return assets();
    }

    @Override
    public UInt256 flashMost(int asset) {
        return pool().held(ledger, index(asset));
    }

    @Override
    public UInt256 flashFee(int asset, UInt256 amount) {
        return spec.flash().premium(amount);
    }
}
