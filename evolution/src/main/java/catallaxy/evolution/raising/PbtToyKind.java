package catallaxy.evolution.raising;

import catallaxy.evolution.search.EvolvableKind;

/** Registers the toy of population-based training, {@code pbt-toy}. */
public final class PbtToyKind implements EvolvableKind<PbtToy> {
    @Override
    public String name() {
        return "pbt-toy";
    }

    @Override
    public Class<PbtToy> config() {
        return PbtToy.class;
    }

    @Override
    public String summary() {
        return "The toy of population-based training (Jaderberg et al. 2017, figure 2): learners that see one half of what counts";
    }
}
