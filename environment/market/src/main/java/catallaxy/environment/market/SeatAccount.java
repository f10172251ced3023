package catallaxy.environment.market;

import catallaxy.environment.api.Account;
import catallaxy.environment.api.OpenOrder;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/** The account of one participant of a market, read when it is asked. */
record SeatAccount(MarketView market, int participant) implements Account {
    @Override
    public UInt256 balance(int place, int asset) {
        return market.holdings(participant).balance(place, asset);
    }

    @Override
    public UInt256 shares(int pool) {
        return market.holdings(participant).shares(pool);
    }

    @Override
    public List<OpenOrder> orders(int venue) {
        return market.offered(venue, LimitOrderBook.class).orders(participant).open();
    }

    @Override
    public int pending(int place) {
        return market.dealings(participant).pending(place);
    }

    @Override
    public long refusals() {
        return market.dealings(participant).refusals();
    }

    @Override
    public long baseFeeWei(int chain) {
        return market.chain(chain).baseFeeWei();
    }

    @Override
    public MarketCommand.SubmitTransaction transaction(int chain, Call call) {
        return market.chain(chain).transaction(call, MarketCommand.NO_DEADLINE);
    }
}
