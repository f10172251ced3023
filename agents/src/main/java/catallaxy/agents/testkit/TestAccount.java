package catallaxy.agents.testkit;

import catallaxy.environment.api.Account;
import catallaxy.environment.api.PendingTransaction;
import catallaxy.environment.api.PriceLevel;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * An account whose contents a test says, for agents that send commands. What is not said is nothing: no balance, no order, a base fee
 * of 1 gwei, and 100,000 gas for any call. Lists are in the order in which they were told. Changes itself; owned by one test.
 */
public final class TestAccount implements Account {
    private static final long GWEI = 1_000_000_000L;
    private static final long GAS = 100_000;

    /** An order and what trades before it. */
    private record Queued(OpenOrder order, long lotsAhead) {}

    private record Sided(Side side, PriceLevel level) {}

    private final Map<List<Integer>, UInt256> balances = new TreeMap<>(TestAccount::compare);
    private final Map<Integer, UInt256> shares = new TreeMap<>();
    private final Map<Integer, List<Queued>> orders = new TreeMap<>();
    private final Map<Integer, List<Sided>> levels = new TreeMap<>();
    private final Map<Integer, List<Object>> offers = new TreeMap<>();
    private final Map<Integer, Integer> pending = new TreeMap<>();
    private final Map<Integer, Long> nonces = new TreeMap<>();
    private final Map<Integer, Long> baseFees = new TreeMap<>();
    private final Map<Integer, List<PendingTransaction>> transactions = new TreeMap<>();
    private long refusals;
    private long fills;

    private static int compare(List<Integer> one, List<Integer> other) {
        int byPlace = Integer.compare(one.getFirst(), other.getFirst());
        return byPlace != 0 ? byPlace : Integer.compare(one.getLast(), other.getLast());
    }

    /** Says how much is free at a place, base units. */
    public TestAccount withBalance(int place, int asset, UInt256 units) {
        balances.put(List.of(place, asset), units);
        return this;
    }

    /** Says how many liquidity shares there are of a pool, base units. */
    public TestAccount withShares(int pool, UInt256 units) {
        shares.put(pool, units);
        return this;
    }

    /** Adds an open order, and says how many lots trade before it. */
    public TestAccount withOrder(int venue, OpenOrder order, long lotsAhead) {
        orders.computeIfAbsent(venue, _ -> new ArrayList<>()).add(new Queued(order, lotsAhead));
        return this;
    }

    /** Adds a level of a book; the best first. */
    public TestAccount withLevel(int venue, Side side, PriceLevel level) {
        levels.computeIfAbsent(venue, _ -> new ArrayList<>()).add(new Sided(side, level));
        return this;
    }

    /** Says what a venue offers: an object of one or more capabilities, such as {@link Quoting}. */
    public TestAccount withVenue(int venue, Object offered) {
        offers.computeIfAbsent(venue, _ -> new ArrayList<>()).add(offered);
        return this;
    }

    /** Says how much of what was sent to a place has had no effect yet. */
    public TestAccount withPending(int place, int count) {
        pending.put(place, count);
        return this;
    }

    /** Adds a transaction that no block has taken; it counts as pending. */
    public TestAccount withTransaction(PendingTransaction transaction) {
        int chain = transaction.transaction().chain();
        transactions.computeIfAbsent(chain, _ -> new ArrayList<>()).add(transaction);
        pending.merge(chain, 1, Integer::sum);
        return this;
    }

    /** Says how many transactions were executed on a chain. */
    public TestAccount withNonce(int chain, long nonce) {
        nonces.put(chain, nonce);
        return this;
    }

    /** Says the base fee of a chain's next block, wei per gas. */
    public TestAccount withBaseFee(int chain, long wei) {
        baseFees.put(chain, wei);
        return this;
    }

    /** Says how much was refused, and how often something was executed. */
    public TestAccount withCounts(long refused, long filled) {
        refusals = refused;
        fills = filled;
        return this;
    }

    @Override
    public UInt256 balance(int place, int asset) {
        return balances.getOrDefault(List.of(place, asset), UInt256.ZERO);
    }

    @Override
    public UInt256 shares(int pool) {
        return shares.getOrDefault(pool, UInt256.ZERO);
    }

    @Override
    public List<OpenOrder> orders(int venue) {
        return queued(venue).stream().map(Queued::order).toList();
    }

    private List<Queued> queued(int venue) {
        return orders.getOrDefault(venue, List.of());
    }

    @Override
    public OptionalLong lotsAhead(int venue, long clientOrderId) {
        return queued(venue).stream()
                .filter(each -> each.order().clientOrderId() == clientOrderId)
                .mapToLong(Queued::lotsAhead)
                .findFirst();
    }

    @Override
    public List<PriceLevel> levels(int venue, Side side, int most) {
        return levels.getOrDefault(venue, List.of()).stream()
                .filter(each -> each.side() == side)
                .map(Sided::level)
                .limit(most)
                .toList();
    }

    @Override
    public <T> Optional<T> venue(int venue, Class<T> capability) {
        return offers.getOrDefault(venue, List.of()).stream()
                .filter(capability::isInstance)
                .map(capability::cast)
                .findFirst();
    }

    /** The place itself. */
    @Override
    public int number(int place) {
        return place;
    }

    @Override
    public int pending(int place) {
        return pending.getOrDefault(place, 0);
    }

    @Override
    public long refusals() {
        return refusals;
    }

    @Override
    public long fills() {
        return fills;
    }

    @Override
    public long nonce(int chain) {
        return nonces.getOrDefault(chain, 0L);
    }

    @Override
    public List<PendingTransaction> transactions(int chain) {
        return List.copyOf(transactions.getOrDefault(chain, List.of()));
    }

    @Override
    public long gasEstimate(int chain, Call call) {
        return GAS;
    }

    @Override
    public long baseFeeWei(int chain) {
        return baseFees.getOrDefault(chain, GWEI);
    }

    @Override
    public MarketCommand.SubmitTransaction transaction(int chain, Call call) {
        long baseFee = baseFeeWei(chain);
        long tip = Math.max(1, baseFee / 10);
        return new MarketCommand.SubmitTransaction(
                chain,
                call,
                MarketCommand.NEXT_NONCE,
                MarketCommand.ENOUGH_GAS,
                2 * baseFee + tip,
                tip,
                MarketCommand.NO_DEADLINE);
    }
}
