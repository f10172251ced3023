package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import java.util.List;

/** Draws commands of every kind, sensible ones and senseless ones. */
final class RandomParticipants {
    private static final List<TimeInForce> FORCES = List.of(TimeInForce.values());

    private final RandomStream random;
    private long orderIds;

    RandomParticipants(long seed) {
        this.random = RandomStream.of(seed, "test/participants");
    }

    void act(MarketEngine market, int participants) {
        market.submit(random.nextInt(participants), command(market));
    }

    private MarketCommand command(MarketEngine market) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> order(market);
            case 4 -> new MarketCommand.CancelOrder(random.nextInt(2), random.nextInt(50));
            case 5 ->
                new MarketCommand.ReplaceOrder(
                        random.nextInt(2), random.nextInt(50), price(market, 0), 1 + random.nextInt(5000));
            case 6 ->
                random.nextInt(20) == 0
                        ? new MarketCommand.CancelAllOrders(random.nextInt(4) - 1)
                        : new MarketCommand.Withdraw(0, random.nextInt(2), random.nextInt(3), amount());
            default -> transaction(market);
        };
    }

    private MarketCommand order(MarketEngine market) {
        int venue = random.nextInt(2);
        TimeInForce force = FORCES.get(random.nextInt(4));
        long price = random.nextInt(8) == 0 ? MarketCommand.ANY_PRICE : price(market, venue);
        Side side = random.nextBoolean(0.5) ? Side.BUY : Side.SELL;
        long lots = random.nextInt(40) == 0 ? Long.MAX_VALUE / 3 : 1 + random.nextInt(20_000);
        return new MarketCommand.PlaceOrder(venue, side, force, orderIds++ % 50, price, lots);
    }

    private long price(MarketEngine market, int venue) {
        return Math.max(
                1, (long) (market.toTicks(venue, market.priceAtVenues(venue)) * (0.99 + 0.02 * random.nextDouble())));
    }

    private MarketCommand transaction(MarketEngine market) {
        int chain = random.nextInt(2);
        MarketCommand.SubmitTransaction sound =
                market.transaction(chain, call(2), market.timeNanos() + random.nextInt(100) * 1_000_000_000L);
        return random.nextInt(10) > 0
                ? sound
                : new MarketCommand.SubmitTransaction(
                        chain,
                        sound.call(),
                        random.nextInt(30),
                        random.nextInt(200_000),
                        sound.maxFeePerGasWei() / (1 + random.nextInt(3)),
                        sound.maxPriorityFeePerGasWei() * random.nextInt(3),
                        sound.deadlineNanos());
    }

    private Call call(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 8)) {
            case 0, 1, 2 -> new Call.Swap(List.of(random.nextInt(6)), random.nextInt(3), amount(), UInt256.ZERO);
            case 3 -> new Call.Swap(List.of(2, 4), 0, amount(), amount());
            case 4 -> new Call.AddLiquidity(random.nextInt(6), amount(), amount(), UInt256.ZERO, amount());
            case 5 -> new Call.RemoveLiquidity(random.nextInt(6), amount(), UInt256.ZERO, UInt256.ZERO);
            case 6 -> new Call.BridgeTransfer(random.nextInt(3) - 1, random.nextInt(3), amount());
            case 7 ->
                random.nextBoolean(0.5)
                        ? new Call.Deposit(random.nextInt(2), random.nextInt(4), amount())
                        : new Call.Transfer(random.nextInt(5) - 1, random.nextInt(4), amount());
            default -> new Call.Batch(List.of(call(depth - 1), call(depth - 1)));
        };
    }

    /** Log-uniform over all magnitudes, now and then beyond every balance. */
    private UInt256 amount() {
        int bits = random.nextInt(20) == 0 ? 200 : random.nextInt(70);
        return UInt256.of(
                BigInteger.valueOf(random.nextLong() >>> 1).shiftLeft(bits).shiftRight(63));
    }
}
