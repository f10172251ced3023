package catallaxy.environment.market.venue.flash;

import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Flash loans: the one call, which the lender's own contract carries out, and the recorded loans of all protocols. */
public final class FlashLoans implements Kind {
    @Override
    public String name() {
        return "flash-loans";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(new CallKind<>(
                FlashLoan.class,
                "borrows assets of a venue for the length of a call",
                FlashLoan::load,
                (call, table) -> table.gasAtVenue(call) + table.gas(call.then()),
                (call, asset, table) -> UInt256.ZERO));
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
