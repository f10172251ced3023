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
import catallaxy.environment.market.trace.TransportEvent;
import java.util.List;
import java.util.Optional;

/** The ends of bridges on a chain: takes what leaves, and liquidity in and out. */
public final class BridgeGateway implements Kind {
    private static final long GAS = 90_000;

    @Override
    public String name() {
        return "bridge-gateway";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(
                new CallKind<>(
                        Call.BridgeTransfer.class,
                        "sends an asset over a bridge",
                        (in, inner) -> Call.BridgeTransfer.load(in),
                        (transfer, table) -> GAS,
                        (transfer, asset, table) ->
                                transfer.asset() == asset ? transfer.amount().known() : UInt256.ZERO),
                new CallKind<>(
                        AddBridgeLiquidity.class,
                        "provides liquidity to a bridge",
                        (in, inner) -> AddBridgeLiquidity.load(in),
                        (call, table) -> GAS,
                        (call, asset, table) ->
                                call.asset() == asset ? call.amount().known() : UInt256.ZERO),
                new CallKind<>(
                        RemoveBridgeLiquidity.class,
                        "takes liquidity out of a bridge",
                        (in, inner) -> RemoveBridgeLiquidity.load(in),
                        (call, table) -> GAS,
                        (call, asset, table) -> UInt256.ZERO),
                new CallKind<>(
                        ForgeMessage.class,
                        "bribes a bridge's validators to attest what never left",
                        (in, inner) -> ForgeMessage.load(in),
                        (call, table) -> GAS,
                        (call, asset, table) -> UInt256.ZERO));
    }

    @Override
    public Optional<Contract> onChain(Site site) {
        return Optional.of(new Gateway(site));
    }

    private static final class Gateway extends Service {
        private final List<BridgeSpec> bridges;
        private final List<Custody> custodies;
        private final List<Optional<Committee>> committees;

        private Gateway(Site site) {
            bridges = site.specs(BridgeSpec.class);
            custodies = bridges.stream()
                    .map(spec -> Bridge.custody(spec, site.ledger()))
                    .toList();
            committees = bridges.stream()
                    .map(spec -> Committee.of(spec, site.ledger(), site.quoteAsset()))
                    .toList();
        }

        @Override
        public Result call(Frame frame, Call call) {
            return GasPart.charge(frame, GAS, () -> carryOut(frame, call));
        }

        private Result carryOut(Frame frame, Call call) {
            return switch (call) {
                case Call.BridgeTransfer transfer ->
                    refusal(frame, transfer.bridge(), transfer.asset()).orElseGet(() -> transfer(frame, transfer));
                case AddBridgeLiquidity add ->
                    refusal(frame, add.bridge(), add.asset()).orElseGet(() -> add(frame, add));
                case RemoveBridgeLiquidity remove ->
                    refusal(frame, remove.bridge(), remove.asset()).orElseGet(() -> remove(frame, remove));
                case ForgeMessage forgery ->
                    refusal(frame, forgery.bridge(), forgery.asset()).orElseGet(() -> forge(frame, forgery));
                default -> throw new IllegalArgumentException("no call of a bridge: " + call);
            };
        }

        private Optional<Result> refusal(Frame frame, int bridge, int asset) {
            if (bridge < 0 || bridge >= bridges.size()) {
                return Optional.of(Result.reverted("Bridge: UNKNOWN_BRIDGE"));
            }
            BridgeSpec spec = bridges.get(bridge);
            return spec.isEnd(frame.chain()) && spec.assets().contains(asset)
                    ? Optional.empty()
                    : Optional.of(Result.reverted("Bridge: UNSUPPORTED_ROUTE"));
        }

        private Result transfer(Frame frame, Call.BridgeTransfer transfer) {
            BridgeSpec spec = bridges.get(transfer.bridge());
            UInt256 units = frame.amount(transfer.amount(), transfer.asset());
            int to = spec.otherEnd(frame.chain());
            return send(frame, Delivery.Kind.BRIDGE, transfer.bridge(), transfer.asset(), to, units);
        }

