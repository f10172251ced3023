package catallaxy.environment.market.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Names, indices and places of a market, and what does not fit together. */
class EngineSpecTest {
    private final EngineSpec spec = TestMarket.spec();

    private EngineSpec with(List<AssetSpec> assets, int quote, List<ExchangeSpec> exchanges, List<VenueSpec> venues) {
        return new EngineSpec(assets, quote, spec.chains(), exchanges, venues, spec.bridges(), spec.world());
    }

    private EngineSpec with(VenueSpec venue) {
        List<VenueSpec> venues = new ArrayList<>(spec.venues());
        venues.add(venue);
        return with(spec.assets(), TestMarket.USDC, spec.exchanges(), venues);
    }

    private static VenueSpec book(String id, int exchange, int base, int quote) {
        return new VenueSpec.Book(id, exchange, base, quote, 1000, 1);
    }

    private static void refuses(ThrowingCallable construction, String message) {
        assertThatThrownBy(construction)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void placesAreTheChainsThenTheExchanges() {
        assertThat(spec.places()).isEqualTo(3);
        assertThat(spec.placeOfExchange(0)).isEqualTo(TestMarket.SPOT);
        assertThat(List.of(spec.placeId(0), spec.placeId(1), spec.placeId(2)))
                .containsExactly("mainnet", "rollup", "spot");
        assertThat(spec.placeOfVenue(TestMarket.BTC_BOOK)).isEqualTo(TestMarket.SPOT);
        assertThat(spec.placeOfVenue(TestMarket.ETH_ROLLUP)).isEqualTo(TestMarket.ROLLUP);
        assertThat(spec.placeOfVenue(TestMarket.BTC_MAINNET)).isEqualTo(TestMarket.MAINNET);
    }

    @Test
    void namesLeadToTheirIndices() {
        assertThat(spec.asset("USDC")).isEqualTo(TestMarket.USDC);
        assertThat(spec.chain("rollup")).isEqualTo(TestMarket.ROLLUP);
        assertThat(spec.exchange("spot")).isZero();
        assertThat(spec.venue("btc-mainnet")).isEqualTo(TestMarket.BTC_MAINNET);
        assertThat(spec.bridge("canonical")).isZero();
    }

    @Test
    void anUnknownNameIsToldWithThoseThatThereAre() {
        refuses(() -> spec.asset("DAI"), "no asset 'DAI' among [ETH, BTC, USDC]");
        refuses(() -> spec.chain("spot"), "no chain 'spot' among [mainnet, rollup]");
        refuses(() -> spec.exchange("mainnet"), "no exchange 'mainnet' among [spot]");
        refuses(
                () -> spec.venue("eth"),
                "no venue 'eth' among [eth-spot, btc-spot, eth-mainnet, eth-rollup, btc-mainnet]");
        refuses(() -> spec.bridge(""), "no bridge '' among [canonical]");
    }

    @Test
    void theMapSaysWhatTheIndicesStandFor() {
        MarketMap map = spec.map();
        assertThat(map.chains()).isEqualTo(2);
        assertThat(map.venue(TestMarket.BTC_BOOK))
                .isEqualTo(new MarketMap.Venue("btc-spot", TestMarket.SPOT, TestMarket.BTC, TestMarket.USDC));
        for (int venue = 0; venue < spec.venues().size(); venue++) {
            assertThat(map.isOnChain(venue))
                    .as("venue %d", venue)
                    .isEqualTo(spec.venues().get(venue) instanceof VenueSpec.OnChain);
        }
    }

    @Test
    void namesAreGivenOnce() {
        refuses(() -> with(book("eth-spot", 0, 0, 2)), "venue names: expected each once, found eth-spot twice");
        List<AssetSpec> assets = new ArrayList<>(spec.assets());
        assets.add(new AssetSpec("BTC", 2));
        refuses(
                () -> with(assets, 0, spec.exchanges(), spec.venues()),
                "asset names: expected each once, found BTC twice");
        ExchangeSpec likeAChain = new ExchangeSpec("rollup", 100, 400, 5_000_000, 0.1, 2, 600_000_000_000L);
        refuses(
                () -> with(spec.assets(), 0, List.of(likeAChain), spec.venues()),
                "chain or exchange names: expected each once, found rollup twice");
    }

    @Test
    void indicesThatStandForNothingAreRefused() {
        refuses(() -> with(spec.assets(), 3, spec.exchanges(), spec.venues()), "quote: expected 0 to 2, found 3");
        refuses(() -> with(book("x", 0, 3, 2)), "venue x base: expected 0 to 2, found 3");
        refuses(() -> with(book("x", 0, 0, -1)), "venue x quote: expected 0 to 2, found -1");
        refuses(() -> with(book("x", 1, 0, 2)), "x exchange: expected 0 to 0, found 1");
    }

    @Test
    void listsAreItsOwn() {
        List<ChainSpec> chains = new ArrayList<>(spec.chains());
        EngineSpec copied =
                new EngineSpec(spec.assets(), 2, chains, spec.exchanges(), spec.venues(), spec.bridges(), spec.world());
        chains.clear();
        assertThat(copied.places()).isEqualTo(3);
    }
}
