package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.node.KnownSender;
import catallaxy.environment.market.node.NodeReplay;
import catallaxy.environment.market.node.NodeTrader;
import catallaxy.environment.market.node.NodeTrader.Moved;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.oracle.PriceOracle;
import catallaxy.environment.market.population.BorrowersSpec;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.Town;
import catallaxy.environment.market.population.TradeSize;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What borrowers, a liquidator and a saver do at a simulated lending market in a day of a falling price is done again at the deployed
 * contracts of a real node, at the same prices and seconds, and every amount, index, rate and position is the same; what one refuses
 * the other does. Skipped, saying so, without Node.js.
 */
@Tag("long")
final class LendingNodeReplayTest {
    private static final long DAY = 24 * HOUR;
    private static final int BANK = 4;
    private static final RateCurve CURVE = new RateCurve(
            RateCurveTest.percent(80), RateCurveTest.percent(1), RateCurveTest.percent(4), RateCurveTest.percent(75));
    private static final LendingSpec SPEC = new LendingSpec(
            "bank",
            MAIN,
            List.of(terms(ETH, units(2_000, 18)), terms(USDC, units(1.5e6, 6))),
            new OracleSpec(OracleKind.WORLD, MAIN, List.of(ETH, USDC), 1_800),
            new FlashLending.Terms(5, 0));

    private static LendingTerms terms(int asset, UInt256 supplied) {
        return new LendingTerms(asset, 7_500, 8_000, 10_500, 1_000, 1_000, CURVE, supplied);
    }

    @Test
    void aDayOfALendingMarketIsThatOfTheDeployedPool() {
        try (NodeReplay replay = NodeReplay.start("LenderTrader", LenderOnNode.PACKAGE)) {
            SmallMarket scenario = new SmallMarket().volatility(8).venue(SPEC);
            Town town = new Town(
                    scenario,
                    1,
                    borrowers("careful", 1.3, false, 0.3),
                    borrowers("bold", 1, false, 0),
                    borrowers("leveraged", 1.02, true, 0.02));
            Day day = new Day(town.market, replay);
            town.market.observe(day::note);
            for (long time = 0; time < DAY; time += HOUR / 12) {
                town.runUntil(time);
                day.act();
            }
            town.runUntil(DAY);
            assertThat(day.seen).hasSizeGreaterThanOrEqualTo(7);
            assertThat(day.liquidations).isGreaterThan(10);
            assertThat(day.refused).isGreaterThan(10);
            replay.compare(500);
        }
    }

    private static BorrowersSpec borrowers(String name, double cushion, boolean leveraged, double repayShare) {
        TradeSize size = new TradeSize(20_000, 1);
        return new BorrowersSpec(new Group(name, List.of(BANK), 1e8), 8, size, cushion, leveraged, repayShare, 0.5);
    }

    /** A day in the simulator, with a liquidator and a saver who tries everything. */
    private static final class Day {
        private final MarketEngine market;
        private final NodeReplay replay;
        private final KnownSender liquidator;
        private final KnownSender saver;
        private final LendingPool pool;
        private final RandomStream random = RandomStream.of(11, "saver");
        /** Of the transaction that is running. */
        private final List<MarketEvent.VenueChanged> changes = new ArrayList<>();

        private final Set<String> seen = new TreeSet<>();
        private int liquidations;
        private int refused;

        Day(MarketEngine market, NodeReplay replay) {
            this.market = market;
            this.replay = replay;
            this.liquidator = new KnownSender(market, MAIN, "liquidator");
            this.saver = new KnownSender(market, MAIN, "saver");
            this.pool = market.offered(BANK, LendingPool.class);
            LenderOnNode.open(
                    replay.trader(),
                    SPEC,
                    pool.accounts().treasury(),
                    market.ledger().account("bank/founder"));
        }

        void act() {
            saver.send(saving(random.nextInt(SPEC.reserves().size())));
            for (int borrower : market.offered(BANK, Lending.class).atRisk()) {
                int collateral = random.nextBoolean(0.9) ? ETH : USDC;
                Amount most = random.nextBoolean(0.5) ? Amount.all() : some(USDC);
                boolean asClaim = random.nextBoolean(0.2);
                liquidator.send(new LendingCall.LiquidateDebt(BANK, borrower, collateral, USDC, most, asClaim));
            }
        }

