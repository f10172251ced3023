package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueSettings;
import java.util.List;

/** The fee that follows volatility, as scenarios name it. */
public final class VolatilityFeeKind implements FeeRuleKind {
    static final String NAME = "volatility-fee";

    private static final VenueKey MULTIPLE = VenueKey.number(
            "multiple",
            "1",
            0,
            1000,
            "Fee over the deviation of the price's logarithm in a time of `horizon-seconds`.");
    private static final VenueKey HORIZON =
            VenueKey.number("horizon-seconds", "12", 0.001, 86_400, "As a rule the chain's time between blocks.");
    private static final VenueKey MEMORY =
            VenueKey.number("memory-seconds", "600", 1, 2_592_000, "Time constant of the variance's exponential mean.");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "A fee in proportion to the volatility of the pool's own price";
    }

    @Override
    public String detail() {
        return """
                fee = multiple x deviation of the price's logarithm over the horizon, within the bounds; from squared moves
                between blocks with swaps. It keeps an arbitrageur's chance of a trade in a block,
                1 / (1 + sqrt(2) fee / sigma_b), the same in calm and in storm (Milionis, Moallemi and Roughgarden 2023).""";
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(FeeBounds.LOW, FeeBounds.HIGH, MULTIPLE, HORIZON, MEMORY);
    }

    @Override
    public FeeRule read(VenueSettings settings) {
        return VolatilityFee.of(
                FeeBounds.read(settings),
                (int) Math.rint(1000 * settings.number(MULTIPLE)),
                Math.round(1e9 * settings.number(HORIZON)),
                Math.round(1e9 * settings.number(MEMORY)));
    }

    @Override
    public FeeRule load(StateReader in) {
        return VolatilityFee.load(in);
    }
}
