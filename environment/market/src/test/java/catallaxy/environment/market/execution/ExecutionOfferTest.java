package catallaxy.environment.market.execution;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a trade promises, and at which limit its transaction reverts; a third pool lends for 30 basis points. */
class ExecutionOfferTest {
    private static final int LENDER = SmallMarket.BOOK + 1;
    private static final ExecutionOption OWN =
            new ExecutionOption("main", MAIN, OptionalInt.empty(), ExecutionMethod.BASE);
    private static final ExecutionOption LENT =
            new ExecutionOption("main:lender", MAIN, OptionalInt.of(LENDER), ExecutionMethod.FLASH);

    private final MarketEngine market = MarketEngine.of(
            new SmallMarket()
                    .priceB(2_100)
                    .venue(new UniswapV2Spec("lender", MAIN, ETH, USDC, units(50_000, 18), units(1e8, 6), false))
                    .engine(),
            1);
    private final int participant = market.openParticipant("executor", SmallMarket.everywhere(1_000, 1));

    private ChainOpportunity opportunity() {
        return ChainOpportunity.of(market, List.of(new RoleSpec.Route(POOL_A, POOL_B)), MAIN)
                .orElseThrow();
    }

    private ExecutionOffer offer(ExecutionOption option) {
        return ExecutionOffer.of(market, participant, opportunity(), option, 1e9)
                .orElseThrow();
    }

    /** Whole quote units that must come back. */
    private double least(Call call) {
        Call.Swap swap = call instanceof FlashLoan loan ? (Call.Swap) loan.then() : (Call.Swap) call;
        return swap.minAmountOut().doubleValue() / 1e6;
    }

    @Test
    void ownMoneyIsAllThatIsThereAndALoanAsMuchAsIsBest() {
        assertThat(offer(OWN).spent()).isEqualTo(1_000);
        assertThat(offer(LENT).spent()).isEqualTo(opportunity().best().spent()).isGreaterThan(100_000);
        assertThat(offer(OWN).fee()).isZero();
        assertThat(offer(OWN).net()).isCloseTo(offer(OWN).gain() - offer(OWN).gas(), within(1e-9));
    }

    @Test
    void aLoanPaysItsFeeBeforeAnythingIsGained() {
        ExecutionOffer offer = offer(LENT);
        assertThat(offer.fee()).isCloseTo(offer.spent() * 0.003 / 0.997, within(1e-5));
        assertThat(offer.net()).isCloseTo(offer.gain() - offer.fee() - offer.gas(), within(1e-9));
        assertThat(least(offer.call(market, 1)))
                .as("no gain at all")
                .isCloseTo(offer.spent() + offer.fee(), within(2e-6));
        assertThat(least(offer.call(market, 0))).as("all of it").isCloseTo(offer.spent() + offer.gain(), within(2e-6));
    }

    @Test
    void slippageIsAShareOfTheGain() {
        ExecutionOffer offer = offer(OWN);
        assertThat(least(offer.call(market, 0.25))).isCloseTo(offer.spent() + 0.75 * offer.gain(), within(2e-6));
        assertThat(least(offer.call(market, 1))).isCloseTo(offer.spent(), within(2e-6));
    }

    @Test
    void whoHasNothingOffersNothingOfHisOwn() {
        int poor = market.openParticipant("poor", SmallMarket.everywhere(0, 1));
        assertThat(ExecutionOffer.of(market, poor, opportunity(), OWN, 1e9)).isEmpty();
        assertThat(ExecutionOffer.of(market, poor, opportunity(), LENT, 1e9)).isPresent();
        assertThat(ExecutionOffer.of(market, poor, opportunity(), LENT, 0)).isEmpty();
    }
}
