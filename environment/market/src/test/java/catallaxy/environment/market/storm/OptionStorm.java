package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.api.venue.OptionVault;
import catallaxy.environment.api.venue.WriterMargin;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.venue.option.MarginTerms;
import catallaxy.environment.market.venue.option.OptionCall;
import catallaxy.environment.market.venue.option.OptionSeries;
import catallaxy.environment.market.venue.option.OptionSpec;
import catallaxy.environment.market.venue.option.OptionSums;
import catallaxy.environment.market.venue.option.QuotedSurface;
import catallaxy.environment.market.venue.option.VolatilitySurface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A vault of calls and puts over two expiries at prices that wander, with margins or with whole collateral. */
final class OptionStorm implements StormKind {
    private static final long HOUR = 3_600_000_000_000L;
    private static final String ONE = "1" + "0".repeat(18);

    @Override
    public String name() {
        return "options";
    }

    @Override
    public StormPlan plan(Kinds kinds, Draw draw) {
        OptionSpec.Demand demand = !draw.oneIn(8) ? OptionSpec.Demand.NONE : new OptionSpec.Demand(0.5, 2.0 * HOUR);
        OptionSpec.Terms terms = new OptionSpec.Terms(
                QuotedSurface.flat(new VolatilitySurface(-0.2, 0.8, 0.4)), 0.7, HOUR, 0.03, 0.5, demand);
        OptionSpec spec = new OptionSpec(
                "options",
                0,
                0,
                1,
                series(),
                draw.ofBits(draw.between(40, 80)),
                draw.ofBits(draw.between(10, 50)),
                draw.oneIn(2) ? 0 : 0.003,
                terms,
                draw.oneIn(2) ? Optional.empty() : Optional.of(new MarginTerms(0.15, 0.3, 0.02, 1.1, 0.05)),
                new OracleSpec(OracleKind.WORLD, 0, List.of(0, 1), 1));
        List<AssetSpec> assets = List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6));
        return new StormPlan(
                kinds, assets, List.of(spec), List.of(), List.of(UInt256.powerOfTwo(80), UInt256.powerOfTwo(60)));
    }

    private static List<OptionSeries> series() {
        List<OptionSeries> series = new ArrayList<>();
        for (long hours : List.of(6L, 24L)) {
            for (String strike : List.of("1800000000", "2200000000")) {
                for (OptionRight right : OptionRight.values()) {
                    series.add(new OptionSeries(right, UInt256.parse(strike), UInt256.parse(ONE), hours * HOUR));
                }
            }
        }
        return series;
    }

    @Override
    public void pass(StormState state, Draw draw) {
        if (state.market().worth(0) == 1) {
            state.market().price(0, 2_000);
        }
        if (draw.oneIn(4)) {
            state.market().pass(draw.below(draw.oneIn(32) ? HOUR / 8 : HOUR / 20));
        }
        if (draw.oneIn(8)) {
            double most = draw.oneIn(16) ? 0.8 : 0.1;
            double moved = state.market().worth(0) * StrictMath.exp(most * (draw.uniform() - 0.5));
            state.market().price(0, Math.clamp(moved, 10, 100_000));
        }
    }

    @Override
    public Call next(StormState state, Draw draw, int who) {
        int series = draw.between(-1, series().size());
        UInt256 quantity = draw.oneIn(32) ? draw.any() : draw.ofBits(draw.below(84));
        int asset = draw.below(2);
        return switch (draw.below(16)) {
            case 0, 1, 2, 3, 4 ->
                new OptionCall.BuyOptions(0, series, quantity, draw.oneIn(8) ? draw.any() : UInt256.MAX);
            case 5, 6, 7, 8 ->
                new OptionCall.SellOptions(0, series, quantity, draw.oneIn(8) ? draw.any() : UInt256.ZERO);
            case 9 -> new OptionCall.SettleOptions(0, series);
            case 10, 11 ->
                new OptionCall.DepositInOptionVault(
                        0,
                        asset,
                        draw.amount(Swaps.owned(state, who, asset)),
                        draw.oneIn(16) ? draw.any() : UInt256.ZERO);
            case 12 -> withdrawal(state, draw, who, asset);
            case 13 -> new OptionCall.PostWriterMargin(0, draw.amount(Swaps.owned(state, who, 1)));
            case 14 ->
                new OptionCall.TakeWriterMargin(
                        0, draw.oneIn(2) ? margin(state, draw, who) : draw.ofBits(draw.below(60)));
            default -> new OptionCall.LiquidateWriter(0, writer(state, draw));
        };
    }

    /** A writer at risk where there is one. */
    private static int writer(StormState state, Draw draw) {
        List<Integer> atRisk =
                state.find(0, WriterMargin.class).map(WriterMargin::atRisk).orElse(List.of());
        return atRisk.isEmpty() || draw.oneIn(4)
                ? state.account(draw.below(StormPlan.PARTICIPANTS))
                : atRisk.getFirst();
    }

    private static UInt256 margin(StormState state, Draw draw, int who) {
        double posted = state.find(0, WriterMargin.class)
                .map(each -> each.margin(state.account(who)))
                .orElse(0.0);
        return draw.upTo(state.market().map().units(1, posted));
    }

    private static Call withdrawal(StormState state, Draw draw, int who, int asset) {
        UInt256 shares = state.offered(0, OptionVault.class).shares(state.account(who));
        return new OptionCall.WithdrawFromOptionVault(0, draw.upTo(shares), asset, UInt256.ZERO);
    }

    /** Options bought and sold at one moment, or written and bought back, or a share of the vault. */
    @Override
    public List<Call> trip(StormChain chain, Draw draw, int who) {
        StormState state = chain.state();
        int series = draw.below(series().size());
        UInt256 quantity = draw.ofBits(draw.below(80));
        Call buy = new OptionCall.BuyOptions(0, series, quantity, UInt256.MAX);
        Call sell = new OptionCall.SellOptions(0, series, quantity, UInt256.ZERO);
        int asset = draw.below(2);
        OptionVault vault = state.offered(0, OptionVault.class);
        UInt256 had = vault.shares(state.account(who));
        if (draw.oneIn(3)) {
            Call deposit = new OptionCall.DepositInOptionVault(
                    0, asset, draw.amount(Swaps.owned(state, who, asset)), UInt256.ZERO);
            chain.execute(0, who, deposit);
            UInt256 got = vault.shares(state.account(who)).minusExact(had);
            chain.execute(0, who, new OptionCall.WithdrawFromOptionVault(0, got, asset, UInt256.ZERO));
            return List.of(deposit);
        }
        List<Call> calls = draw.oneIn(2) ? List.of(buy, sell) : List.of(sell, buy);
        chain.execute(0, who, new Call.Batch(calls));
        return calls;
    }

    @Override
    public Optional<String> fault(StormState state) {
        return OptionSums.fault(state.contract(state.venue(0, 0)), state.ledger());
    }
}
