package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.venue.lending.EfficiencyMode;
import catallaxy.environment.market.venue.lending.EfficiencyModes;
import catallaxy.environment.market.venue.lending.FlashLending;
import catallaxy.environment.market.venue.lending.LendingCall;
import catallaxy.environment.market.venue.lending.LendingPool;
import catallaxy.environment.market.venue.lending.LendingSpec;
import catallaxy.environment.market.venue.lending.LendingSums;
import catallaxy.environment.market.venue.lending.LendingTerms;
import catallaxy.environment.market.venue.lending.RateCurve;
import catallaxy.environment.market.venue.lending.RiskBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A market of three assets whose prices wander, with stewards; the debts and what it holds cover what it owes but for roundings. */
final class LendingStorm implements StormKind {
    private static final UInt256 RAY = UInt256.parse("1" + "0".repeat(27));
    private static final int ASSETS = 3;
    /** More than a world has. */
    private static final int OPERATIONS = 1 << 16;

    private static final long SECOND = 1_000_000_000L;

    @Override
    public String name() {
        return "lending";
    }

    @Override
    public StormPlan plan(Kinds kinds, Draw draw) {
        List<AssetSpec> assets =
                List.of(new AssetSpec("A0", 18), new AssetSpec("A1", 6), new AssetSpec("A2", draw.between(0, 20)));
        List<LendingTerms> terms = new ArrayList<>();
        for (int asset = 0; asset < ASSETS; asset++) {
            terms.add(terms(draw, asset));
        }
        OracleSpec oracle = new OracleSpec(OracleKind.WORLD, 0, List.of(0, 1, 2), 1);
        LendingSpec spec = new LendingSpec(
                "bank",
                0,
                terms,
                oracle,
                new FlashLending.Terms(draw.below(100), draw.below(10_001)),
                List.of("p0"),
                new RiskBounds(500, 60, 2_000, 9_000),
                draw.oneIn(2) ? EfficiencyModes.NONE : modes(draw, assets.size()));
        return new StormPlan(kinds, assets, List.of(spec), draw.ofBits(draw.between(60, 96)));
    }

    /** Two modes above all terms that stewards may set, and assets of either or of none. */
    private static EfficiencyModes modes(Draw draw, int assets) {
        List<Integer> ofReserve = new ArrayList<>();
        for (int asset = 0; asset < assets; asset++) {
            ofReserve.add(draw.below(3));
        }
        return new EfficiencyModes(
                List.of(new EfficiencyMode(9_300, 9_500, 10_100), new EfficiencyMode(9_100, 9_200, 10_200)), ofReserve);
    }

    private static LendingTerms terms(Draw draw, int asset) {
        long threshold = 5_000L + draw.below(4_000);
        RateCurve curve = new RateCurve(
                percent(draw.between(10, 95)),
                percent(draw.below(5)),
                percent(draw.between(1, 20)),
                percent(draw.between(10, 300)));
        return new LendingTerms(
                asset,
                threshold - draw.below(1_000),
                threshold,
                10_100 + draw.below(900),
                draw.below(5_000),
                draw.below(2_000),
                curve,
                draw.ofBits(draw.between(10, 90)));
    }

    private static UInt256 percent(int part) {
        return RAY.mulDivFloor(UInt256.of(part), UInt256.of(100));
    }

    @Override
    public void pass(StormState state, Draw draw) {
        if (draw.oneIn(4)) {
            state.market().pass(SECOND * (draw.oneIn(32) ? draw.below(10_000_000L) : draw.below(60)));
        }
        if (draw.oneIn(8)) {
            int asset = draw.below(ASSETS);
            double moved = state.market().worth(asset) * StrictMath.exp(0.4 * (draw.uniform() - 0.5));
            state.market().price(asset, Math.clamp(moved, 1e-4, 1e6));
        }
    }

    private static LendingPool pool(StormState state) {
        return state.offered(0, LendingPool.class);
    }

