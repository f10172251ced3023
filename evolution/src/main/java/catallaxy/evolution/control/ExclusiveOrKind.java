package catallaxy.evolution.control;

import catallaxy.evolution.search.EvolvableKind;

/** Registers exclusive or, {@code xor}. */
public final class ExclusiveOrKind implements EvolvableKind<ExclusiveOr> {
    @Override
    public String name() {
        return "xor";
    }

    @Override
    public Class<ExclusiveOr> config() {
        return ExclusiveOr.class;
    }

    @Override
    public String summary() {
        return "Exclusive or of two bits, for which a network needs a hidden node (Stanley and Miikkulainen 2002)";
    }
}