        private LendingCall saving(int reserve) {
            int asset = SPEC.assets().get(reserve);
            Amount someOrAll = random.nextBoolean(0.2) ? Amount.all() : some(asset);
            return switch (random.nextInt(7)) {
                case 0, 1 -> new LendingCall.SupplyAsset(BANK, asset, some(asset));
                case 2 -> new LendingCall.WithdrawAsset(BANK, asset, someOrAll);
                case 3 -> new LendingCall.BorrowAsset(BANK, asset, some(asset));
                case 4 -> new LendingCall.RepayDebt(BANK, asset, someOrAll);
                case 5 -> new LendingCall.UseAsCollateral(BANK, asset, random.nextBoolean(0.5));
                default -> new LendingCall.MintToTreasury(BANK);
            };
        }

        private Amount some(int asset) {
            double worth = StrictMath.exp(12 * random.nextDouble());
            return Amount.of(asset == ETH ? units(worth / 2_000, 18) : units(worth, 6));
        }

        private int account(int participant) {
            return market.accounts().free(participant, MAIN);
        }

        void note(MarketEvent event) {
            if (event instanceof MarketEvent.VenueChanged change && change.venue() == BANK) {
                changes.add(change);
            } else if (event instanceof MarketEvent.TransactionExecuted executed) {
                executed(executed);
                changes.clear();
            }
        }

        private void executed(MarketEvent.TransactionExecuted event) {
            int user = account(event.participant());
            Optional<KnownSender.Executed> known = Stream.of(saver, liquidator)
                    .flatMap(each -> each.executed(event).stream())
                    .findFirst();
            if (known.isEmpty() && changes.isEmpty()) {
                return;
            }
            PriceOracle prices = SPEC.oracle().open().prices(market);
            replay.add(
                    event.timeNanos(),
                    replay.trader().operation("setPrices(uint256,uint256)", prices.priceE8(ETH), prices.priceE8(USDC)));
            known.ifPresentOrElse(each -> known(event, user, each), () -> unknown(event.timeNanos(), user));
            compare(event.timeNanos(), user, prices);
        }

        /** Changes of somebody whose call is not known: they tell all that there is to know of it, the loan for a call last. */
        private void unknown(long timeNanos, int user) {
            NodeTrader trader = replay.trader();
            MarketEvent.Detail last = changes.getLast().details().getFirst();
            boolean lent = changes.getLast().change().equals("lent for a call");
            List<MarketEvent.VenueChanged> plain = lent ? changes.subList(0, changes.size() - 1) : changes;
            List<Moved> moved = new ArrayList<>(plain.stream()
                    .map(each -> moved(List.of(each.details().getFirst())))
                    .toList());
            String operation = trader.together(
                    plain.stream().map(each -> operation(user, each)).toList());
            if (lent) {
                seen.add("FlashLoan");
                moved.add(Moved.of(SPEC.flash().premium(last.units())));
                moved.add(Moved.of(last.units()));
                operation = trader.around(
                        "flash(uint256,uint256,uint256,bytes)", operation, user, reserve(last.asset()), last.units());
            }
            replay.add(timeNanos, operation, moved.toArray(Moved[]::new));
        }

        private String operation(int user, MarketEvent.VenueChanged change) {
            MarketEvent.Detail amount = change.details().getFirst();
            String verb = switch (change.change()) {
                case "supplied" -> "supply";
                case "borrowed" -> "borrow";
                case "repaid" -> "repay";
                default -> throw new IllegalStateException(change.toString());
            };
            return replay.trader()
                    .operation(verb + "(uint256,uint256,uint256)", user, reserve(amount.asset()), amount.units());
        }

        private static Moved moved(List<MarketEvent.Detail> amounts) {
            return Moved.of(sum(amounts, ETH), sum(amounts, USDC));
        }

        private static UInt256 sum(List<MarketEvent.Detail> amounts, int asset) {
            return amounts.stream()
                    .filter(each -> each.asset() == asset)
                    .map(MarketEvent.Detail::units)
                    .reduce(UInt256.ZERO, UInt256::plusExact);
        }

