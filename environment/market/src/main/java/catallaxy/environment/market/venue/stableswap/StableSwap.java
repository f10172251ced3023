package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Kind;
import java.util.List;

/** StableSwap: pools of two to eight assets of like worth. */
public final class StableSwap implements Kind {
    @Override
    public String name() {
        return "stable-swap";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of();
    }

    @Override
    public List<VectorFormat> vectors() {
        return List.of(
                new VectorFormat(StableSwapConfigReplay.COLUMNS, StableSwapConfigReplay::new),
                new VectorFormat(StableSwapReplay.COLUMNS, StableSwapConfigReplay.COLUMNS, StableSwapReplay::new));
    }
}
