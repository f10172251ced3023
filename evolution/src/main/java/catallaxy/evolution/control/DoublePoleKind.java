package catallaxy.evolution.control;

import catallaxy.evolution.search.EvolvableKind;

/** Registers the balancing of two poles, {@code double-pole}. */
public final class DoublePoleKind implements EvolvableKind<DoublePole> {
    @Override
    public String name() {
        return "double-pole";
    }

    @Override
    public Class<DoublePole> config() {
        return DoublePole.class;
    }

    @Override
    public String summary() {
        return "Balance two poles of 1 m and 0.1 m on one cart (Wieland 1991), with velocities or without";
    }
}
