package catallaxy.evolution.front;

import catallaxy.evolution.search.EvolvableKind;

/** Registers the problem of a known front, {@code front}. */
public final class FrontKind implements EvolvableKind<FrontProblem> {
    @Override
    public String name() {
        return "front";
    }

    @Override
    public Class<FrontProblem> config() {
        return FrontProblem.class;
    }

    @Override
    public String summary() {
        return "The front of a function of several costs whose whole front is known (Zitzler, Deb and Thiele 2000; Deb et al. 2002)";
    }
}