        private Result add(Frame frame, AddBridgeLiquidity add) {
            if (!(custodies.get(add.bridge()) instanceof LiquidityPools)) {
                return Result.reverted("Bridge: NO_POOLS");
            }
            return send(
                    frame,
                    Delivery.Kind.LIQUIDITY,
                    add.bridge(),
                    add.asset(),
                    frame.chain(),
                    frame.amount(add.amount(), add.asset()));
        }

        private Result remove(Frame frame, RemoveBridgeLiquidity remove) {
            if (!(custodies.get(remove.bridge()) instanceof LiquidityPools pools)) {
                return Result.reverted("Bridge: NO_POOLS");
            }
            UInt256 shares = frame.amount(remove.shares(), pools.share(remove.asset()));
            return pools.remove(frame.ledger(), remove.asset(), frame.chain(), frame.caller(), shares)
                    .map(amount -> removed(frame, remove, amount, shares))
                    .orElseGet(() -> Result.reverted("Bridge: INSUFFICIENT_LIQUIDITY"));
        }

        private Result removed(Frame frame, RemoveBridgeLiquidity remove, UInt256 amount, UInt256 shares) {
            frame.emit(new TransportEvent.BridgeLiquidityChanged(
                    frame.timeNanos(),
                    bridges.get(remove.bridge()).id(),
                    frame.participant(),
                    remove.asset(),
                    frame.chain(),
                    false,
                    amount,
                    shares));
            return Result.of(amount);
        }

        private Result forge(Frame frame, ForgeMessage forgery) {
            Optional<Committee> committee = committees.get(forgery.bridge());
            Optional<CheapestQuorum> quorum = committee.flatMap(each -> each.cheapest(frame.ledger()));
            if (committee.isEmpty()) {
                return Result.reverted("Bridge: NO_COMMITTEE");
            } else if (quorum.isEmpty()) {
                return Result.reverted("Bridge: NO_QUORUM_FOR_SALE");
            } else if (!forgery.most().isAtLeast(quorum.get().cost())) {
                return Result.reverted("Bridge: BRIBE_TOO_SMALL");
            } else if (forgery.amount().isZero()
                    || !committee.get().pay(frame.ledger(), frame.caller(), quorum.get())) {
                return Result.reverted("Bridge: INSUFFICIENT_BALANCE");
            }
            return forged(frame, forgery, quorum.get());
        }

        private Result forged(Frame frame, ForgeMessage forgery, CheapestQuorum quorum) {
            BridgeSpec spec = bridges.get(forgery.bridge());
            int who = frame.participant();
            int from = spec.otherEnd(frame.chain());
            frame.send(Delivery.forged(
                    forgery.bridge(), who, forgery.asset(), from, frame.chain(), forgery.amount(), quorum.signers()));
            frame.emit(new TransportEvent.MessageForged(
                    frame.timeNanos(),
                    spec.id(),
                    who,
                    forgery.asset(),
                    frame.chain(),
                    forgery.amount(),
                    Long.bitCount(quorum.signers()),
                    quorum.cost()));
            return Result.of(quorum.cost());
        }

        /** Takes an amount from the sender and puts it on its way. */
        private Result send(Frame frame, Delivery.Kind kind, int bridge, int asset, int to, UInt256 units) {
            int sink = custodies.get(bridge).sink(frame.chain());
            if (units.isZero() || !frame.ledger().transfer(frame.caller(), sink, asset, units)) {
                return Result.reverted("Bridge: INSUFFICIENT_BALANCE");
            }
            int who = frame.participant();
            frame.send(new Delivery(kind, bridge, who, asset, frame.chain(), to, units));
            frame.emit(new TransportEvent.FundsSent(
                    frame.timeNanos(), bridges.get(bridge).id(), who, asset, frame.chain(), to, units));
            return Result.of(units);
        }
    }
}
