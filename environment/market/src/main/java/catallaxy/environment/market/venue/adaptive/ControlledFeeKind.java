package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueSettings;
import java.util.List;

/** The fee that an agent sets, as scenarios name it. */
public final class ControlledFeeKind implements FeeRuleKind {
    static final String NAME = "controlled-fee";

    private static final VenueKey CONTROLLER =
            VenueKey.agent("controller", "The agent who alone may set the fee, by the call SetPoolFee.");
    private static final VenueKey INITIAL = FeeBounds.fee(
            "initial-pips", "3000", "The fee until it is first set, millionths; between the least and the most.");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "A fee that one agent sets within bounds";
    }

    @Override
    public String detail() {
        return """
                The fee stays where the controller's latest call SetPoolFee has set it; others' calls, and fees beyond the bounds,
                revert. Role fee-setter makes the calls of its action, so that a learner can drive it.""";
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(FeeBounds.LOW, FeeBounds.HIGH, CONTROLLER, INITIAL);
    }

    @Override
    public FeeRule read(VenueSettings settings) {
        return new ControlledFee(
                FeeBounds.read(settings),
                settings.agent(CONTROLLER),
                (int) settings.number(INITIAL),
                SteeredFee.Flow.NONE);
    }

    @Override
    public FeeRule load(StateReader in) {
        return ControlledFee.load(in);
    }
}
