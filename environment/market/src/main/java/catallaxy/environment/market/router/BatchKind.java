package catallaxy.environment.market.router;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.Service;
import catallaxy.environment.market.contract.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several calls of one sender in one transaction, as a smart account makes them: all, or none. */
public final class BatchKind implements Kind {
    @Override
    public String name() {
        return "batch";
    }

    /** What the calls of a batch take is known only as it runs: each spends what the sender has by then. */
    @Override
    public List<CallKind<?>> calls() {
        return List.of(new CallKind<>(
                Call.Batch.class,
                "several calls that all succeed or all revert",
                Call.Batch::load,
                (batch, table) -> batch.calls().stream().mapToLong(table::gas).sum(),
                (batch, asset, table) -> UInt256.ZERO));
    }

    @Override
    public Optional<Contract> onChain(Site site) {
        return Optional.of(new Multicall());
    }

    /** Makes the calls one after another; the result is the last one's. */
    private static final class Multicall extends Service {
        @Override
        public Result call(Frame frame, Call call) {
            List<Result> results = new ArrayList<>(frame.earlier());
            for (Call each : ((Call.Batch) call).calls()) {
                Result result = frame.callBack(each, results);
                if (!result.ok()) {
                    return result;
                }
                results.add(result);
            }
            return results.getLast();
        }
    }
}
