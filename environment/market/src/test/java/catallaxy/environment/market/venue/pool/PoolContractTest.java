package catallaxy.environment.market.venue.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ways into and out of pools as transactions of a market. */
final class PoolContractTest {
    private static final long SECOND = 1_000_000_000L;
    private static final UInt256 ZERO = UInt256.ZERO;

    private static UInt256 whole(int asset, long units) {
        return UInt256.parse(units + "0".repeat(asset == PoolMarkets.DAI ? 18 : 6));
    }

    /** A market with one user who has a million of everything. */
    private static final class Bench {
        final MarketEngine market;
        final int user;
        final List<MarketEvent> events = new ArrayList<>();

        Bench(EngineSpec spec) {
            market = MarketEngine.of(spec, Kinds.registered(), 1);
            user = market.openParticipant(
                    "user",
                    List.of(
                            new Endowment(0, 0, UInt256.parse("1" + "0".repeat(20))),
                            new Endowment(0, PoolMarkets.DAI, whole(PoolMarkets.DAI, 1_000_000)),
                            new Endowment(0, PoolMarkets.USDT, whole(PoolMarkets.USDT, 1_000_000)),
                            new Endowment(0, PoolMarkets.USDC, whole(PoolMarkets.USDC, 1_000_000))));
            market.observe(events::add);
        }

        String send(Call call) {
            events.clear();
            market.submit(user, market.transaction(0, call, market.timeNanos() + 600 * SECOND));
            long end = market.timeNanos() + 60 * SECOND;
            while (market.hasEventUntil(end)) {
                market.advance();
            }
            MarketEvent.TransactionExecuted done =
                    all(MarketEvent.TransactionExecuted.class).getFirst();
            assertThat(done.gasUsed()).isLessThanOrEqualTo(market.gasEstimate(call));
            assertThat(market.checkConservation().violations()).isEmpty();
            return done.reason();
        }

        <E extends MarketEvent> List<E> all(Class<E> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        SharedPool pool() {
            return market.venue(0, SharedPool.class).orElseThrow();
        }

        int account() {
            return market.ledger().account("user@chain");
        }

        UInt256 shares() {
            return market.ledger().balance(account(), pool().shares());
        }

        double held(int asset) {
            return market.ledger().toWhole(asset, market.balance(user, 0, asset));
        }
    }

    private static List<Amount> amounts(UInt256... units) {
        List<Amount> amounts = new ArrayList<>();
        for (UInt256 each : units) {
            amounts.add(Amount.of(each));
        }
        return amounts;
    }

    @Test
    void everyWayInAndOutOfAPoolOfThree() {
        for (EngineSpec spec : PoolMarkets.all(3)) {
            Bench bench = new Bench(spec);
            List<UInt256> none = List.of(ZERO, ZERO, ZERO);
            UInt256 dollars = whole(PoolMarkets.USDC, 1_000);
            assertThat(bench.send(new JoinPool(1, amounts(ZERO, ZERO, dollars), ZERO)))
                    .isEmpty();
            UInt256 shares = bench.shares();
            assertThat(shares.isZero()).isFalse();
            assertThat(bench.held(PoolMarkets.USDC)).isCloseTo(999_000, within(1e-6));
            UInt256 tenth = shares.dividedBy(UInt256.of(10));
            assertThat(bench.send(new ExitPool(2, Amount.of(tenth), none))).isEmpty();
            assertThat(bench.held(PoolMarkets.DAI)).isGreaterThan(1_000_000);
            assertThat(bench.send(new ExitPoolInOne(0, Amount.of(tenth), PoolMarkets.USDT, ZERO)))
                    .isEmpty();
            assertThat(bench.held(PoolMarkets.USDT)).isGreaterThan(1_000_000);
            UInt256 hundred = whole(PoolMarkets.USDC, 100);
            assertThat(bench.send(new ExitPoolExactly(0, List.of(ZERO, ZERO, hundred), Amount.all())))
                    .isEmpty();
            assertThat(bench.shares().isLessThan(shares)).isTrue();
            assertThat(bench.events).noneMatch(MarketEvent.LiquidityChanged.class::isInstance);
            assertThat(bench.send(new ExitPoolInOne(0, Amount.all(), PoolMarkets.USDC, ZERO)))
                    .isEmpty();
            assertThat(bench.shares()).isEqualTo(ZERO);
        }
    }

