package catallaxy.environment.market;

import catallaxy.environment.api.Account;
import catallaxy.environment.api.OpenOrder;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketView;
import java.util.List;

/** The account of one participant of a market, read when it is asked. */
record SeatAccount(MarketView market, int participant) implements Account {
    @Override
    public UInt256 balance(int place, int asset) {
        return market.balance(participant, place, asset);
    }

    @Override
    public UInt256 shares(int pool) {
        return market.shares(participant, pool);
    }

    @Override
    public List<OpenOrder> orders(int venue) {
        return market.orders(participant, venue);
    }

    @Override
    public int pending(int place) {
        return place < market.spec().chains().size()
                ? market.pendingTransactions(participant, place)
                : market.messagesUnderWay(participant, place);
    }

    @Override
    public long refusals() {
        return market.totals(participant).rejected()
                + market.totals(participant).reverted();
    }

    @Override
    public long baseFeeWei(int chain) {
        return market.baseFeeWei(chain);
    }

    @Override
    public MarketCommand.SubmitTransaction transaction(int chain, Call call) {
        return market.transaction(chain, call, MarketCommand.NO_DEADLINE);
    }
}
