package catallaxy.scenarios.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.FeeControl;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Commands of participants that do anything anywhere: what a venue offers with amounts from one unit to more than they own, orders at
 * and around the price, programs of several calls, flash loans, transfers over bridges and to exchanges. Most can succeed, and many
 * cannot. Owned by one test; the same stream and market give the same commands.
 */
final class RandomDeeds {
    private static final int ORDERS = 64;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private final MarketEngine market;
    private final EngineSpec spec;
    private final RandomStream random;

    RandomDeeds(MarketEngine market, RandomStream random) {
        this.market = market;
        this.spec = market.spec();
        this.random = random;
    }

    /** One command of a participant. */
    MarketCommand next(int participant) {
        int places = spec.chains().size() + spec.exchanges().size();
        int place = random.nextInt(places);
        if (place < spec.chains().size()) {
            return transaction(place, program(participant, place, 0));
        }
        return random.nextBoolean(0.03) ? withdrawal(participant, place) : orders(place);
    }

    private MarketCommand transaction(int chain, Call call) {
        long baseFee = market.chain(chain).baseFeeWei();
        long tip = random.nextLong(2_000_000_000L);
        return new MarketCommand.SubmitTransaction(
                chain,
                call,
                MarketCommand.NEXT_NONCE,
                MarketCommand.ENOUGH_GAS,
                2 * baseFee + tip,
                tip,
                market.timeNanos() + PATIENCE_NANOS);
    }

    private MarketCommand withdrawal(int participant, int place) {
        int asset = random.nextInt(spec.assets().size());
        return new MarketCommand.Withdraw(
                place - spec.chains().size(),
                random.nextInt(spec.chains().size()),
                asset,
                units(market.balance(participant, place, asset)));
    }

    private MarketCommand orders(int place) {
        List<Integer> books = new ArrayList<>();
        for (int venue = 0; venue < spec.venues().size(); venue++) {
            if (market.isBook(venue) && spec.placeOfVenue(venue) == place) {
                books.add(venue);
            }
        }
        int book = books.get(random.nextInt(books.size()));
        long id = random.nextInt(ORDERS);
        return switch (random.nextInt(8)) {
            case 0 -> new MarketCommand.CancelOrder(book, id);
            case 1 -> new MarketCommand.ReplaceOrder(book, id, ticks(book), lots(), random.nextBoolean(0.3));
            case 2 ->
                random.nextBoolean(0.1)
                        ? new MarketCommand.CancelAllOrders(book)
                        : order(book, id).showing(1 + random.nextLong(100));
            case 3 -> order(book, id).triggeredAt(ticks(book));
            default -> order(book, id);
        };
    }

    private MarketCommand.PlaceOrder order(int book, long id) {
        TimeInForce[] all = {TimeInForce.GTC, TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK, TimeInForce.POST_ONLY};
        TimeInForce force = all[random.nextInt(all.length)];
        boolean any = (force == TimeInForce.IOC || force == TimeInForce.FOK) && random.nextBoolean(0.3);
        long ticks = any ? MarketCommand.ANY_PRICE : ticks(book);
        return new MarketCommand.PlaceOrder(
                book, random.nextBoolean(0.5) ? Side.BUY : Side.SELL, force, id, ticks, lots());
    }

    private long lots() {
        return 1 + (long) StrictMath.exp(10 * random.nextDouble());
    }

    private long ticks(int book) {
        double price = market.price(book) * (1 + 0.002 * random.nextGaussian());
        return StrictMath.max(1, market.toTicks(book, price));
    }

