package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.VenuePart;
import catallaxy.environment.market.contract.VenueSettings;

/**
 * A kind of {@link FeeRule}, which scenarios name as the {@code hook} of a pool: the one thing that is registered, by its class name in
 * {@code META-INF/services/catallaxy.environment.market.venue.adaptive.FeeRuleKind}. Immutable; a public class without state and with a
 * public constructor without arguments.
 */
public interface FeeRuleKind extends VenuePart {
    /** Reads a rule that has seen nothing. */
    FeeRule read(VenueSettings settings);

    /** Reads back what a rule of this kind wrote. */
    FeeRule load(StateReader in);
}
