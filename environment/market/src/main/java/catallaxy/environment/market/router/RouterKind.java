package catallaxy.environment.market.router;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.CallTable;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Site;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/** The router of a chain: swaps over a path of venues. Liquidity is added and removed by the venue's own contract. */
public final class RouterKind implements Kind {
    /** Gas units of the router itself, beside those of each hop. */
    static final long GAS = 35_000;

    @Override
    public String name() {
        return "router";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(
                new CallKind<>(
                        Call.Swap.class,
                        "swaps an exact amount along a path of venues",
                        (in, inner) -> Call.Swap.load(in),
                        RouterKind::gas,
                        (swap, asset, table) ->
                                swap.assetIn() == asset ? swap.amountIn().known() : UInt256.ZERO),
                new CallKind<>(
                        Call.AddLiquidity.class,
                        "adds liquidity to a pool",
                        (in, inner) -> Call.AddLiquidity.load(in),
                        (add, table) -> table.gasAtVenue(add),
                        RouterKind::taken),
                CallKind.ofVenue(
                        Call.RemoveLiquidity.class,
                        "takes liquidity out of a pool",
                        (in, inner) -> Call.RemoveLiquidity.load(in)));
    }

    private static long gas(Call.Swap swap, CallTable table) {
        long gas = GAS;
        for (int venue : swap.pools()) {
            gas += table.gasOfHop(venue);
        }
        return gas;
    }

    private static UInt256 taken(Call.AddLiquidity add, int asset, CallTable table) {
        return table.onChain(add.pool())
                .map(spec -> {
                    UInt256 base = spec.base() == asset ? add.amount0Desired().known() : UInt256.ZERO;
                    UInt256 quote = spec.quote() == asset ? add.amount1Desired().known() : UInt256.ZERO;
                    return base.isZero() ? quote : base;
                })
                .orElse(UInt256.ZERO);
    }

    @Override
    public Optional<Contract> onChain(Site site) {
        return Optional.of(new Router(site.specs(VenueSpec.class)));
    }
}
