package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueSettings;
import java.util.List;

/** The fee that leans against inventory, as scenarios name it. */
public final class InventoryFeeKind implements FeeRuleKind {
    static final String NAME = "inventory-fee";

    private static final VenueKey CENTRE = FeeBounds.fee(
            "centre-pips", "3000", "The fee at the usual inventory, millionths; between the least and the most.");
    private static final VenueKey SLOPE = VenueKey.number(
            "slope",
            "5",
            0,
            10_000,
            "Pips by which the fee leans for each 0.01 % that the price is from its usual one.");
    private static final VenueKey MEMORY = VenueKey.number(
            "memory-seconds", "600", 1, 2_592_000, "Time constant of the usual price's exponential mean.");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "A fee that is dearer for trades that lead a pool further from its usual inventory";
    }

    @Override
    public String detail() {
        return """
                fee = centre + slope x (tick - usual tick) for buying base, centre - slope x (tick - usual tick) for selling it,
                within the bounds: as a dealer's quotes lean against inventory (Ho and Stoll 1981).""";
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(FeeBounds.LOW, FeeBounds.HIGH, CENTRE, SLOPE, MEMORY);
    }

    @Override
    public FeeRule read(VenueSettings settings) {
        return InventoryFee.of(
                FeeBounds.read(settings),
                (int) settings.number(CENTRE),
                (int) Math.rint(1000 * settings.number(SLOPE)),
                Math.round(1e9 * settings.number(MEMORY)));
    }

    @Override
    public FeeRule load(StateReader in) {
        return InventoryFee.load(in);
    }
}
