package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.Action;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A supervisor that owns nothing, in the learning environment. */
class SupervisorTest {
    @Test
    void keepsItsSeatAndHaltsAnotherForAllForks() {
        MarketSpec spec = new SmallMarket()
                .agent("maker", new RoleSpec.MarketMaker(BOOK, 5, 2, 100, 0, 60 * SECOND), 10, 100_000, 50)
                .agent("risk", new RoleSpec.Risk(List.of(0)), 10, 0, 0)
                .spec();
        MarketEnvironment environment = new MarketEnvironment(spec);
        environment.reset(1);
        for (int epoch = 0; epoch < 5; epoch++) {
            var step = environment.step(Map.of("maker", Action.HOLD, "risk", Action.of(1)));
            assertThat(step.due()).hasSize(2).noneMatch(each -> each.terminated());
        }
        var fork = environment.market().fork();
        environment.step(Map.of("risk", Action.of(0)));
        assertThat(environment.market().seat(0).halted()).isTrue();
        assertThat(fork.seat(0).halted()).as("the fork's own seats").isFalse();
        fork.decide(1, Action.of(0.5));
        assertThat(fork.seat(0).scale()).isEqualTo(0.5);
        assertThat(environment.market().seat(0).scale()).isZero();
    }
}