    @Override
    public Call next(StormState state, Draw draw, int who) {
        int asset = draw.below(ASSETS);
        UInt256 owned = Swaps.owned(state, who, asset);
        UInt256 held = Swaps.held(state, 0, asset);
        return switch (draw.below(16)) {
            case 0, 1, 2 -> new LendingCall.SupplyAsset(0, asset, draw.amount(owned));
            case 3, 4 -> new LendingCall.WithdrawAsset(0, asset, draw.amount(held));
            case 5, 6, 7, 8 -> new LendingCall.BorrowAsset(0, asset, draw.amount(held));
            case 9, 10 -> new LendingCall.RepayDebt(0, asset, draw.oneIn(3) ? Amount.all() : draw.amount(owned));
            case 11 -> new LendingCall.UseAsCollateral(0, asset, draw.oneIn(2));
            case 12, 13 -> liquidation(state, draw, asset, owned);
            case 14 -> seldom(state, draw, who, asset);
            default ->
                new FlashLoan(
                        0,
                        asset,
                        draw.upTo(held),
                        draw.oneIn(2) ? Swaps.idle(who) : new LendingCall.SupplyAsset(0, asset, Amount.given(0)));
        };
    }

    private static Call liquidation(StormState state, Draw draw, int debt, UInt256 owned) {
        int account = state.account(draw.below(StormPlan.PARTICIPANTS));
        return new LendingCall.LiquidateDebt(0, account, draw.below(ASSETS), debt, draw.amount(owned), draw.oneIn(2));
    }

    private static Call seldom(StormState state, Draw draw, int who, int asset) {
        return switch (draw.below(5)) {
            case 0 -> new LendingCall.MintToTreasury(0);
            case 4 -> new LendingCall.UseEfficiencyMode(0, draw.below(4));
            case 1 -> {
                long threshold = 5_000L + draw.below(4_500);
                yield new LendingCall.SetCollateralTerms(0, asset, threshold - draw.below(500), threshold);
            }
            case 2 -> new Call.Pay(0, asset, Amount.of(draw.upTo(UInt256.of(1_000))));
            default ->
                new Call.Transfer(
                        draw.below(StormPlan.PARTICIPANTS), asset, draw.amount(Swaps.owned(state, who, asset)));
        };
    }

    /** What is supplied and withdrawn at one moment; or borrowed and repaid. */
    @Override
    public List<Call> trip(StormChain chain, Draw draw, int who) {
        int asset = draw.below(ASSETS);
        int reserve = asset;
        int account = chain.state().account(who);
        LendingPool pool = pool(chain.state());
        List<Call> calls = new ArrayList<>();
        if (draw.oneIn(2) && pool.position(account).supplied().get(reserve).isZero()) {
            calls.add(new LendingCall.SupplyAsset(0, asset, draw.amount(Swaps.owned(chain.state(), who, asset))));
            calls.add(new LendingCall.WithdrawAsset(0, asset, Amount.all()));
        } else if (pool.position(account).owed().get(reserve).isZero()) {
            calls.add(new LendingCall.BorrowAsset(0, asset, draw.amount(Swaps.held(chain.state(), 0, asset))));
            calls.add(new LendingCall.RepayDebt(0, asset, Amount.all()));
        }
        if (!calls.isEmpty()) {
            chain.execute(0, who, new Call.Batch(calls));
        }
        return calls;
    }

    /** The protocol rounds to the nearest where it divides by an index: half of an index and half a unit. */
    @Override
    public UInt256 slack(StormState state) {
        return LendingSums.highestIndex(pool(state), seconds(state))
                .plusExact(UInt256.of(2))
                .shiftRight(1);
    }

    private static long seconds(StormState state) {
        return state.market().timeNanos() / SECOND;
    }

    /** Positions sum to what the reserves say, and what is missing of what suppliers may claim is of the size of roundings. */
    @Override
    public Optional<String> fault(StormState state) {
        return LendingSums.fault(pool(state), state.ledger(), seconds(state), OPERATIONS);
    }
}
