package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.registry.Registry;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** The registry of all kinds of fee rules. */
public final class FeeRuleKinds {
    private FeeRuleKinds() {}

    /** The kinds whose class names are in the class path's service files. */
    public static Registry<FeeRuleKind> registered() {
        return Registered.KINDS;
    }

    /** Loads the registered kinds when they are first asked for. */
    private static final class Registered {
        static final Registry<FeeRuleKind> KINDS = Registry.registered(FeeRuleKind.class);
    }

    /** Writes a rule with the name of its kind. */
    public static void save(FeeRule rule, StateWriter out) {
        rule.save(out.text(rule.kind()));
    }

    /**
     * The rule that was {@link #save saved}.
     *
     * @throws CorruptStateException if its kind is not registered
     */
    public static FeeRule load(StateReader in) {
        String name = in.text();
        return registered()
                .kind(name)
                .orElseThrow(() -> new CorruptStateException("fee rule of kind " + name))
                .load(in);
    }
}
