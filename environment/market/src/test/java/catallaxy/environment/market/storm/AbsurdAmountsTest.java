package catallaxy.environment.market.storm;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.bridge.RemoveBridgeLiquidity;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.venue.option.OptionCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of all that 256 bits hold revert, and do not end the run. */
final class AbsurdAmountsTest {
    private static StormChain chain(StormKind kind) {
        Draw draw = new Draw(RandomStream.of(3, "absurd"));
        StormChain chain = new StormChain(new StormState(kind.plan(Kinds.registered(), draw)));
        kind.pass(chain.state(), draw);
        return chain;
    }

    private static Result result(StormKind kind, Call... calls) {
        StormChain chain = chain(kind);
        chain.state().market().price(0, 2_000);
        Result last = Result.OK;
        for (Call each : calls) {
            last = chain.execute(0, 1, each);
        }
        return last;
    }

    private static Call flash() {
        return new FlashLoan(0, 0, UInt256.MAX, Swaps.idle(1));
    }

    private static Call deposit(Amount amount) {
        return new OptionCall.DepositInOptionVault(0, 1, amount, UInt256.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pair", "pool", "options", "lending", "bridge"})
    void revert(String what) {
        Result result = switch (what) {
            case "pair" -> result(new UniswapV2Storm(), flash());
            case "pool" ->
                result(
                        new BalancerStorm.Weighted(),
                        new Call.AddLiquidity(0, UInt256.MAX, UInt256.MAX, UInt256.ZERO, UInt256.ZERO));
            case "options" ->
                result(new OptionStorm(), deposit(Amount.of(UInt256.of(1_000_000))), deposit(Amount.of(UInt256.MAX)));
            case "lending" -> result(new LendingStorm(), flash());
            default -> result(new BridgeStorm(), new RemoveBridgeLiquidity(1, 1, Amount.of(UInt256.MAX)));
        };
        assertThat(result.ok()).as(what).isFalse();
    }
}
