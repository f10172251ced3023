package catallaxy.environment.market.router;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.GasPart;
import catallaxy.environment.market.contract.Hop;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.Service;
import catallaxy.environment.market.contract.TestFrame;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ways of swaps through venues that give what the test says. */
final class RouterTest {
    private static final int ETH = 0;
    private static final int USDC = 1;
    private static final int BTC = 2;
    /** Trades ETH for USDC, twice as many. */
    private static final int DOUBLING = 0;
    /** Trades USDC for BTC, a tenth as many. */
    private static final int TENTH = 1;

    private static final int ELSEWHERE = 2;
    private static final long CHECKS = GasPart.checks(RouterKind.GAS);
    private static final Result TOO_LITTLE = Result.reverted("UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT");
    private static final Result INVALID_PATH = Result.reverted("UniswapV2Library: INVALID_PATH");

    private final Router router = new Router(List.of(
            new VenueSpec.Book("doubling", 0, ETH, USDC, 1, 1),
            new VenueSpec.Book("tenth", 0, BTC, USDC, 1, 1),
            new VenueSpec.Book("elsewhere", 0, BTC, USDC, 1, 1)));
    private final TestFrame frame = new TestFrame(1_000);
    private final int sender = frame.caller();

    /** Promises what it gives of every {@code per} that come in, or what it reverts with. */
    private static final class Rate extends Service {
        private final long gives;
        private final long per;
        private final Result promise;
        private final Result failure;

        Rate(long gives, long per, Result promise, Result failure) {
            this.gives = gives;
            this.per = per;
            this.promise = promise;
            this.failure = failure;
        }

        Rate(long gives, long per) {
            this(gives, per, Result.OK, Result.OK);
        }

        @Override
        public Result call(Frame asked, Call call) {
            return switch (call) {
                case Hop hop -> failure.ok() ? out(hop.amountIn()) : failure;
                case Hop.Preview preview -> promise.ok() ? out(preview.amountIn()) : promise;
                default -> throw new IllegalArgumentException(call.name());
            };
        }

        private Result out(UInt256 in) {
            return Result.of(in.mulDivFloor(UInt256.of(gives), UInt256.of(per)));
        }
    }

    private static Call.Swap swap(long amountIn, long least, Integer... path) {
        return new Call.Swap(List.of(path), ETH, UInt256.of(amountIn), UInt256.of(least));
    }

    private Hop hop(int venue, int asset, long in) {
        return new Hop(venue, asset, UInt256.of(in), sender, sender);
    }

    private static Hop.Preview preview(int venue, int asset, long in) {
        return new Hop.Preview(venue, asset, UInt256.of(in));
    }

    private TestFrame bothVenues() {
        return frame.with(DOUBLING, new Rate(2, 1)).with(TENTH, new Rate(1, 10));
    }

    @Test
    void asksTheWholeWayBeforeItGoesIt() {
        Result result = router.call(bothVenues(), swap(100, 20, DOUBLING, TENTH));
        assertThat(result).isEqualTo(Result.of(UInt256.of(20)));
        assertThat(frame.called)
                .containsExactly(
                        preview(DOUBLING, ETH, 100),
                        preview(TENTH, USDC, 200),
                        hop(DOUBLING, ETH, 100),
                        hop(TENTH, USDC, 200));
        assertThat(frame.charged).containsExactly(CHECKS, RouterKind.GAS - CHECKS);
    }

    @Test
    void aWayMayLeadThroughAVenueTwice() {
        assertThat(router.call(bothVenues(), swap(100, 0, DOUBLING, DOUBLING))).isEqualTo(Result.of(UInt256.of(400)));
        assertThat(frame.called).contains(hop(DOUBLING, ETH, 100), hop(DOUBLING, USDC, 200));
    }

    @Test
    void whatIsKnownToBeTooLittleIsNotSwapped() {
        assertThat(router.call(bothVenues(), swap(100, 21, DOUBLING, TENTH))).isEqualTo(TOO_LITTLE);
        assertThat(frame.called).containsExactly(preview(DOUBLING, ETH, 100), preview(TENTH, USDC, 200));
        assertThat(frame.charged).containsExactly(CHECKS);
    }

    @Test
    void whatIsKnownOnlyAfterwardsIsLookedAtThen() {
        Result unknown = Result.reverted(Hop.Preview.UNKNOWN);
        frame.with(DOUBLING, new Rate(2, 1)).with(TENTH, new Rate(1, 10, unknown, Result.OK));
        assertThat(router.call(frame, swap(100, 20, DOUBLING, TENTH))).isEqualTo(Result.of(UInt256.of(20)));
        assertThat(router.call(frame, swap(100, 21, DOUBLING, TENTH))).isEqualTo(TOO_LITTLE);
        assertThat(frame.called).filteredOn(Hop.class::isInstance).hasSize(4);
        assertThat(frame.charged)
                .as("a swap that succeeds, one that does not")
                .containsExactly(CHECKS, RouterKind.GAS - CHECKS, CHECKS);
    }

    @Test
    void aVenueSaysWhyItRefuses() {
        frame.with(DOUBLING, new Rate(2, 1, Result.reverted("EMPTY"), Result.OK));
        assertThat(router.call(frame, swap(100, 0, DOUBLING))).isEqualTo(Result.reverted("EMPTY"));
        assertThat(frame.called).containsExactly(preview(DOUBLING, ETH, 100));
    }

    @Test
    void aVenueMayRefuseWhatItPromised() {
        frame.with(DOUBLING, new Rate(2, 1, Result.OK, Result.reverted("LOCKED")))
                .with(TENTH, new Rate(1, 10));
        assertThat(router.call(frame, swap(100, 0, DOUBLING, TENTH))).isEqualTo(Result.reverted("LOCKED"));
        assertThat(frame.called).as("the way ends there").endsWith(hop(DOUBLING, ETH, 100));
        assertThat(frame.gas()).isEqualTo(CHECKS);
    }

    @Test
    void aWayThroughAnotherChainsVenueIsNone() {
        assertThat(router.call(bothVenues(), swap(100, 0, DOUBLING, ELSEWHERE))).isEqualTo(INVALID_PATH);
        assertThat(router.call(frame, swap(100, 0, -1))).isEqualTo(INVALID_PATH);
        assertThat(frame.called).containsExactly(preview(DOUBLING, ETH, 100));
    }

    @Test
    void aVenueThatDoesNotTradeTheAssetIsNoWay() {
        assertThat(router.call(bothVenues(), swap(100, 0, TENTH))).isEqualTo(INVALID_PATH);
        assertThat(router.call(frame, swap(100, 0, DOUBLING, TENTH, DOUBLING)))
                .as("BTC for nothing that is there")
                .isEqualTo(INVALID_PATH);
        assertThat(frame.called).noneMatch(Hop.class::isInstance);
    }

    @Test
    void theInputMayBeAllThereIsOrWhatAnEarlierCallGave() {
        bothVenues().after(Result.of(UInt256.of(30)));
        assertThat(router.call(frame, new Call.Swap(List.of(DOUBLING), ETH, Amount.all(), UInt256.ZERO)))
                .isEqualTo(Result.of(UInt256.of(2_000)));
        assertThat(router.call(frame, new Call.Swap(List.of(DOUBLING), ETH, Amount.given(0), UInt256.ZERO)))
                .isEqualTo(Result.of(UInt256.of(60)));
    }

    @Test
    void anotherCallIsUnknown() {
        assertThat(router.call(frame, new Call.Deposit(0, ETH, UInt256.ONE)))
                .isEqualTo(Result.reverted("Router: UNKNOWN_CALL Deposit"));
    }
}