    @Test
    void exactSharesAreOfBalancersPools() {
        for (EngineSpec spec : PoolMarkets.all(3)) {
            Bench bench = new Bench(spec);
            UInt256 shares = whole(PoolMarkets.DAI, 10);
            String reason = bench.send(new JoinPoolForShares(0, shares, PoolMarkets.USDC, Amount.all()));
            boolean isStableSwap =
                    spec.venues().getFirst().getClass().getSimpleName().startsWith("StableSwap");
            assertThat(reason).isEqualTo(isStableSwap ? "StableSwap: NO_EXACT_SHARES" : "");
            assertThat(bench.shares()).isEqualTo(isStableSwap ? ZERO : shares);
        }
    }

    @Test
    void whatIsNotWantedReverts() {
        for (EngineSpec spec : PoolMarkets.all(3)) {
            Bench bench = new Bench(spec);
            byte[] before = bench.market.contractState(0);
            UInt256 dollars = whole(PoolMarkets.USDC, 1_000);
            List<Call> calls = List.of(
                    new JoinPool(0, amounts(ZERO, ZERO, dollars), UInt256.MAX),
                    new JoinPool(0, amounts(dollars, dollars), ZERO),
                    new JoinPoolForShares(0, dollars, 0, Amount.all()),
                    new ExitPool(0, Amount.of(dollars), List.of(ZERO, ZERO, ZERO)),
                    new ExitPoolInOne(0, Amount.all(), 0, ZERO),
                    new ExitPoolExactly(0, List.of(dollars, ZERO, ZERO), Amount.of(dollars)),
                    new Call.AddLiquidity(0, dollars, dollars, ZERO, ZERO));
            for (Call call : calls) {
                assertThat(bench.send(call)).as(call.toString()).isNotEmpty();
                assertThat(bench.market.contractState(0)).as(call.toString()).isEqualTo(before);
            }
        }
    }

    @Test
    void theClaimOfSharesIsTheirPartOfThePool() {
        for (EngineSpec spec : PoolMarkets.all(3)) {
            Bench bench = new Bench(spec);
            assertThat(bench.market.venue(0, Liquidity.class)).isEmpty();
            assertThat(bench.market.venue(1, Claims.class)).isEmpty();
            Claims claims = bench.market.venue(0, Claims.class).orElseThrow();
            assertThat(claims.worth(bench.account(), _ -> 1)).isZero();
            bench.send(new JoinPool(0, amounts(ZERO, ZERO, whole(PoolMarkets.USDC, 1_000)), ZERO));
            double[] prices = {
                0,
                1,
                1 / bench.market.quoting(0).price(),
                1 / bench.market.quoting(1).price()
            };
            double worth = claims.worth(bench.account(), asset -> prices[asset]);
            double sum = 0;
            for (int asset : PoolMarkets.assets(3)) {
                sum += prices[asset] * claims.quantity(bench.account(), asset, each -> prices[each]);
            }
            assertThat(worth).isCloseTo(sum, within(1e-9 * worth));
            assertThat(worth).isCloseTo(1_000 * prices[PoolMarkets.USDC], within(0.01 * worth));
            assertThat(claims.quantity(bench.account(), 0, asset -> prices[asset]))
                    .isZero();
        }
    }

