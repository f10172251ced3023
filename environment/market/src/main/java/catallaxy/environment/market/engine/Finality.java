package catallaxy.environment.market.engine;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import java.util.List;

/** That whoever credits what leaves a chain waits until its block can no longer be replaced. */
final class Finality {
    private Finality() {}

    /** Exchanges credit a deposit after more blocks than can be replaced. */
    static void check(ChainSpec chain, List<ExchangeSpec> exchanges) {
        for (ExchangeSpec each : exchanges) {
            Checks.that(
                    chain.permanence().isFinalAt(each.depositConfirmations()),
                    "deposit-confirmations of " + each.id(),
                    "more than the depth of reorganisations of " + chain.id() + ", "
                            + chain.permanence().depth(),
                    each.depositConfirmations());
        }
    }

    /** A bridge delivers after more time than the blocks that can be replaced take. */
    static void check(BridgeSpec bridge, ChainSpec chain) {
        Checks.that(
                bridge.passage().waitsForFinality()
                        || chain.isFinalAfter(bridge.passage().delayNanos()),
                "delay of " + bridge.id(),
                "more than " + chain.permanence().depth() + " blocks of " + chain.id() + ", that can be replaced",
                bridge.passage().delayNanos() + " ns");
    }
}
