package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Kind;
import java.util.List;

/** Uniswap V4: pools of one manager, with hooks. */
public final class UniswapV4 implements Kind {
    @Override
    public String name() {
        return "uniswap-v4";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of();
    }

    @Override
    public List<VectorFormat> vectors() {
        return vectors(0);
    }

    /**
     * Formats of recorded sequences.
     *
     * @param feeMore pips that are added to each pool's fee: 0, or what a negative control plants
     */
    static List<VectorFormat> vectors(int feeMore) {
        return List.of(new VectorFormat(V4SequenceReplay.COLUMNS, () -> new V4SequenceReplay(feeMore)));
    }
}
