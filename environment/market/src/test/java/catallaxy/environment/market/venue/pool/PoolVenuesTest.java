package catallaxy.environment.market.venue.pool;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.testkit.VenueKit;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every pair of every kind of pool, of two assets and of three, keeps what the engine relies on. */
final class PoolVenuesTest {
    @Test
    void everyPairKeepsWhatTheKitAsks() {
        for (int assets = 2; assets <= 3; assets++) {
            for (EngineSpec market : PoolMarkets.all(assets)) {
                for (int venue = 0; venue < market.venues().size(); venue++) {
                    List<String> found = VenueKit.check(market, venue, venue);
                    assertThat(found)
                            .as("%s, venue %d of %d assets", market.venues(), venue, assets)
                            .isEmpty();
                }
            }
        }
    }

    /** A pool of two is a pool as others are; shares of one of more are claims. */
    @Test
    void whatAVenueOffersFollowsFromItsAssets() {
        for (int assets = 2; assets <= 3; assets++) {
            for (EngineSpec market : PoolMarkets.all(assets)) {
                VenueSpec.OnChain venue = (VenueSpec.OnChain) market.venues().getFirst();
                assertThat(Kinds.registered().capabilities(venue))
                        .contains(Quoting.class, assets == 2 ? Liquidity.class : Claims.class)
                        .doesNotContain(assets == 2 ? Claims.class : Liquidity.class);
            }
        }
    }
}
