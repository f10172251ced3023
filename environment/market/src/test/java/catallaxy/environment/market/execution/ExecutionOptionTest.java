package catallaxy.environment.market.execution;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static catallaxy.environment.market.trading.SmallMarket.ROLLUP;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where trades can be executed, and with whose money. */
class ExecutionOptionTest {
    private static UniswapV4Spec lender(String id, int chain) {
        return new UniswapV4Spec(id, chain, ETH, USDC, units(500, 18), units(1e6, 6), 0, 60, 0, 0);
    }

    @Test
    void eachChainHasOwnMoneyThenItsLendersButNotTheVenuesThatAreTraded() {
        SmallMarket market = new SmallMarket().venue(lender("here", MAIN)).venue(lender("there", ROLLUP));
        int there = SmallMarket.BOOK + 2;
        List<ExecutionOption> options = ExecutionOption.all(
                market.engine(), List.of(new RoleSpec.Route(POOL_C, there), new RoleSpec.Route(POOL_A, POOL_B)));
        assertThat(options).extracting(ExecutionOption::label).containsExactly("main", "main:here", "rollup");
        assertThat(options)
                .extracting(ExecutionOption::method)
                .containsExactly(ExecutionMethod.BASE, ExecutionMethod.FLASH, ExecutionMethod.LAYER_2);
    }

    @Test
    void poolsThatAreNotTradedLendToo() {
        SmallMarket market = new SmallMarket().venue(lender("there", ROLLUP)).venue(lender("further", ROLLUP));
        int there = SmallMarket.BOOK + 1;
        List<ExecutionOption> options =
                ExecutionOption.all(market.engine(), List.of(new RoleSpec.Route(there, there + 1)));
        assertThat(options).extracting(ExecutionOption::label).containsExactly("rollup", "rollup:c");
        assertThat(options.getLast().method()).isEqualTo(ExecutionMethod.LAYER_2_FLASH);
    }
}
