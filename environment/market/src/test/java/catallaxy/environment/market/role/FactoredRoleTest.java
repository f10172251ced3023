package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factor;
import catallaxy.environment.base.registry.KindException;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Seats that show more than their roles do. */
class FactoredRoleTest {
    private static final FactorKind BASE_FEE = new BaseFeeFactor();

    /** One number with a meaning, which is the time in a unit of so many nanoseconds. */
    private record Clock(Meaning meaning, double unit) implements FactorKind {
        @Override
        public String name() {
            return "clock";
        }

        @Override
        public String summary() {
            return "The time";
        }

        @Override
        public String detail() {
            return "In seconds.";
        }

        @Override
        public List<Factor<FactorSight>> in(RoleSite site, SeatSpec agent) {
            Feature feature = new Feature(meaning, "s", 0, Double.POSITIVE_INFINITY);
            return List.of(new Factor<>(feature, seen -> seen.market().timeNanos() / unit));
        }
    }

    private static MarketSpec market(FactorKind... factors) {
        MarketSpec spec = new SmallMarket()
                .agent("maker", new RoleSpec.MarketMaker(BOOK, 5, 2, 100, 0, 60 * SECOND), 10, 100_000, 50)
                .agent("risk", new RoleSpec.Risk(List.of(0)), 10, 0, 0)
                .spec();
        List<SeatSpec> seats =
                spec.agents().stream().map(seat -> with(seat, factors)).toList();
        return new MarketSpec(spec.name(), spec.durationNanos(), spec.engine(), spec.population(), seats);
    }

    private static SeatSpec with(SeatSpec seat, FactorKind... factors) {
        return new SeatSpec(
                seat.id(),
                seat.role(),
                seat.cadenceNanos(),
                seat.firstEpochNanos(),
                seat.latencyNanos(),
                seat.endowments(),
                List.of(factors));
    }

    /** Quotes for a while, is halted, and is let in again. */
    private static MarketEnvironment driven(MarketEnvironment environment) {
        environment.reset(3);
        for (int epoch = 0; epoch < 30; epoch++) {
            double scale = epoch < 10 ? 1 : epoch < 20 ? 0 : 0.5;
            environment.step(Map.of("maker", Action.of(20, 20, 1, 1), "risk", Action.of(scale)));
        }
        return environment;
    }

    private static Observation first(MarketEnvironment environment, String agent) {
        EnvironmentStep step = environment.reset(3);
        return step.due().stream()
                .filter(due -> due.agent().equals(agent))
                .findFirst()
                .orElseThrow()
                .observation();
    }

    @Test
    void theMarketGoesOnAsWithoutThem() {
        MarketEnvironment plain = driven(new MarketEnvironment(market()));
        MarketEnvironment more = driven(new MarketEnvironment(market(BASE_FEE)));
        assertThat(plain.market().seat(0).scale()).isEqualTo(0.5);
        assertThat(more.digest()).isEqualTo(plain.digest());
    }

    @Test
    void theyStandBehindWhatTheRoleShows() {
        MarketEnvironment more = new MarketEnvironment(market(new Clock(Meaning.named("clock"), SECOND), BASE_FEE));
        Observation plain = first(new MarketEnvironment(market()), "maker");
        Observation seen = first(more, "maker");
        int shown = plain.spec().size();
        assertThat(seen.spec().features().subList(0, shown))
                .isEqualTo(plain.spec().features());
        for (int i = 0; i < shown; i++) {
            assertThat(seen.value(i)).isEqualTo(plain.value(i));
        }
        int chains = market().engine().chains().size();
        assertThat(seen.spec().size()).isEqualTo(shown + 1 + chains);
        assertThat(seen.value("clock")).isEqualTo(seen.timeNanos() / 1e9);
        Subject chain = new Subject.Chain(market().engine().chains().getFirst().id());
        assertThat(seen.value(new Quantity("base_fee").of(chain)))
                .isEqualTo(more.market().engine().baseFeeWei(0) / 1e9)
                .isPositive();
    }

    @Test
    void oneThatTheRoleShowsAlreadyIsRefused() {
        assertThatThrownBy(() -> new MarketEnvironment(market(new Clock(Quantity.RISK_SCALE.ofSeat(), SECOND))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("risk_scale");
    }

    @Test
    void oneThatIsNoFiniteNumberIsNamed() {
        MarketEnvironment broken =
                new MarketEnvironment(market(BASE_FEE, new Clock(Meaning.named("clock"), Double.NaN)));
        assertThatThrownBy(() -> broken.reset(3))
                .isInstanceOf(KindException.class)
                .hasMessage("factor clock: expected a finite number, found NaN");
    }
}
