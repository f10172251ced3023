package catallaxy.scenarios.attribution;

import static catallaxy.scenarios.attribution.RandomMarket.BTC;
import static catallaxy.scenarios.attribution.RandomMarket.BTC_BOOK;
import static catallaxy.scenarios.attribution.RandomMarket.BTC_ETH;
import static catallaxy.scenarios.attribution.RandomMarket.BTC_MAINNET;
import static catallaxy.scenarios.attribution.RandomMarket.ETH;
import static catallaxy.scenarios.attribution.RandomMarket.ETH_BOOK;
import static catallaxy.scenarios.attribution.RandomMarket.ETH_FUTURE;
import static catallaxy.scenarios.attribution.RandomMarket.ETH_MAINNET;
import static catallaxy.scenarios.attribution.RandomMarket.ETH_OPTIONS;
import static catallaxy.scenarios.attribution.RandomMarket.ETH_PERP;
import static catallaxy.scenarios.attribution.RandomMarket.ETH_ROLLUP;
import static catallaxy.scenarios.attribution.RandomMarket.ETH_SECOND;
import static catallaxy.scenarios.attribution.RandomMarket.OPTION_SERIES;
import static catallaxy.scenarios.attribution.RandomMarket.TOKEN;
import static catallaxy.scenarios.attribution.RandomMarket.TOKEN_MAINNET;
import static catallaxy.scenarios.attribution.RandomMarket.USDC;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.view.ChainView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.bridge.AddBridgeLiquidity;
import catallaxy.environment.market.bridge.ForgeMessage;
import catallaxy.environment.market.bridge.RemoveBridgeLiquidity;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.venue.option.OptionCall;
import java.util.ArrayList;
import java.util.List;

/** Agents that draw their actions: those of roles within their bounds, the wild ones any command. */
final class RandomAgents {
    private static final List<TimeInForce> TIMES = List.of(TimeInForce.values());

    private static final int[] POOLS = {ETH_MAINNET, ETH_ROLLUP, BTC_MAINNET, ETH_SECOND, TOKEN_MAINNET, BTC_ETH};

    private final RandomStream random;
    private final boolean gifts;
    private final boolean derivatives;
    private final int[] books;
    private long orderIds;

    /**
     * @param gifts       whether they also give to each other, and to pools
     * @param derivatives whether they also trade the perpetual, the future and options, whose spreads are transfers
     */
    RandomAgents(long seed, boolean gifts, boolean derivatives) {
        this.random = RandomStream.of(seed, "test/agents");
        this.gifts = gifts;
        this.derivatives = derivatives;
        this.books =
                derivatives ? new int[] {ETH_BOOK, BTC_BOOK, ETH_PERP, ETH_FUTURE} : new int[] {ETH_BOOK, BTC_BOOK};
    }

    /** Runs a market to its end. */
    void play(Market market) {
        for (int agent = market.runToNextEpoch(); agent >= 0; agent = market.runToNextEpoch()) {
            market.decide(agent, action(market, agent));
        }
    }

    private Action action(Market market, int agent) {
        boolean wild = RandomMarket.WILD.contains(market.agentIds().get(agent));
        if (wild) {
            return Action.of(List.of(command(market.engine())));
        }
        return random.nextBoolean(0.3)
                ? Action.HOLD
                : Action.of(values(market.role(agent).actionSpec()));
    }

    private double[] values(ActionSpec spec) {
        return spec.components().stream()
                .mapToDouble(component -> switch (component) {
                    case ActionComponent.Continuous one -> one.low() + (one.high() - one.low()) * random.nextDouble();
                    case ActionComponent.Discrete one ->
                        random.nextInt(one.labels().size());
                })
                .toArray();
    }