    /** One call, or several in a row. */
    private Call program(int participant, int chain, int depth) {
        if (depth < 2 && random.nextBoolean(0.1)) {
            List<Call> calls = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i >= 0; i--) {
                calls.add(program(participant, chain, depth + 1));
            }
            return new Call.Batch(calls);
        }
        List<Integer> venues = new ArrayList<>();
        for (int venue = 0; venue < spec.venues().size(); venue++) {
            if (spec.placeOfVenue(venue) == chain) {
                venues.add(venue);
            }
        }
        int venue = venues.get(random.nextInt(venues.size()));
        return random.nextBoolean(0.05) ? elsewhere(participant, chain) : atVenue(participant, chain, venue, depth);
    }

    private Call elsewhere(int participant, int chain) {
        int asset = random.nextInt(spec.assets().size());
        Amount amount = amount(participant, chain, asset);
        return switch (random.nextInt(3)) {
            case 0 -> new Call.BridgeTransfer(random.nextInt(spec.bridges().size()), asset, amount);
            case 1 -> new Call.Deposit(random.nextInt(spec.exchanges().size()), asset, amount);
            default -> new Call.Transfer(random.nextInt(market.accounts().participants()), asset, amount);
        };
    }

    private Call atVenue(int participant, int chain, int venue, int depth) {
        List<Call> offered = new ArrayList<>();
        find(venue, Quoting.class).ifPresent(quotes -> offered.add(swap(quotes, participant, chain, venue)));
        find(venue, Liquidity.class).ifPresent(pool -> offered.add(liquidity(pool, participant, chain, venue)));
        find(venue, RangeLiquidity.class).ifPresent(ranges -> offered.add(range(ranges, participant, chain, venue)));
        find(venue, Lending.class).ifPresent(lending -> offered.add(loan(lending, participant, chain)));
        find(venue, OptionMarket.class).ifPresent(options -> offered.add(option(options)));
        find(venue, FlashLender.class).ifPresent(lender -> offered.add(flash(lender, participant, chain, depth)));
        find(venue, FeeControl.class).ifPresent(fees -> offered.add(fees.setFee(random.nextInt(20_000))));
        return offered.isEmpty() ? elsewhere(participant, chain) : offered.get(random.nextInt(offered.size()));
    }

    private <T> Optional<T> find(int venue, Class<T> capability) {
        return market.venue(venue, capability);
    }

    private Call swap(Quoting quotes, int participant, int chain, int venue) {
        boolean buys = random.nextBoolean(0.5);
        int asset = buys
                ? spec.venues().get(venue).quote()
                : spec.venues().get(venue).base();
        return quotes.swap(asset, amount(participant, chain, asset), UInt256.ZERO);
    }

    private Call liquidity(Liquidity pool, int participant, int chain, int venue) {
        if (random.nextBoolean(0.4)) {
            Amount shares =
                    random.nextBoolean(0.1) ? Amount.all() : Amount.of(units(market.shares(participant, venue)));
            return pool.remove(shares, UInt256.ZERO, UInt256.ZERO);
        }
        UInt256 base = units(
                market.balance(participant, chain, spec.venues().get(venue).base()));
        UInt256 quote = units(
                market.balance(participant, chain, spec.venues().get(venue).quote()));
        return pool.add(base, quote, UInt256.ZERO, UInt256.ZERO);
    }

    private Call range(RangeLiquidity ranges, int participant, int chain, int venue) {
        List<RangeLiquidity.Position> own = ranges.positions(market.accounts().free(participant, chain));
        if (!own.isEmpty() && random.nextBoolean(0.5)) {
            RangeLiquidity.Position position = own.get(random.nextInt(own.size()));
            return random.nextBoolean(0.3)
                    ? ranges.collect(position)
                    : ranges.reduce(position, units(position.liquidity()), UInt256.ZERO, UInt256.ZERO);
        }
        int spacing = ranges.tickSpacing();
        int tick = Math.floorDiv(ranges.tickAt(market.price(venue)), spacing);
        int lower = spacing * (tick - random.nextInt(40));
        int upper = lower + spacing * random.nextInt(60);
        UInt256 base = units(
                market.balance(participant, chain, spec.venues().get(venue).base()));
        UInt256 quote = units(
                market.balance(participant, chain, spec.venues().get(venue).quote()));
        return ranges.open(lower, upper, base, quote, UInt256.ZERO, UInt256.ZERO);
    }

    private Call loan(Lending lending, int participant, int chain) {
        List<Integer> assets = lending.assets();
        int asset = assets.get(random.nextInt(assets.size()));
        Amount amount = amount(participant, chain, asset);
        return switch (random.nextInt(7)) {
            case 0, 1 -> lending.supply(asset, amount);
            case 2 -> lending.withdraw(asset, random.nextBoolean(0.3) ? Amount.all() : amount);
            case 3 -> {
                double most = lending.borrowable(market.accounts().free(participant, chain), asset);
                yield lending.borrow(asset, Amount.of(market.toUnits(asset, most * random.nextDouble())));
            }
            case 4 -> lending.repay(asset, amount);
            case 5 -> lending.useAsCollateral(asset, random.nextBoolean(0.7));
            default -> liquidation(lending, participant, chain, amount);
        };
    }

    private Call flash(FlashLender lender, int participant, int chain, int depth) {
        int asset = lender.flashAssets().get(random.nextInt(lender.flashAssets().size()));
        return lender.flashLoan(asset, units(lender.flashMost(asset)), program(participant, chain, depth + 1));
    }

    private Call liquidation(Lending lending, int participant, int chain, Amount amount) {
        List<Integer> atRisk = lending.atRisk();
        int debtor = atRisk.isEmpty()
                ? market.accounts().free(participant, chain)
                : atRisk.get(random.nextInt(atRisk.size()));
        List<Integer> owed = where(lending, asset -> lending.owed(debtor, asset) > 0);
        List<Integer> supplied = where(lending, asset -> lending.supplied(debtor, asset) > 0);
        return lending.liquidate(
                debtor, supplied.get(random.nextInt(supplied.size())), owed.get(random.nextInt(owed.size())), amount);
    }

    /** The assets of which something holds; all where it holds of none. */
    private static List<Integer> where(Lending lending, IntPredicate holds) {
        List<Integer> found = lending.assets().stream().filter(holds::test).toList();
        return found.isEmpty() ? lending.assets() : found;
    }

    private Call option(OptionMarket options) {
        int series = random.nextInt(options.series().size());
        UInt256 quantity = UInt256.parse("1" + "0".repeat(6 + random.nextInt(13)));
        return switch (random.nextInt(3)) {
            case 0 -> options.buy(series, quantity, UInt256.MAX);
            case 1 -> options.sell(series, quantity, UInt256.ZERO);
            default -> options.settle(series);
        };
    }

    private Amount amount(int participant, int chain, int asset) {
        return Amount.of(units(market.balance(participant, chain, asset)));
    }

    /** From nothing to a little more than there is, small parts as likely as large ones. */
    private UInt256 units(UInt256 owned) {
        double share = StrictMath.exp(-25 * random.nextDouble() * random.nextDouble());
        long millionths = 1 + (long) (1.02e6 * share);
        return owned.mulDivFloor(UInt256.of(millionths), UInt256.of(1_000_000))
                .plusExact(UInt256.of(random.nextInt(2)));
    }
}
