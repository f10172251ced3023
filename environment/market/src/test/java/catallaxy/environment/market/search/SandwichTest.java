package catallaxy.environment.market.search;

import static catallaxy.environment.market.engine.TestMarket.BTC;
import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static catallaxy.environment.market.search.Street.POOL;
import static catallaxy.environment.market.search.Street.SEARCHER;
import static catallaxy.environment.market.search.Street.SECOND;
import static catallaxy.environment.market.search.Street.VICTIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.MarketEvent;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** What a sandwich takes from whom, to the unit. */
final class SandwichTest {
    private static final SearchersSpec SPEC = Street.searchers(SearchStrategy.SANDWICH, POOL);
    private static final UInt256 BID = UInt256.of(20_000_000_000_000_000L);

    private final Street street = new Street(Street.spec());

    private static BigInteger difference(Street one, Street other, String account, int asset) {
        Ledger ledger = one.market.ledger();
        for (int each = 0; each < ledger.accounts(); each++) {
            if (ledger.accountName(each).equals(account)) {
                return ledger.balance(each, asset)
                        .toBigInteger()
                        .subtract(other.market.ledger().balance(each, asset).toBigInteger());
            }
        }
        throw new IllegalArgumentException(account);
    }

    private static BigInteger of(Street with, Street without, int participant, int asset) {
        int account = with.market.accounts().free(participant, MAINNET);
        return difference(with, without, with.market.ledger().accountName(account), asset);
    }

    private static BigInteger pool(Street with, Street without, int asset) {
        return difference(with, without, "btc-mainnet", asset);
    }

    /** A street in which the sandwich is bid for, and its copy in which it is not, both behind the next block. */
    private Street without(Opportunity opportunity) {
        Street without = street.copy();
        street.bid(opportunity, BID);
        long block = (street.market.chain(MAINNET).blockNumber() + 1) * 12 * SECOND;
        street.runUntil(block);
        without.runUntil(block);
        return without;
    }

    @Test
    void whatTheVictimLosesIsWhatSearcherAndPoolAndProposerGain() {
        UInt256 least = street.buys("50000", 0.99);
        Street without = without(street.found(SPEC).orElseThrow());
        assertThat(street.only(MarketEvent.BundleIncluded.class)).hasSize(1);
        BigInteger lost = of(street, without, VICTIM, BTC).negate();
        assertThat(lost).isPositive();
        assertThat(pool(street, without, BTC)).as("bitcoin stays in the pool").isEqualTo(lost);
        assertThat(of(street, without, SEARCHER, BTC))
                .as("it sells exactly what it bought")
                .isZero();
        BigInteger gained = of(street, without, SEARCHER, USDC);
        assertThat(gained).isPositive();
        assertThat(pool(street, without, USDC)).as("dollars leave the pool").isEqualTo(gained.negate());
        assertThat(of(street, without, VICTIM, USDC)).isZero();
        BigInteger burned = difference(street, without, "mainnet/burned", ETH);
        BigInteger bid = difference(street, without, "mainnet/proposers", ETH);
        assertThat(bid).isEqualTo(BID.toBigInteger());
        assertThat(of(street, without, SEARCHER, ETH)).isEqualTo(burned.add(bid).negate());
        assertThat(street.market.checkConservation().holds()).isTrue();
        double price = street.market.quoting(POOL).price();
        double worth = lost.doubleValue() / 1e8 * price - gained.doubleValue() / 1e6;
        assertThat(worth)
                .as("the rest is the pool's: fees of three swaps instead of one")
                .isPositive();
        assertThat(given(street)).isBetween(least, least.plusExact(UInt256.of(20)));
    }

    /** What the victim was given. */
    private static UInt256 given(Street street) {
        return street.only(MarketEvent.PoolSwapped.class).stream()
                .filter(each -> each.participant() == VICTIM)
                .findFirst()
                .orElseThrow()
                .amountOut();
    }

    @Test
    void aMinimumThatIsTightLeavesNothingToTake() {
        street.buys("50000", 1);
        assertThat(street.found(SPEC)).isEmpty();
    }

    @Test
    void aSwapThatDoesNotPayForTheGasIsLeftAlone() {
        street.buys("500", 0.99);
        assertThat(street.found(SPEC)).isEmpty();
    }

    /**
     * Of a constant product R₀R₁ with a fee 1 − γ, a front-run x leaves a swap of v with γv·R₀R₁ / ((R₀ + γx)(R₀ + x + γv)); at its
     * minimum that is a quadratic equation for x.
     */
    @Test
    void itsSizeIsThatOfTheClosedForm() {
        UInt256 least = street.buys("50000", 0.99);
        double r0 = 2_000_000;
        double r1 = 50;
        double g = 0.997;
        double v = 50_000;
        double k = g * v * r0 * r1 / (least.doubleValue() / 1e8);
        double b = r0 + g * (r0 + g * v);
        double c = r0 * (r0 + g * v) - k;
        double size = (-b + StrictMath.sqrt(b * b - 4 * g * c)) / (2 * g);
        Opportunity found = street.found(SPEC).orElseThrow();
        BundleTrial trial = street.tried(found);
        double paid = trial.holdings()
                        .get(0)
                        .get(USDC)
                        .minusExact(trial.holdings().get(1).get(USDC))
                        .doubleValue()
                / 1e6;
        assertThat(paid).isCloseTo(size, within(size * 1e-4));
        assertThat(trial.ok()).isTrue();
    }

    @Test
    void tryingLeavesNoTrace() {
        street.buys("50000", 0.99);
        Street untouched = street.copy();
        street.found(SPEC);
        street.runUntil(60 * SECOND);
        untouched.runUntil(60 * SECOND);
        assertThat(street.market.log().digest().hex())
                .isEqualTo(untouched.market.log().digest().hex());
    }

    @Test
    void theBackLegSellsWhatTheFrontLegBought() {
        street.buys("50000", 0.99);
        Opportunity found = street.found(SPEC).orElseThrow();
        assertThat(found.items()).hasSize(3);
        BundleItem.Own back = (BundleItem.Own) found.items().getLast();
        UInt256 sold = ((Call.Swap) back.call()).amountIn().known();
        assertThat(street.tried(found).given().getFirst()).isEqualTo(sold);
    }

    @Test
    void whoHasHabitsKeepsAPart() {
        street.buys("50000", 0.99);
        SearchersSpec keeping = new SearchersSpec(
                SPEC.group(), SPEC.strategy(), -1, SECOND, 0, SPEC.bidding(), new SearchersSpec.Habits(1, 0));
        BundleTrial trial = street.tried(street.found(keeping).orElseThrow());
        assertThat(trial.change(BTC)).isPositive();
        assertThat(trial.change(BTC)).isLessThan(0.1 * trial.given().getFirst().doubleValue());
    }
}
