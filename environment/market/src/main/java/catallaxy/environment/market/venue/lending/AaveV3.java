package catallaxy.environment.market.venue.lending;

import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Kind;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lending markets with the arithmetic of Aave v3.0.2. */
public final class AaveV3 implements Kind {
    @Override
    public String name() {
        return "lending";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of();
    }

    @Override
    public List<VectorFormat> vectors() {
        return vectors(UnaryOperator.identity());
    }

    /** The recorded files, replayed with what is made of the terms that they describe. */
    static List<VectorFormat> vectors(UnaryOperator<ReserveConfig> terms) {
        return List.of(
                new VectorFormat(LendingMathReplay.COLUMNS, LendingMathReplay::new),
                new VectorFormat(LendingRatesReplay.COLUMNS, LendingRatesReplay::new),
                new VectorFormat(LendingConfigReplay.COLUMNS, LendingConfigReplay::new),
                new VectorFormat(
                        LendingSequenceReplay.COLUMNS,
                        LendingConfigReplay.COLUMNS,
                        configs -> new LendingSequenceReplay(configs, terms)));
    }
}
