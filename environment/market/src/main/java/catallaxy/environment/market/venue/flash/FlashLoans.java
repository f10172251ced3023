package catallaxy.environment.market.venue.flash;

import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The recorded flash loans of all protocols. The calls that make flash loans are those of the protocols' kinds. */
public final class FlashLoans implements Kind {
    @Override
    public String name() {
        return "flash-loans";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of();
    }

    @Override
    public List<VectorFormat> vectors() {
        return List.of(new VectorFormat(FlashReplay.COLUMNS, () -> new FlashReplay(protocols())));
    }

    static Map<String, FlashReplay.Fresh> protocols() {
        Map<String, FlashReplay.Fresh> protocols = new TreeMap<>();
        protocols.put("v2", _ -> new V2FlashBench());
        protocols.put("v3", V3FlashBench::new);
        protocols.put("balancer", _ -> new BalancerFlashBench());
        protocols.put("aave", _ -> new AaveFlashBench());
        return protocols;
    }
}
