package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Kind;
import java.util.List;

/** Balancer V2's vault and its weighted and stable pools. */
public final class Balancer implements Kind {
    @Override
    public String name() {
        return "balancer";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of();
    }

    @Override
    public List<VectorFormat> vectors() {
        return vectors(PowerVersion.LOGARITHMIC);
    }

    /** The recorded files, replayed with a version of the power function. */
    public static List<VectorFormat> vectors(PowerVersion power) {
        return List.of(
                new VectorFormat(
                        FunctionArguments.COLUMNS, WeightedMathReplay::knows, () -> new WeightedMathReplay(power)),
                new VectorFormat(FunctionArguments.COLUMNS, StableMathReplay::knows, StableMathReplay::new),
                new VectorFormat(BalancerConfigReplay.COLUMNS, () -> new BalancerConfigReplay(power)),
                new VectorFormat(
                        BalancerVaultReplay.COLUMNS,
                        BalancerConfigReplay.COLUMNS,
                        pools -> new BalancerVaultReplay(power, pools)));
    }
}
