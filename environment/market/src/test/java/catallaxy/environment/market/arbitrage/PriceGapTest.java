package catallaxy.environment.market.arbitrage;

import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.NormalDistribution;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gaps between the venues of a market of two chains: what they promise, what they cost, and which are none. */
final class PriceGapTest {
    private static MarketEngine market(double priceB) {
        return MarketEngine.of(new SmallMarket().priceB(priceB).engine(), 1);
    }

    private static List<PriceGap> gaps(MarketEngine market, int who) {
        return PriceGap.all(market, who, PriceGap.Search.standard());
    }

    @Test
    void theMostProfitableComesFirstAndEachIsWorthItsRisk() {
        MarketEngine market = market(2_100);
        int who = market.openParticipant("who", SmallMarket.everywhere(1e6, 1e3));
        List<PriceGap> gaps = PriceGap.all(market, who, new PriceGap.Search(4, 0.005, 10));
        assertThat(gaps).hasSizeGreaterThan(2);
        assertThat(gaps)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(PriceGap::profitQuote).reversed());
        assertThat(gaps)
                .allMatch(gap -> gap.profitQuote() > 0
                        && gap.gap() > 0.005
                        && gap.sized().gain().signum() > 0);
        PriceGap atomic = gaps.stream()
                .filter(gap -> gap.sized().cycle().isAtomic())
                .findFirst()
                .orElseThrow();
        PriceGap crossing = gaps.stream()
                .filter(gap -> gap.sized().cycle().delayNanos() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(atomic.confidence()).isGreaterThan(crossing.confidence()).isLessThanOrEqualTo(1);
        assertThat(crossing.confidence()).isGreaterThan(0.5);
    }

    /** One block of twelve seconds in which the price may move, at 1,000 % a year. */
    @Test
    void confidenceIsThatOfADiffusionOverTheFirstBlock() {
        MarketEngine market = market(2_100);
        int who = market.openParticipant("who", SmallMarket.everywhere(1e6, 1e3));
        SizedCycle atomic = PriceGap.all(market, who, new PriceGap.Search(4, 0.005, 10)).stream()
                .filter(gap -> gap.sized().cycle().isAtomic())
                .map(PriceGap::sized)
                .findFirst()
                .orElseThrow();
        double gained = atomic.gain().doubleValue() / atomic.in().doubleValue();
        double deviation = 10 * StrictMath.sqrt(12 / (365 * 86_400.0));
        assertThat(PriceGap.all(market, who, new PriceGap.Search(4, 0.005, 10)))
                .filteredOn(gap -> gap.sized().equals(atomic))
                .singleElement()
                .satisfies(gap -> assertThat(gap.confidence())
                        .isCloseTo(NormalDistribution.cumulative(StrictMath.log1p(gained) / deviation), within(1e-12)));
    }

    @Test
    void profitIsWhatTheMarketPaysLessGas() {
        MarketEngine market = market(2_100);
        int who = market.openParticipant("who", SmallMarket.everywhere(1e6, 1e3));
        PriceGap gap = gaps(market, who).stream()
                .filter(each -> each.sized().cycle().isAtomic())
                .findFirst()
                .orElseThrow();
        UInt256 before = market.holdings(who).balance(0, USDC);
        Call call = gap.sized().call().orElseThrow();
        market.submit(who, market.transaction(0, call, market.timeNanos() + SmallMarket.HOUR));
        long end = market.timeNanos() + 30 * SmallMarket.SECOND;
        while (market.hasEventUntil(end)) {
            market.advance();
        }
        double paid = market.holdings(who).balance(0, USDC).minusExact(before).doubleValue() / 1e6;
        double gas = gap.sized().gas().doubleValue() / 1e6;
        assertThat(gas).isPositive();
        assertThat(paid - gas).isCloseTo(gap.profitQuote(), within(1e-5));
    }

    /** At half a percent between the pools, two fees of 0.3 % leave nothing. */
    @Test
    void feesLeaveNothingOfASmallGap() {
        MarketEngine market = market(2_010);
        assertThat(gaps(market, market.openParticipant("who", SmallMarket.everywhere(1e6, 1e3))))
                .isEmpty();
    }

    /** Who has nothing at the start of a round borrows it for the transaction where a pool outside the round lends. */
    @Test
    void whoHasNothingWorksWithALoan() {
        SmallMarket third = new SmallMarket()
                .priceB(2_100)
                .venue(new UniswapV2Spec(
                        "lender",
                        0,
                        SmallMarket.ETH,
                        USDC,
                        SmallMarket.units(5_000, 18),
                        SmallMarket.units(1e7, 6),
                        false));
        MarketEngine market = MarketEngine.of(third.engine(), 1);
        List<PriceGap> gaps = gaps(market, market.openParticipant("poor", SmallMarket.everywhere(0, 1)));
        assertThat(gaps).isNotEmpty();
        PriceGap lent = gaps.stream()
                .filter(gap -> !gap.sized().fee().isZero())
                .findFirst()
                .orElseThrow();
        assertThat(lent.profitQuote()).isPositive();
        assertThat(lent.sized().least())
                .isGreaterThan(lent.sized().in().plusExact(lent.sized().fee()));
    }
}
