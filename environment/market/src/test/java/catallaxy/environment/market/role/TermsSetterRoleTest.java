package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.market.trading.Lenders;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The seat that sets what collateral is good for. */
class TermsSetterRoleTest {
    private static final int BANK = SmallMarket.BOOK + 1;
    private static final TermsSetterSpec ETHER = new TermsSetterSpec(BANK, List.of(ETH), 300, 25, HOUR, 1);

    private SeatedMarket seated = seated(ETHER);

    private static SeatedMarket seated(TermsSetterSpec spec) {
        return new SeatedMarket(
                new SmallMarket()
                        .venue(Lenders.bank("bank", "keeper"))
                        .agent("keeper", spec, 600, 0, 1)
                        .spec(),
                1);
    }

    private void runMinutes(int minutes, double... terms) {
        seated.runUntil(seated.market.timeNanos() + minutes * 60L * SECOND, (agent, values) -> terms);
    }

    private void send(Call call) {
        seated.market.submit(
                seated.outsider(), seated.market.transaction(MAIN, call, seated.market.timeNanos() + HOUR));
    }

    private Lending bank() {
        return seated.market.offered(BANK, Lending.class);
    }

    private int outsider() {
        return seated.market.accounts().free(seated.outsider(), MAIN);
    }

    /** The outsider owes dollars against ether. */
    private void lend(double ether, double dollars) {
        send(bank().supply(ETH, Amount.of(SmallMarket.units(ether, 18))));
        send(bank().borrow(USDC, Amount.of(SmallMarket.units(dollars, 6))));
    }

    @Test
    void itGoesToTheTermsOfItsActionAStepAtATime() {
        runMinutes(10, 0.6, 0.7);
        runMinutes(1, SeatedMarket.NOTHING);
        assertThat(bank().loanToValue(ETH)).isEqualTo(0.72);
        assertThat(bank().threshold(ETH)).isEqualTo(0.77);
        runMinutes(60, 0.6, 0.7);
        assertThat(bank().loanToValue(ETH)).isEqualTo(0.6);
        assertThat(bank().threshold(ETH)).isEqualTo(0.7);
        assertThat(seated.value(0, "loan_to_value.bank.ETH")).isEqualTo(0.6);
        assertThat(seated.value(0, "threshold.bank.ETH")).isEqualTo(0.7);
        double gas = seated.market.totals(seated.seat(0).participant()).gasPaidQuote();
        assertThat(seated.rewards.getFirst()[2]).isNegative().isCloseTo(-gas, within(1e-9));
        runMinutes(60, 0.6024, 0.7024);
        assertThat(seated.market.totals(seated.seat(0).participant()).gasPaidQuote())
                .as("changes of less than 25 basis points")
                .isEqualTo(gas);
        assertThat(bank().threshold(USDC)).as("not its collateral").isEqualTo(0.8);
    }

    /** Whatever is asked for, what is sent the market accepts, and what can be borrowed is within what debts may reach. */
    @Test
    void whatItSendsIsWithinTheMarketsBounds() {
        for (int seed = 1; seed <= 12; seed++) {
            double loan = seed % 4 / 3.0 * 0.9;
            double threshold = 0.3 + seed % 3 / 2.0 * 0.6;
            seated = seated(new TermsSetterSpec(BANK, List.of(), 10_000, 0, HOUR, 1));
            runMinutes(200, loan, threshold, threshold, loan);
            assertThat(seated.market.totals(seated.seat(0).participant()).reverted())
                    .isZero();
            assertThat(bank().loanToValue(ETH)).isLessThanOrEqualTo(bank().threshold(ETH));
            assertThat(bank().threshold(ETH))
                    .isCloseTo(Math.min(threshold, 0.9), within(1e-9))
                    .isBetween(bank().leastThreshold(), 1 / (1 + bank().bonus(ETH)));
        }
    }

