package catallaxy.environment.market.token;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.GasPart;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.Service;
import catallaxy.environment.market.contract.Site;
import java.util.List;
import java.util.Optional;

/** ERC-20 tokens: transfers to participants and to the contracts of venues. */
public final class TokenKind implements Kind {
    private static final long TRANSFER_GAS = 30_000;

    @Override
    public String name() {
        return "token";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(
                new CallKind<>(
                        Call.Transfer.class,
                        "sends an asset to another participant on the chain",
                        (in, inner) -> Call.Transfer.load(in),
                        (transfer, table) -> TRANSFER_GAS,
                        (transfer, asset, table) -> known(transfer.asset() == asset, transfer.amount())),
                new CallKind<>(
                        Call.Pay.class,
                        "sends an asset to a venue's contract, as one that repays a flash swap does",
                        (in, inner) -> Call.Pay.load(in),
                        (pay, table) -> TRANSFER_GAS,
                        (pay, asset, table) -> known(pay.asset() == asset, pay.amount())));
    }

    private static UInt256 known(boolean isOfAsset, Amount amount) {
        return isOfAsset ? amount.known() : UInt256.ZERO;
    }

    @Override
    public Optional<Contract> onChain(Site site) {
        return Optional.of(new Tokens());
    }

    /** All tokens of a chain. */
    private static final class Tokens extends Service {
        private static final Result NOBODY = Result.reverted("ERC20: transfer to the zero address");
        private static final Result TOO_MUCH = Result.reverted("ERC20: transfer amount exceeds balance");

        @Override
        public Result call(Frame frame, Call call) {
            return GasPart.charge(frame, TRANSFER_GAS, () -> switch (call) {
                case Call.Transfer(int participant, int asset, Amount amount) ->
                    move(frame, accountOf(frame, participant), asset, amount);
                case Call.Pay(int venue, int asset, Amount amount) ->
                    move(frame, accountOfVenue(frame, venue), asset, amount);
                default -> Result.reverted("ERC20: UNKNOWN_CALL " + call.name());
            });
        }

        private static int accountOf(Frame frame, int participant) {
            boolean exists = participant >= 0 && participant < frame.accounts().participants();
            return exists ? frame.accounts().free(participant, frame.chain()) : NO_ACCOUNT;
        }

        private static int accountOfVenue(Frame frame, int venue) {
            int address = frame.venue(venue);
            return address == Frame.NO_CONTRACT
                    ? NO_ACCOUNT
                    : frame.contract(address).account();
        }

        private static Result move(Frame frame, int to, int asset, Amount amount) {
            if (to == NO_ACCOUNT) {
                return NOBODY;
            }
            boolean exists = asset >= 0 && asset < frame.ledger().assets();
            UInt256 units = exists ? frame.amount(amount, asset) : UInt256.ZERO;
            return exists && frame.ledger().transfer(frame.caller(), to, asset, units) ? Result.of(units) : TOO_MUCH;
        }
    }
}
