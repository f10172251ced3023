package catallaxy.environment.market.bridge;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.GasPart;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.Service;
import catallaxy.environment.market.contract.Site;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;
import java.util.Optional;

/** The ends of bridges on a chain: locks or burns what leaves. */
public final class BridgeGateway implements Kind {
    private static final long GAS = 90_000;

    @Override
    public String name() {
        return "bridge-gateway";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(new CallKind<>(
                Call.BridgeTransfer.class,
                "sends an asset over a bridge",
                (in, inner) -> Call.BridgeTransfer.load(in),
                (transfer, table) -> GAS,
                (transfer, asset, table) ->
                        transfer.asset() == asset ? transfer.amount().known() : UInt256.ZERO));
    }

    @Override
    public Optional<Contract> onChain(Site site) {
        return Optional.of(new Gateway(site));
    }

    private static final class Gateway extends Service {
        private final List<BridgeSpec> bridges;
        /** For each bridge the account that takes what leaves this chain: that of the locked, or the issuer that burns. */
        private final int[] sinks;

        private Gateway(Site site) {
            bridges = site.specs(BridgeSpec.class);
            sinks = bridges.stream()
                    .mapToInt(spec -> site.account(
                            spec.homeChain() == site.chain() ? Bridge.lockName(spec) : Bridge.issuerName(spec)))
                    .toArray();
        }

        @Override
        public Result call(Frame frame, Call call) {
            return GasPart.charge(frame, GAS, () -> transfer(frame, (Call.BridgeTransfer) call));
        }

        private Result transfer(Frame frame, Call.BridgeTransfer transfer) {
            if (transfer.bridge() < 0 || transfer.bridge() >= bridges.size()) {
                return Result.reverted("Bridge: UNKNOWN_BRIDGE");
            }
            BridgeSpec spec = bridges.get(transfer.bridge());
            boolean outward = spec.homeChain() == frame.chain();
            if (!(outward || spec.remoteChain() == frame.chain())
                    || !spec.assets().contains(transfer.asset())) {
                return Result.reverted("Bridge: UNSUPPORTED_ROUTE");
            }
            UInt256 units = frame.amount(transfer.amount(), transfer.asset());
            int sink = sinks[transfer.bridge()];
            if (units.isZero() || !frame.ledger().transfer(frame.caller(), sink, transfer.asset(), units)) {
                return Result.reverted("Bridge: INSUFFICIENT_BALANCE");
            }
            send(frame, spec, transfer, outward ? spec.remoteChain() : spec.homeChain(), units);
            return Result.of(units);
        }

        private static void send(Frame frame, BridgeSpec spec, Call.BridgeTransfer transfer, int to, UInt256 units) {
            int who = frame.participant();
            int asset = transfer.asset();
            frame.send(new Delivery(Delivery.Kind.BRIDGE, transfer.bridge(), who, asset, frame.chain(), to, units));
            frame.emit(new MarketEvent.FundsSent(frame.timeNanos(), spec.id(), who, asset, frame.chain(), to, units));
        }
    }
}