    /** Against the growth of the debt itself, which compounds by the second. */
    @Test
    void interestIsWhatDebtsGrowBy() {
        runMinutes(1, SeatedMarket.NOTHING);
        lend(1_000, 1_000_000);
        runMinutes(10, SeatedMarket.NOTHING);
        double before = bank().owed(outsider(), USDC);
        double counted = seated.rewards.getFirst()[0];
        runMinutes(2 * 24 * 60, SeatedMarket.NOTHING);
        double grown = bank().owed(outsider(), USDC) - before;
        assertThat(seated.rewards.getFirst()[0] - counted).isPositive().isCloseTo(grown, within(0.001 * grown));
        assertThat(seated.rewards.getFirst()[1]).isZero();
    }

    @Test
    void aUnitOfInterestCountsAsOftenAsIsSaid() {
        double[] interest = new double[2];
        for (int i = 0; i < 2; i++) {
            seated = seated(new TermsSetterSpec(BANK, List.of(ETH), 300, 25, HOUR, i == 0 ? 1 : 50));
            lend(1_000, 1_000_000);
            runMinutes(600, SeatedMarket.NOTHING);
            interest[i] = seated.rewards.getFirst()[0];
        }
        assertThat(interest[1]).isCloseTo(50 * interest[0], within(1e-6 * interest[1]));
    }

    /** The oracle reads a pool, in which the outsider sells until the collateral is worth less than the debt. */
    @Test
    void badDebtIsWhatNoCollateralCovers() {
        lend(1_000, 1_400_000);
        runMinutes(10, SeatedMarket.NOTHING);
        assertThat(seated.value(0, "health.bank")).isCloseTo(2_000 * 0.8 / 1_400, within(0.01));
        assertThat(seated.value(0, "mean_health.bank")).isEqualTo(seated.value(0, "health.bank"));
        assertThat(seated.value(0, "owed.bank")).isCloseTo(1_400_000, within(200.0));
        assertThat(seated.value(0, "near_risk.bank")).isZero();
        Call sale = seated.market
                .quoting(SmallMarket.POOL_A)
                .swap(ETH, Amount.of(SmallMarket.units(2_500, 18)), SmallMarket.units(0, 18));
        send(sale);
        runMinutes(10, SeatedMarket.NOTHING);
        double bad = bank().badDebt();
        assertThat(bad).isGreaterThan(300_000);
        assertThat(seated.value(0, "bad_debt.bank")).isCloseTo(bad, within(1.0));
        assertThat(seated.rewards.getFirst()[1]).isCloseTo(-bad, within(1.0));
        assertThat(seated.value(0, "near_risk.bank")).isOne();
        assertThat(seated.value(0, "volatility.bank.ETH")).isPositive();
        assertThat(seated.value(0, "utilisation.bank.USDC")).isCloseTo(0.28, within(0.001));
    }

    @Test
    void whoIsHaltedSetsNothing() {
        seated.seat(0).limit(7, 0);
        runMinutes(30, 0.5, 0.5);
        assertThat(bank().threshold(ETH)).isEqualTo(0.8);
        assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0))).isTrue();
    }

    @Test
    void onlyAMarketWithTermsThatSomebodySetsHasSuchASeat() {
        SmallMarket plain =
                new SmallMarket().agent("keeper", new TermsSetterSpec(0, List.of(), 1, 0, HOUR, 1), 60, 0, 1);
        assertThatThrownBy(() -> new SeatedMarket(plain.spec(), 1)).hasMessageContaining("whose terms somebody sets");
        assertThatThrownBy(() -> seated(new TermsSetterSpec(BANK, List.of(7), 1, 0, HOUR, 1)))
                .hasMessageContaining("asset that is collateral");
        assertThatThrownBy(() -> new TermsSetterSpec(0, List.of(), 0, 0, HOUR, 1))
                .hasMessageContaining("maxStepBps");
        assertThat(seated.roles.getFirst().rewardTerms()).containsExactly("interest", "bad_debt", "costs");
    }

    @Test
    void itsActionIsNeutralWhereTheTermsAre() {
        assertThat(seated.roles.getFirst().actionSpec().components())
                .extracting(each -> each.name() + " " + each.neutral())
                .containsExactly("loan_to_value.bank.ETH 0.75", "threshold.bank.ETH 0.8");
    }
}
