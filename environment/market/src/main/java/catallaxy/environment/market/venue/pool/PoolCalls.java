package catallaxy.environment.market.venue.pool;

import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Kind;
import java.util.List;

/** The ways into and out of pools of several assets, as calls that participants send; each pool's contract carries them out. */
public final class PoolCalls implements Kind {
    @Override
    public String name() {
        return "pool-shares";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(
                CallKind.ofVenue(JoinPool.class, "deposits amounts in a pool", (in, _) -> JoinPool.load(in)),
                CallKind.ofVenue(
                        JoinPoolForShares.class,
                        "deposits one asset in a pool for exact shares",
                        (in, _) -> JoinPoolForShares.load(in)),
                CallKind.ofVenue(ExitPool.class, "redeems shares for every asset", (in, _) -> ExitPool.load(in)),
                CallKind.ofVenue(
                        ExitPoolInOne.class, "redeems shares for one asset", (in, _) -> ExitPoolInOne.load(in)),
                CallKind.ofVenue(
                        ExitPoolExactly.class,
                        "takes exact amounts out of a pool",
                        (in, _) -> ExitPoolExactly.load(in)));
    }
}
