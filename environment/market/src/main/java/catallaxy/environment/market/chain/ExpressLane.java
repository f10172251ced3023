package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.api.command.CommandCodec;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The right to have one's transactions first on a chain, sold for a round at a time (see {@link LaneSpec}): bids for coming rounds,
 * who holds the round, and the transactions of others that are delayed. A bid is paid when the round is sold, in the first block
 * after its auction has closed; one that its bidder cannot pay then is passed over. Owned by its chain.
 */
public final class ExpressLane {
    private static final Comparator<Bid> BEST_FIRST =
            Comparator.comparing(Bid::wei).reversed().thenComparingLong(Bid::sequence);

    private final LaneSpec spec;
    /** By round, the bids for it in the order of their arrival. */
    private final TreeMap<Long, List<Bid>> bids = new TreeMap<>();

    private final Deque<Delayed> delayed = new ArrayDeque<>();
    /** By round, from the present one on, who has bought it. */
    private final TreeMap<Long, Integer> buyers = new TreeMap<>();

    private record Bid(long sequence, int participant, UInt256 wei) {}

    /** A transaction that is held back, and its sender. */
    public record Delayed(int participant, MarketCommand.SubmitTransaction command) {}

    ExpressLane(LaneSpec spec) {
        this.spec = spec;
    }

    /** Takes a bid, in the place of an earlier one of the same bidder; why it is refused, or nothing. */
    public Optional<String> bid(long now, long sequence, int participant, MarketCommand.BidForRound bid) {
        if (bid.round() < spec.openRound(now)) {
            return Optional.of("AUCTION_CLOSED");
        } else if (bid.bidWei().isLessThan(UInt256.of(spec.reserveWei()))) {
            return Optional.of("BID_BELOW_RESERVE");
        }
        List<Bid> all = bids.computeIfAbsent(bid.round(), ignored -> new ArrayList<>());
        all.removeIf(each -> each.participant() == participant);
        all.add(new Bid(sequence, participant, bid.bidWei()));
        return Optional.empty();
    }

    /** Whether a participant holds the round of a moment. */
    public boolean isHeldBy(long now, int participant) {
        Integer buyer = buyers.get(spec.round(now));
        return buyer != null && buyer == participant;
    }

    /** By how much a transaction is delayed that arrives at a moment. */
    public long delayNanos(long now, int participant) {
        return isHeldBy(now, participant) ? 0 : spec.delayNanos();
    }

    /** Holds a transaction back until {@link #release}; all are held back equally long. */
    public void hold(int participant, MarketCommand.SubmitTransaction command) {
        delayed.addLast(new Delayed(participant, command));
    }

    /** Lets the earliest go on. */
    public Delayed release() {
        return delayed.removeFirst();
    }

    /** How many transactions of a sender are held back. */
    public int heldBackOf(int participant) {
        int count = 0;
        for (Delayed each : delayed) {
            count += each.participant() == participant ? 1 : 0;
        }
        return count;
    }

    /** A sender's transactions that are held back, the earliest first. */
    public List<MarketCommand.SubmitTransaction> heldBack(int participant) {
        return delayed.stream()
                .filter(each -> each.participant() == participant)
                .map(Delayed::command)
                .toList();
    }

    /** Sells the rounds whose auctions have closed. */
    void sell(Settlement settlement, long now, int chain, int asset, int seller) {
        while (!bids.isEmpty() && bids.firstKey() < spec.openRound(now)) {
            long round = bids.firstKey();
            List<Bid> all = new ArrayList<>(bids.remove(round));
            all.sort(BEST_FIRST);
            sell(settlement, now, new Sale(chain, asset, seller, round), all);
        }
    }

    private record Sale(int chain, int asset, int seller, long round) {}

    private void sell(Settlement settlement, long now, Sale sale, List<Bid> best) {
        for (int i = 0; i < best.size(); i++) {
            int winner = best.get(i).participant();
            UInt256 second = i + 1 < best.size() ? best.get(i + 1).wei() : UInt256.of(spec.reserveWei());
            int from = settlement.accounts().free(winner, sale.chain());
            if (settlement.ledger().transfer(from, sale.seller(), sale.asset(), second)) {
                buyers.headMap(spec.round(now)).clear();
                buyers.put(sale.round(), winner);
                settlement
                        .log()
                        .emit(new MarketEvent.LaneSold(now, sale.chain(), sale.round(), winner, best.size(), second));
                return;
            }
        }
    }

    ExpressLane copy() {
        ExpressLane copy = new ExpressLane(spec);
        bids.forEach((round, all) -> copy.bids.put(round, new ArrayList<>(all)));
        copy.delayed.addAll(delayed);
        copy.buyers.putAll(buyers);
        return copy;
    }

    void save(StateWriter out) {
        out.int32(buyers.size());
        buyers.forEach((round, buyer) -> out.int64(round).int32(buyer));
        out.int32(bids.size());
        bids.forEach((round, all) -> {
            out.int64(round).int32(all.size());
            all.forEach(each -> each.wei().save(out.int64(each.sequence()).int32(each.participant())));
        });
        out.int32(delayed.size());
        delayed.forEach(each -> CommandCodec.write(out.int32(each.participant()), each.command()));
    }

    static ExpressLane load(StateReader in, CallReader calls, LaneSpec spec) {
        ExpressLane lane = new ExpressLane(spec);
        for (int rest = in.count(Long.BYTES + Integer.BYTES); rest > 0; rest--) {
            lane.buyers.put(in.int64(), in.int32());
        }
        for (int rest = in.count(1); rest > 0; rest--) {
            long round = in.int64();
            List<Bid> all = new ArrayList<>();
            for (int bids = in.count(1); bids > 0; bids--) {
                all.add(new Bid(in.int64(), in.int32(), UInt256.load(in)));
            }
            lane.bids.put(round, all);
        }
        for (int rest = in.count(1); rest > 0; rest--) {
            int participant = in.int32();
            lane.hold(participant, (MarketCommand.SubmitTransaction) CommandCodec.read(in, calls));
        }
        return lane;
    }
}
