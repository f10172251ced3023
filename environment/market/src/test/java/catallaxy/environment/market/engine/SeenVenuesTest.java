package catallaxy.environment.market.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.MarginMarket;
import catallaxy.environment.api.venue.Quoting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What venues offer, and what is kept of that. */
final class SeenVenuesTest {
    private final MarketEngine market = MarketEngine.of(TestMarket.spec(), 5);
    private final SeenVenues venues = market.seenVenues();

    @Test
    void aBookOffersOrdersAndNothingElse() {
        assertThat(venues.isBook(TestMarket.ETH_BOOK)).isTrue();
        assertThat(venues.book(TestMarket.ETH_BOOK)).isNotNull();
        assertThat(venues.quoting(TestMarket.ETH_BOOK)).isNull();
        assertThat(venues.liquidity(TestMarket.ETH_BOOK)).isNull();
        assertThat(venues.offers(TestMarket.ETH_BOOK, Quoting.class)).isEmpty();
        assertThat(venues.offers(TestMarket.ETH_BOOK, MarginMarket.class)).isEmpty();
    }

    @Test
    void aPoolOffersQuotesAndLiquidityButNoOrders() {
        assertThat(venues.isBook(TestMarket.ETH_MAINNET)).isFalse();
        assertThat(venues.book(TestMarket.ETH_MAINNET)).isNull();
        assertThat(venues.quoting(TestMarket.ETH_MAINNET)).isNotNull();
        assertThat(venues.offers(TestMarket.ETH_MAINNET, Liquidity.class)).isPresent();
        assertThat(venues.offers(TestMarket.ETH_MAINNET, LimitOrderBook.class)).isEmpty();
        assertThatThrownBy(() -> market.offered(TestMarket.ETH_MAINNET, LimitOrderBook.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsAskedForAllTheTimeIsMadeOnce() {
        assertThat(venues.offers(TestMarket.ETH_BOOK, LimitOrderBook.class))
                .containsSame(market.limitOrders(TestMarket.ETH_BOOK));
        assertThat(venues.offers(TestMarket.ETH_ROLLUP, Quoting.class))
                .containsSame(market.quoting(TestMarket.ETH_ROLLUP));
        assertThat(venues.kept(TestMarket.ETH_ROLLUP, Liquidity.class))
                .isSameAs(market.liquidity(TestMarket.ETH_ROLLUP));
    }

    @Test
    void aForkSeesItsOwnVenues() {
        MarketEngine fork = market.copy();
        assertThat(fork.seenVenues().book(TestMarket.ETH_BOOK)).isNotSameAs(venues.book(TestMarket.ETH_BOOK));
        assertThat(fork.quoting(TestMarket.ETH_MAINNET)).isNotSameAs(market.quoting(TestMarket.ETH_MAINNET));
        assertThat(fork.price(TestMarket.ETH_MAINNET)).isEqualTo(market.price(TestMarket.ETH_MAINNET));
    }

    @Test
    void nobodyHasClaimsOnPoolsThatOweNothing() {
        int trader = market.openParticipant("trader", List.of());
        assertThat(venues.claims().worth(trader, _ -> 1)).isZero();
    }
}