    @Test
    void liquidityOfAPoolOfTwoIsAddedInItsRatioAndTold() {
        for (EngineSpec spec : PoolMarkets.all(2)) {
            Bench bench = new Bench(spec);
            Liquidity pool = bench.market.venue(0, Liquidity.class).orElseThrow();
            assertThat(bench.market.venue(0, Claims.class)).isEmpty();
            UInt256 base = whole(PoolMarkets.USDT, 1_000);
            UInt256 quote = whole(PoolMarkets.USDC, 2_000);
            assertThat(bench.send(pool.add(base, quote, base, ZERO))).isEmpty();
            MarketEvent.LiquidityChanged change =
                    bench.all(MarketEvent.LiquidityChanged.class).getFirst();
            assertThat(change.amount0()).isEqualTo(base);
            assertThat(change.amount1().doubleValue() / base.doubleValue())
                    .isCloseTo(pool.quote() / pool.base(), within(1e-6));
            assertThat(change.shares()).isEqualTo(pool.shares(bench.account()));
            double worth = pool.worthAt(1, 1);
            assertThat(worth).isLessThanOrEqualTo(pool.base() + pool.quote());
            assertThat(pool.baseAt(1, 1)).isLessThan(worth);
            assertThat(bench.send(pool.add(base, quote, base.plusExact(UInt256.ONE), ZERO)))
                    .isEqualTo("Pool: LESS_THAN_LEAST");
            assertThat(bench.send(pool.remove(Amount.all(), ZERO, ZERO))).isEmpty();
            assertThat(bench.held(PoolMarkets.USDT)).isCloseTo(1_000_000, within(1e-3));
            assertThat(pool.shares(bench.account())).isEqualTo(ZERO);
            assertThat(pool.totalShares().isZero()).isFalse();
        }
    }

    @Test
    void aPathThroughTwoPairsOfOnePoolIsTwoSwaps() {
        for (EngineSpec spec : PoolMarkets.all(3)) {
            Bench bench = new Bench(spec);
            Quoting first = bench.market.quoting(0);
            assertThat(first.dust(PoolMarkets.DAI)).isCloseTo(1, within(0.2));
            Call path = new Call.Swap(List.of(0, 2), PoolMarkets.DAI, whole(PoolMarkets.DAI, 100), ZERO);
            assertThat(bench.send(path)).isEmpty();
            List<MarketEvent.PoolSwapped> swaps = bench.all(MarketEvent.PoolSwapped.class);
            assertThat(swaps).extracting(MarketEvent.PoolSwapped::venue).containsExactly(0, 2);
            assertThat(swaps.getFirst().amountOut()).isEqualTo(swaps.getLast().amountIn());
            assertThat(bench.held(PoolMarkets.USDT)).isCloseTo(1_000_000, within(1e-6));
        }
    }

    @Test
    void callsAreReadBackAsTheyWere() {
        UInt256 one = UInt256.ONE;
        List<Call> calls = List.of(
                new JoinPool(3, List.of(Amount.all(), Amount.of(one)), one),
                new JoinPoolForShares(3, one, 2, Amount.all()),
                new ExitPool(3, Amount.given(1), List.of(one, ZERO)),
                new ExitPoolInOne(3, Amount.all(), 1, one),
                new ExitPoolExactly(3, List.of(one, ZERO), Amount.of(one)));
        for (Call call : calls) {
            StateWriter out = new StateWriter();
            call.write(out);
            StateReader in = new StateReader(out.toBytes());
            assertThat(Kinds.registered().reader().read(in)).isEqualTo(call);
            in.end();
            assertThat(call.dataBytes()).isGreaterThanOrEqualTo(4 + 32 * 4);
        }
        assertThat(calls.getFirst().dataBytes())
                .as("venue, shares, offset, length, two amounts")
                .isEqualTo(4 + 32 * 6);
    }

    @Test
    void pairsStandInTheOrderOfTheVenues() {
        assertThat(PoolPairs.of(2)).containsExactly(new PoolPairs(0, 1));
        assertThat(PoolPairs.of(3)).containsExactly(new PoolPairs(0, 1), new PoolPairs(0, 2), new PoolPairs(1, 2));
        assertThat(PoolPairs.of(8)).hasSize(28);
    }
}
