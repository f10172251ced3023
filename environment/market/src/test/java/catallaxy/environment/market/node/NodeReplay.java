package catallaxy.environment.market.node;

import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.node.NodeTrader.Moved;
import catallaxy.environment.market.population.FundamentalSpec;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.NoiseSpec;
import catallaxy.environment.market.population.TradeSize;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was done at a simulated venue, with all that it moved, and the same done again at the deployed contracts of a real node. */
public final class NodeReplay implements AutoCloseable {
    private final NodeTrader trader;
    private final List<Done> all = new ArrayList<>();

    /** An operation and what it moved in the simulator. */
    private record Done(long seconds, String operation, List<Moved> moved) {}

    private NodeReplay(NodeTrader trader) {
        this.trader = trader;
    }

    /** A replay on a new node; see {@link NodeTrader#start}. */
    public static NodeReplay start(String contract, String... published) {
        return new NodeReplay(NodeTrader.start(contract, published));
    }

    /** Who does it on the node. */
    public NodeTrader trader() {
        return trader;
    }

    /** Those who trade at venues, 100 arrivals an hour. */
    public static List<GroupSpec> traders(List<Integer> venues) {
        TradeSize size = new TradeSize(20_000, 1.5);
        return List.of(
                new NoiseSpec(new Group("noise", venues, 1e8), 40, size, 0, 0, 60 * SECOND),
                new FundamentalSpec(new Group("informed", venues, 1e8), 60, size, 0));
    }

    /** A truth value as what an operation moves. */
    public static UInt256 flag(boolean value) {
        return value ? UInt256.ONE : UInt256.ZERO;
    }

    /** Adds an operation of the simulator's, and what it moved there: each event of the trader on the node. */
    public void add(long timeNanos, String operation, Moved... moved) {
        all.add(new Done(timeNanos / SECOND, operation, List.of(moved)));
    }

    /** Adds an operation that the simulator refused for a reason, of which up to 32 bytes are compared. */
    public void addRefused(long timeNanos, String operation, String reason) {
        byte[] word = Arrays.copyOf(reason.getBytes(StandardCharsets.UTF_8), Integer.SIZE);
        add(timeNanos, trader.refused(operation), Moved.of(UInt256.of(new BigInteger(1, word))));
    }

    /** Does all of it on the node, a block of the simulator in a block of the node; how many numbers were the same. */
    public int compare(int operationsAtLeast) {
        assertThat(all).hasSizeGreaterThan(operationsAtLeast);
        int compared = 0;
        for (int i = 0; i < all.size(); ) {
            int from = i;
            while (i < all.size() && all.get(i).seconds() == all.get(from).seconds()) {
                i++;
            }
            List<Done> block = all.subList(from, i);
            long seconds = block.getFirst().seconds();
            List<Moved> moved =
                    trader.at(seconds, block.stream().map(Done::operation).toList());
            List<Moved> expected =
                    block.stream().flatMap(each -> each.moved().stream()).toList();
            assertThat(moved).as("at %s s", seconds).isEqualTo(expected);
            compared += 3 * expected.size();
        }
        return compared;
    }

    @Override
    public void close() {
        trader.close();
    }
}
