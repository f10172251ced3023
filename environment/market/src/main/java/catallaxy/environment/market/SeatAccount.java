package catallaxy.environment.market;

import catallaxy.environment.api.Account;
import catallaxy.environment.api.BundleBid;
import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.api.PendingTransaction;
import catallaxy.environment.api.PriceLevel;
import catallaxy.environment.api.PublicTransaction;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The account of one participant of a market, read when it is asked.
 *
 * @param ahead copies of the market
 */
record SeatAccount(MarketView market, int participant, LookAhead ahead) implements Account, LookAhead {
    @Override
    public MarketEnvironment fork(long luck) {
        return ahead.fork(luck);
    }

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
    public OptionalLong lotsAhead(int venue, long clientOrderId) {
        return market.offered(venue, LimitOrderBook.class).orders(participant).lotsAhead(clientOrderId);
    }

    @Override
    public List<PriceLevel> levels(int venue, Side side, int most) {
        LimitOrderBook book = market.offered(venue, LimitOrderBook.class);
        List<PriceLevel> levels = new ArrayList<>();
        for (int level = 0; level < most && book.size(side, level) > 0; level++) {
            levels.add(new PriceLevel(book.toTicks(book.price(side, level)), book.toLots(book.size(side, level))));
        }
        return levels;
    }

    @Override
    public <T> Optional<T> venue(int venue, Class<T> capability) {
        return market.venue(venue, capability);
    }

    @Override
    public int number(int place) {
        return market.holdings(participant).account(place);
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
    public long fills() {
        return market.dealings(participant).fills();
    }

    @Override
    public long nonce(int chain) {
        return market.dealings(participant).nonce(chain);
    }

    @Override
    public List<PendingTransaction> transactions(int chain) {
        return market.dealings(participant).transactions(chain);
    }

    @Override
    public long blockNumber(int chain) {
        return market.chain(chain).blockNumber();
    }

    @Override
    public List<PublicTransaction> mempool(int chain) {
        return market.chain(chain).mempool();
    }

    @Override
    public List<BundleBid> bundleBids(int chain) {
        return market.chain(chain).bundleBids();
    }

    @Override
    public BundleTrial simulate(int chain, List<BundleItem> items) {
        return market.chain(chain).simulate(participant, items);
    }

    @Override
    public long openRound(int chain) {
        return market.chain(chain).openRound();
    }

    @Override
    public long gasEstimate(int chain, Call call) {
        return market.chain(chain).gasEstimate(call);
    }

    @Override
    public long baseFeeWei(int chain) {
        return market.chain(chain).baseFeeWei();
    }

    @Override
    public long blobBaseFeeWei(int chain) {
        return market.chain(chain).blobBaseFeeWei();
    }

    @Override
    public UInt256 dataFeeWei(int chain, Call call) {
        return market.chain(chain).dataFeeWei(call);
    }

    @Override
    public MarketCommand.SubmitTransaction transaction(int chain, Call call) {
        return market.chain(chain).transaction(call, MarketCommand.NO_DEADLINE);
    }
}
