package catallaxy.evolution.function;

import catallaxy.evolution.search.EvolvableKind;

/** Registers functions of real vectors, {@code function}. */
public final class FunctionKind implements EvolvableKind<FunctionProblem> {
    @Override
    public String name() {
        return "function";
    }

    @Override
    public Class<FunctionProblem> config() {
        return FunctionProblem.class;
    }

    @Override
    public String summary() {
        return "Functions of real vectors whose least value is 0, after the benchmarks of black-box optimisation (Hansen et al. 2009)";
    }
}