        private void known(MarketEvent.TransactionExecuted event, int user, KnownSender.Executed done) {
            LendingCall call = (LendingCall) done.call();
            String operation = operation(user, call);
            seen.add(call.name());
            if (!done.reason().isEmpty()) {
                refused++;
                replay.addRefused(event.timeNanos(), operation, done.reason());
                return;
            }
            boolean asClaim = call instanceof LendingCall.LiquidateDebt debt && debt.asClaim();
            List<MarketEvent.Detail> amounts = changes.stream()
                    .filter(each -> !(asClaim && each.change().equals("seized")))
                    .map(each -> each.details().getFirst())
                    .toList();
            replay.add(event.timeNanos(), operation, moved(amounts));
            if (call instanceof LendingCall.LiquidateDebt debt) {
                liquidations++;
                compare(event.timeNanos(), debt.account(), SPEC.oracle().open().prices(market));
            }
        }

        private String operation(int user, LendingCall call) {
            NodeTrader trader = replay.trader();
            return switch (call) {
                case LendingCall.SupplyAsset(int _, int asset, Amount amount) ->
                    trader.operation("supply(uint256,uint256,uint256)", user, reserve(asset), units256(amount));
                case LendingCall.WithdrawAsset(int _, int asset, Amount amount) ->
                    trader.operation("withdraw(uint256,uint256,uint256)", user, reserve(asset), units256(amount));
                case LendingCall.BorrowAsset(int _, int asset, Amount amount) ->
                    trader.operation("borrow(uint256,uint256,uint256)", user, reserve(asset), units256(amount));
                case LendingCall.RepayDebt(int _, int asset, Amount amount) ->
                    trader.operation("repay(uint256,uint256,uint256)", user, reserve(asset), units256(amount));
                case LendingCall.UseAsCollateral(int _, int asset, boolean whether) ->
                    trader.operation("useAsCollateral(uint256,uint256,bool)", user, reserve(asset), whether);
                case LendingCall.LiquidateDebt(int _, int whose, int of, int debt, Amount most, boolean asClaim) ->
                    trader.operation(
                            "liquidate(uint256,uint256,uint256,uint256,uint256,bool)",
                            user,
                            whose,
                            reserve(of),
                            reserve(debt),
                            units256(most),
                            asClaim);
                case LendingCall.MintToTreasury _ -> trader.operation("mintToTreasury(uint256)", user);
                default -> throw new IllegalStateException(call.name());
            };
        }

        private static int reserve(int asset) {
            return SPEC.assets().indexOf(asset);
        }

        private static UInt256 units256(Amount amount) {
            return amount instanceof Amount.All ? UInt256.MAX : amount.known();
        }

        /** Both reserves, and the positions of a user and of the treasury. */
        private void compare(long timeNanos, int user, PriceOracle prices) {
            NodeTrader trader = replay.trader();
            for (int reserve = 0; reserve < SPEC.reserves().size(); reserve++) {
                ReserveState state = pool.reserve(reserve);
                UInt256 seconds = UInt256.of(NodeTrader.GENESIS + state.lastUpdate());
                replay.add(
                        timeNanos,
                        trader.operation("reserve(uint256)", reserve),
                        Moved.of(state.liquidityIndex(), state.debtIndex(), state.accruedToTreasury()),
                        Moved.of(state.liquidityRate(), state.debtRate(), seconds),
                        Moved.of(state.scaledSupply(), state.scaledDebt(), pool.held(market.ledger(), reserve)));
            }
            position(timeNanos, user, prices);
            position(timeNanos, pool.accounts().treasury(), prices);
        }

        private void position(long timeNanos, int user, PriceOracle prices) {
            LendingPosition position = pool.position(user);
            LendingHealth health = pool.health(user, timeNanos / SECOND, prices);
            replay.add(
                    timeNanos,
                    replay.trader().operation("position(uint256)", user),
                    Moved.of(position.supplied().get(0), position.owed().get(0)),
                    Moved.of(position.supplied().get(1), position.owed().get(1)),
                    Moved.of(health.collateral(), health.debt(), health.available()),
                    Moved.of(UInt256.of(health.thresholdBps()), UInt256.of(health.ltvBps()), health.factor()));
        }
    }
}
