package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traders who know that an ether is worth 2 000, and what they leave alone. */
final class FundamentalTradingTest {
    private static final double FAIR = 2_000;

    private static Town town(double priceB, double thresholdBps, double size, int venue) {
        return new Town(
                new SmallMarket().priceB(priceB),
                1,
                new FundamentalSpec(
                        new Group("informed", List.of(venue), 50_000_000), 600, new TradeSize(size, 0), thresholdBps));
    }

    private static List<MarketEvent.PoolSwapped> swaps(Town town) {
        List<MarketEvent.PoolSwapped> swaps = new ArrayList<>();
        town.market.observe(event -> {
            if (event instanceof MarketEvent.PoolSwapped swap) {
                swaps.add(swap);
            }
        });
        town.runUntil(HOUR);
        return swaps;
    }

    /** A trade larger than needed ends where one more unit, fee paid, costs the world's price; the fee is 0.3 %. */
    @ParameterizedTest
    @CsvSource({"1800, 0.997", "2200, 1.003"})
    void aLargeTradeEndsAtTheWorldsPriceLessTheFee(double price, double expected) {
        Town town = town(price, 0, 10_000_000, POOL_B);
        List<MarketEvent.PoolSwapped> swaps = swaps(town);
        assertThat(swaps).isNotEmpty();
        assertThat(swaps.getFirst().zeroForOne()).as("sells what is dear").isEqualTo(price > FAIR);
        assertThat(town.market.price(POOL_B) / FAIR).isCloseTo(expected, within(0.0002));
    }

    /** Threshold 20 basis points, fee 30: from half a per cent on it is worth a trade. */
    @ParameterizedTest
    @ValueSource(doubles = {1_990.1, 2_000, 2_009.9})
    void aDeviationWithinThresholdAndFeeIsLeft(double price) {
        assertThat(swaps(town(price, 20, 10_000, POOL_B))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1_989.5, 2_010.5})
    void aLargerDeviationIsTraded(double price) {
        assertThat(swaps(town(price, 20, 10_000, POOL_B))).isNotEmpty();
    }

    @Test
    void whatDoesNotEarnItsGasIsLeft() {
        assertThat(swaps(town(1_960, 0, 0.01, POOL_B))).isEmpty();
        assertThat(swaps(town(1_960, 0, 10_000, POOL_B))).isNotEmpty();
    }

    /** The taker's fee is 4 basis points: an ask at 1 999 costs 1 999.80 with it, one at 1 999.50 costs 2 000.30. */
    @ParameterizedTest
    @CsvSource({"1990, true", "1999, true", "1999.5, false", "2000, false"})
    void onABookOnlyWhatIsCheaperWithItsFeeIsBought(double ask, boolean bought) {
        Town town = town(FAIR, 0, 2_000, BOOK);
        int seller = town.market.openParticipant("seller", SmallMarket.everywhere(1e6, 1e3));
        rest(town, seller, Side.SELL, ask);
        rest(town, seller, Side.BUY, ask - 10);
        town.runUntil(600 * SECOND);
        assertThat(town.market.totals(town.participant(0)).fills() > 0).isEqualTo(bought);
    }

    private static void rest(Town town, int participant, Side side, double price) {
        town.market.submit(
                participant,
                new MarketCommand.PlaceOrder(
                        BOOK,
                        side,
                        TimeInForce.GTC,
                        side.code(),
                        town.market.toTicks(BOOK, price),
                        town.market.toLots(BOOK, 50)));
    }
}
