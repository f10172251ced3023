package catallaxy.environment.market.exchange;

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

/** The deposit addresses of exchanges on a chain. */
public final class ExchangeGateway implements Kind {
    private static final long GAS = 34_000;

    @Override
    public String name() {
        return "exchange-gateway";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(new CallKind<>(
                Call.Deposit.class,
                "pays an asset into the agent's account at an exchange",
                (in, inner) -> Call.Deposit.load(in),
                (deposit, table) -> GAS,
                (deposit, asset, table) ->
                        deposit.asset() == asset ? deposit.amount().known() : UInt256.ZERO));
    }

    @Override
    public Optional<Contract> onChain(Site site) {
        return Optional.of(new Gateway(site));
    }

    private static final class Gateway extends Service {
        private static final Result TOO_MUCH = Result.reverted("ERC20: transfer amount exceeds balance");

        private final List<ExchangeSpec> exchanges;
        private final int[] places;

        private Gateway(Site site) {
            exchanges = site.specs(ExchangeSpec.class);
            places = exchanges.stream().mapToInt(each -> site.place(each.id())).toArray();
        }

        @Override
        public Result call(Frame frame, Call call) {
            return GasPart.charge(frame, GAS, () -> deposit(frame, (Call.Deposit) call));
        }

        /** The exchange waits; until it credits the deposit, the amount stands in the depositor's account of what is on its way. */
        private Result deposit(Frame frame, Call.Deposit deposit) {
            if (deposit.exchange() < 0 || deposit.exchange() >= exchanges.size()) {
                return Result.reverted("Exchange: UNKNOWN_EXCHANGE");
            }
            int asset = deposit.asset();
            if (asset < 0 || asset >= frame.ledger().assets()) {
                return TOO_MUCH;
            }
            int who = frame.participant();
            UInt256 units = frame.amount(deposit.amount(), asset);
            if (units.isZero()
                    || !frame.ledger().transfer(frame.caller(), frame.accounts().transit(who), asset, units)) {
                return TOO_MUCH;
            }
            int to = places[deposit.exchange()];
            String id = exchanges.get(deposit.exchange()).id();
            frame.send(new Delivery(Delivery.Kind.DEPOSIT, deposit.exchange(), who, asset, frame.chain(), to, units));
            frame.emit(new TransportEvent.FundsSent(frame.timeNanos(), id, who, asset, frame.chain(), to, units));
            return Result.of(units);
        }
    }
}
