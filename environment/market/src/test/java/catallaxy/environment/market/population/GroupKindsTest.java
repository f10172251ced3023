package catallaxy.environment.market.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The registered kinds of groups. */
final class GroupKindsTest {
    private static final GroupKinds KINDS = GroupKinds.registered();

    private record Strangers(Group group) implements GroupSpec {}

    @Test
    void eachKindHasARecordOfItsOwn() {
        assertThat(KINDS.all()).extracting(GroupKind::spec).doesNotHaveDuplicates();
        for (GroupKind<?> kind : KINDS.all()) {
            assertThat(kind.spec().isRecord()).as(kind.name()).isTrue();
            assertThat(KINDS.kind(kind.name())).as(kind.name()).containsSame(kind);
        }
    }

    @Test
    void settingsOfNoKindAreRefused() {
        GroupSpec strangers = new Strangers(new Group("strangers", List.of(0), 1));
        assertThatThrownBy(() -> KINDS.of(strangers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("strangers");
        assertThat(KINDS.kind("strangers")).isEmpty();
    }

    @Test
    void anOrdersSizeIsToldWithItsKey() {
        Group group = new Group("g", List.of(0), 1);
        GroupSpec momentum = new MomentumSpec(group, 1, new TradeSize(250, 1), 1_000_000_000L, 0);
        GroupSpec ladder = new BookProviderSpec(group, 1, 1, 1, 70, 1_000_000_000L);
        GroupSpec liquidators = new LiquidatorsSpec(group, 1_000_000_000L, 0);
        assertThat(KINDS.orderSizes(momentum)).containsExactly(new OrderSize(List.of("trade-size", "mean"), 250));
        assertThat(KINDS.orderSizes(ladder)).containsExactly(new OrderSize(List.of("level-size"), 70));
        assertThat(KINDS.orderSizes(liquidators)).isEmpty();
    }

    @Test
    void laddersStandOnBooksAlone() {
        VenueNeed need = new BookProviderKind().venues();
        List<VenueSpec> venues = new SmallMarket().engine().venues();
        assertThat(venues.stream().filter(need.fits())).isNotEmpty().allMatch(VenueSpec.Book.class::isInstance);
        assertThat(venues.stream().filter(need.fits().negate())).isNotEmpty();
    }
}