    private MarketCommand command(MarketEngine market) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> order(market);
            case 3 ->
                random.nextBoolean(0.5)
                        ? new MarketCommand.CancelAllOrders(books[random.nextInt(books.length)])
                        : new MarketCommand.Withdraw(0, random.nextInt(2), random.nextInt(3), some(random.nextInt(3)));
            case 4 -> bundle(market);
            default -> {
                int chain = random.nextInt(3) / 2;
                yield market.transaction(chain, call(chain, 2), market.timeNanos() + 60_000_000_000L);
            }
        };
    }

    /** Two calls, around a transaction that waits where one does. */
    private MarketCommand bundle(MarketEngine market) {
        ChainView chain = market.chain(0);
        long fee = 2 * chain.baseFeeWei();
        List<BundleItem> items = new ArrayList<>();
        items.add(new BundleItem.Own(call(0, 1), MarketCommand.ENOUGH_GAS, fee, 0));
        chain.mempool().stream().findFirst().ifPresent(each -> items.add(each.item()));
        items.add(new BundleItem.Own(call(0, 1), MarketCommand.ENOUGH_GAS, fee, 1));
        long next = chain.blockNumber() + 1;
        UInt256 bid = UInt256.of(random.nextLong(1_000_000_000_000_000L));
        return new MarketCommand.SubmitBundle(
                0, random.nextInt(3), items, bid, next, next + 2, random.nextBoolean(0.5), -1, "random");
    }

    private MarketCommand order(MarketEngine market) {
        int venue = books[random.nextInt(books.length)];
        TimeInForce force = TIMES.get(random.nextInt(TIMES.size()));
        double price = market.price(venue) * (0.995 + 0.01 * random.nextDouble());
        Side side = random.nextBoolean(0.5) ? Side.BUY : Side.SELL;
        long lots = market.toLots(venue, random.nextDouble() * (venue == BTC_BOOK ? 0.2 : 3));
        return new MarketCommand.PlaceOrder(
                venue, side, force, orderIds++ % 100, market.toTicks(venue, price), Math.max(1, lots));
    }

    private Call call(int chain, int depth) {
        return chain == 1 ? onRollup() : onMainnet(depth);
    }

    private Call onRollup() {
        if (derivatives && random.nextBoolean(0.3)) {
            return options();
        }
        return switch (random.nextInt(gifts ? 5 : 4)) {
            case 0, 1 -> swap(random.nextBoolean(0.5) ? ETH : USDC, ETH_ROLLUP);
            case 2 -> overBridges(USDC);
            case 3 -> random.nextBoolean(0.6) ? add(ETH_ROLLUP, ETH, USDC) : remove(ETH_ROLLUP);
            default -> gift();
        };
    }

    /** Buys, sells or settles options of a series, whether or not that is sound. */
    private Call options() {
        int series = random.nextInt(OPTION_SERIES);
        UInt256 quantity = some(ETH);
        return switch (random.nextInt(5)) {
            case 0, 1 -> new OptionCall.BuyOptions(ETH_OPTIONS, series, quantity, UInt256.MAX);
            case 2, 3 -> new OptionCall.SellOptions(ETH_OPTIONS, series, quantity, UInt256.ZERO);
            default -> new OptionCall.SettleOptions(ETH_OPTIONS, series);
        };
    }

    /** A transfer over either bridge, or liquidity into or out of the one with pools. */
    private Call overBridges(int asset) {
        return switch (random.nextInt(4)) {
            case 0 -> new AddBridgeLiquidity(1, asset, Amount.of(some(asset)));
            case 1 -> new RemoveBridgeLiquidity(1, asset, Amount.all());
            default -> new Call.BridgeTransfer(random.nextInt(2), asset, some(asset));
        };
    }

    private Call onMainnet(int depth) {
        return switch (random.nextInt(gifts ? 12 : 11)) {
            case 0 -> swap(random.nextBoolean(0.5) ? ETH : USDC, ETH_MAINNET);
            case 1 -> swap(random.nextBoolean(0.5) ? TOKEN : USDC, TOKEN_MAINNET);
            case 2 -> swap(random.nextBoolean(0.5) ? BTC : ETH, BTC_ETH);
            case 3 -> swap(USDC, ETH_MAINNET, ETH_SECOND);
            case 4 -> swap(USDC, ETH_MAINNET, BTC_ETH, BTC_MAINNET);
            case 5 -> random.nextBoolean(0.6) ? add(ETH_MAINNET, ETH, USDC) : remove(ETH_MAINNET);
            case 6 -> random.nextBoolean(0.6) ? add(BTC_ETH, BTC, ETH) : remove(BTC_ETH);
            case 7 -> random.nextBoolean(0.6) ? add(TOKEN_MAINNET, TOKEN, USDC) : remove(TOKEN_MAINNET);
            case 8 -> flash();
            case 9 -> random.nextBoolean(0.5) ? new Call.Deposit(0, ETH, some(ETH)) : overBridges(random.nextInt(3));
            case 10 ->
                depth > 0
                        ? new Call.Batch(List.of(onMainnet(depth - 1), onMainnet(depth - 1)))
                        : swap(USDC, ETH_SECOND);
            default -> gift();
        };
    }

    private Call swap(int in, Integer... pools) {
        return new Call.Swap(List.of(pools), in, some(in), UInt256.ZERO);
    }

    private Call add(int pool, int base, int quote) {
        return new Call.AddLiquidity(pool, some(base), some(quote), UInt256.ZERO, UInt256.ZERO);
    }

    private Call remove(int pool) {
        Amount shares =
                random.nextBoolean(0.3) ? new Amount.All() : new Amount.Exactly(UInt256.of(1L << random.nextInt(60)));
        return new Call.RemoveLiquidity(pool, shares, UInt256.ZERO, UInt256.ZERO);
    }

    /** Borrows from a pool and pays back in the same asset or in the other, with more than enough on top. */
    private Call flash() {
        UInt256 ether = RandomMarket.units(ETH, "1");
        boolean same = random.nextBoolean(0.5);
        Call payBack = same
                ? new Call.Pay(ETH_SECOND, ETH, new Amount.Exactly(RandomMarket.units(ETH, "1.01")))
                : new Call.Pay(ETH_SECOND, USDC, new Amount.Exactly(RandomMarket.units(USDC, "2200")));
        return new FlashLoan(ETH_SECOND, ETH, ether, payBack);
    }

    /** What has no cause but that others paid: presents, and what a bribed bridge pays out for nothing. */
    private Call gift() {
        int asset = random.nextInt(3);
        if (random.nextBoolean(0.2)) {
            return new ForgeMessage(0, asset, some(asset), UInt256.MAX);
        }
        return random.nextBoolean(0.7)
                ? new Call.Transfer(random.nextInt(8), asset, some(asset))
                : new Call.Pay(POOLS[random.nextInt(POOLS.length)], asset, new Amount.Exactly(some(asset)));
    }

    /** Up to a few thousand worth of an asset, often a few base units only. */
    private UInt256 some(int asset) {
        String most = List.of("2", "0.1", "4000", "3000").get(asset);
        UInt256 units = RandomMarket.units(asset, most);
        return random.nextBoolean(0.2)
                ? UInt256.of(random.nextInt(1000))
                : units.mulDivFloor(UInt256.of(random.nextInt(1000)), UInt256.of(1000));
    }
}
