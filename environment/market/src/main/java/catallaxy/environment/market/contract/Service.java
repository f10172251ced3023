package catallaxy.environment.market.contract;

import catallaxy.environment.base.state.StateWriter;

/** A contract without state of its own, of which every chain has one: all markets of a scenario share it. */
public abstract class Service implements Contract {
    @Override
    public final int account() {
        return Kind.NO_ACCOUNT;
    }

    @Override
    public final Contract copy() {
        return this;
    }

    @Override
    public final void restore(Contract earlier) {}

    @Override
    public final void save(StateWriter out) {}
}
