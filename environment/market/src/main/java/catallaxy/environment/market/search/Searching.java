package catallaxy.environment.market.search;

import catallaxy.environment.api.BundleBid;
import catallaxy.environment.api.PublicTransaction;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.ChainView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.population.Behaviour;
import catallaxy.environment.market.population.GroupAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the mempools of its chains at equal distances in time. For each swap on its venues that it sees for the first time it looks
 * for a bundle for the next block, and bids for it; where it sees that somebody bids more for the same swap it raises, until its limit.
 * Owned by one group.
 */
final class Searching implements Behaviour {
    private static final double BPS = 1e-4;

    private final SearchersSpec spec;
    /** What it bids for the next blocks, in the order in which it saw the swaps. */
    private final List<Bid> bids;

    private long nextNanos;
    private long nextId;

    private Searching(SearchersSpec spec, List<Bid> bids, long nextNanos, long nextId) {
        this.spec = spec;
        this.bids = bids;
        this.nextNanos = nextNanos;
        this.nextId = nextId;
    }

    /** The first look is at a random time of the first period. */
    static Searching open(SearchersSpec spec, GroupAccount account, MarketEngine market) {
        long first = 1 + account.random().nextLong(spec.refreshNanos());
        return new Searching(spec, new ArrayList<>(), market.timeNanos() + first, 0);
    }

    @Override
    public long nextWakeNanos() {
        return nextNanos;
    }

    @Override
    public void wake(MarketEngine market, GroupAccount account) {
        nextNanos = market.timeNanos() + spec.refreshNanos();
        bids.removeIf(each -> each.block() <= market.chain(each.chain()).blockNumber());
        spec.venues().stream()
                .map(market.spec()::placeOfVenue)
                .distinct()
                .sorted()
                .forEach(chain -> look(market, account, chain));
    }

    private void look(MarketEngine market, GroupAccount account, int chain) {
        List<PublicTransaction> mempool = market.chain(chain).mempool();
        SearchSight sight = new SearchSight(market, spec, account.participant(), chain, mempool, account.random());
        for (PublicTransaction each : mempool) {
            if (each.participant() != account.participant() && sight.isNext(each)) {
                WaitingSwap.of(each, market.map())
                        .filter(swap -> spec.venues().contains(swap.venue()))
                        .ifPresent(swap -> consider(market, sight, swap));
            }
        }
    }

    private void consider(MarketEngine market, SearchSight sight, WaitingSwap swap) {
        BundleItem.Waiting target = swap.transaction().item();
        Optional<Bid> known =
                bids.stream().filter(each -> each.target().equals(target)).findFirst();
        if (known.isEmpty()) {
            open(market, sight, swap);
        } else {
            raise(market, sight.participant(), known.get());
        }
    }

    private void open(MarketEngine market, SearchSight sight, WaitingSwap swap) {
        ChainView chain = market.chain(sight.chain());
        Optional<Opportunity> found = spec.strategy()
                .strategy()
                .around(sight, swap)
                .filter(each -> each.gainQuote() >= spec.leastGainQuote());
        double gain = found.map(Opportunity::gainQuote).orElse(0.0);
        double price = market.prices().worth(chain.gasAsset());
        UInt256 limit = market.map().units(chain.gasAsset(), spec.bidding().limitShare() * gain / price);
        Bid bid = new Bid(
                sight.chain(),
                chain.blockNumber() + 1,
                nextId++,
                swap.transaction().item(),
                found.map(Opportunity::items).orElse(List.of()),
                limit,
                opening(chain, limit));
        bids.add(bid);
        if (!bid.items().isEmpty()) {
            send(market, sight.participant(), bid);
            raise(market, sight.participant(), bid);
        }
    }

    private UInt256 opening(ChainView chain, UInt256 limit) {
        return chain.showsBids() ? part(limit, spec.bidding().openingShare()) : limit;
    }

    private static UInt256 part(UInt256 amount, double share) {
        return amount.mulDivFloor(UInt256.of((long) (share * 1e9)), UInt256.of(1_000_000_000));
    }

    /** Raises where others bid as much for the same swap, as far as its limit allows. */
    private void raise(MarketEngine market, int participant, Bid bid) {
        UInt256 best = market.chain(bid.chain()).bundleBids().stream()
                .filter(each ->
                        each.participant() != participant && each.targets().contains(bid.target()))
                .map(BundleBid::bidWei)
                .reduce(UInt256.ZERO, UInt256::max);
        UInt256 raised =
                best.plusExact(part(best, spec.bidding().raiseBps() * BPS).max(UInt256.ONE));
        boolean isBehind = !best.isZero() && best.isAtLeast(bid.wei());
        if (isBehind && bid.limitWei().isAtLeast(raised) && !bid.items().isEmpty()) {
            Bid higher = bid.at(raised);
            bids.set(bids.indexOf(bid), higher);
            send(market, participant, higher);
        }
    }

    private void send(MarketEngine market, int participant, Bid bid) {
        market.submit(
                participant,
                new MarketCommand.SubmitBundle(
                        bid.chain(),
                        bid.id(),
                        bid.items(),
                        bid.wei(),
                        bid.block(),
                        bid.block(),
                        false,
                        spec.builder(),
                        spec.strategy().word()));
    }

    @Override
    public Searching copy() {
        return new Searching(spec, new ArrayList<>(bids), nextNanos, nextId);
    }

    @Override
    public void save(StateWriter out) {
        out.int64(nextNanos).int64(nextId).int32(bids.size());
        bids.forEach(each -> each.save(out));
    }

    static Searching load(StateReader in, SearchersSpec spec, CallReader calls) {
        long nextNanos = in.int64();
        long nextId = in.int64();
        List<Bid> bids = new ArrayList<>();
        for (int rest = in.count(1); rest > 0; rest--) {
            bids.add(Bid.load(in, calls));
        }
        return new Searching(spec, bids, nextNanos, nextId);
    }
}
