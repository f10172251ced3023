package catallaxy.evolution.arm;

import catallaxy.evolution.search.EvolvableKind;

/** Registers the planar arm, {@code arm}. */
public final class ArmKind implements EvolvableKind<ArmProblem> {
    static final String NAME = "arm";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ArmProblem> config() {
        return ArmProblem.class;
    }

    @Override
    public String summary() {
        return "A planar arm of many joints that is to reach everywhere with joints as alike as can be (Cully et al. 2015)";
    }
}
