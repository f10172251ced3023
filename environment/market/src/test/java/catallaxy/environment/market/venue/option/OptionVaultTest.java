package catallaxy.environment.market.venue.option;

import static catallaxy.environment.market.engine.TestMarket.BTC;
import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.engine.TestMarket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shares of a vault: what they cost, what they bring, that nobody gains by going in and out, and that what is committed stays. */
final class OptionVaultTest {
    private final OptionsMarket market = OptionsMarket.of(0, OptionsMarket.TERMS, Optional.empty(), 1);
    private final int investor = market.open("investor");
    private final int account = market.account(investor);

    private String deposit(int who, int asset, String amount) {
        return market.execute(
                who, market.vault().deposit(asset, Amount.of(TestMarket.units(asset, amount)), UInt256.ZERO));
    }

    private String withdraw(int who, UInt256 shares, int asset) {
        return market.execute(who, market.vault().withdraw(shares, asset, UInt256.ZERO));
    }

    private UInt256 shares() {
        return market.vault().shares(account);
    }

    @Test
    void theFirstShareCostsAUnitAndTheRestIsTheFounders() {
        double worth = market.vault().worth();
        assertThat(worth).isCloseTo(30 * market.options().underlying() + 60_000, within(1e-5));
        assertThat(deposit(investor, USDC, "12000")).isEmpty();
        assertThat(shares()).isEqualTo(TestMarket.units(USDC, "12000"));
        assertThat(market.vault().totalShares().doubleValue() / 1e6).isCloseTo(worth + 12_000, within(1e-5));
        assertThat(market.vault().worth()).isCloseTo(worth + 12_000, within(1e-5));
        assertThat(deposit(investor, ETH, "1")).isEmpty();
        assertThat(shares().doubleValue() / 1e6)
                .isCloseTo(12_000 + market.options().underlying(), within(1e-4));
    }

    @Test
    void whatTheVaultEarnsIsItsShareholders() {
        deposit(investor, USDC, "120000");
        double before = market.market.equity(investor);
        int other = market.open("other");
        market.buy(other, OptionsMarket.CALL, "5");
        market.sell(other, OptionsMarket.CALL, "5");
        double gained = market.market.equity(investor) - before;
        double vault = market.vault().worth() - 2 * 120_000;
        assertThat(gained).as("half of what the spread cost").isPositive().isCloseTo(vault / 2, within(1.0));
    }

    @Test
    void aWithdrawalCostsTheFeeAndLeavesWhatIsCommitted() {
        deposit(investor, USDC, "10000");
        double before = market.market.holding(investor, 0, USDC);
        UInt256 half = shares().dividedBy(UInt256.of(2));
        assertThat(withdraw(investor, half, USDC)).isEmpty();
        assertThat(market.market.holding(investor, 0, USDC) - before).isCloseTo(5000 * 0.997, within(1e-3));
        assertThat(withdraw(investor, half.plusExact(UInt256.of(2)), USDC)).isEqualTo("Options: NO_SHARES");
        int other = market.open("other");
        assertThat(market.buy(other, OptionsMarket.PUT, "32")).isEmpty();
        double spare = market.vault().spare(USDC);
        assertThat(spare).isLessThan(3_000);
        assertThat(withdraw(investor, shares(), USDC)).isEqualTo("Options: NOT_COVERED");
        assertThat(withdraw(investor, shares(), ETH)).isEmpty();
        assertThat(shares()).isEqualTo(UInt256.ZERO);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(deposit(investor, BTC, "1")).isEqualTo("Options: UNKNOWN_ASSET");
        assertThat(deposit(investor, USDC, "0")).isEqualTo("Options: NO_SHARES");
        assertThat(market.execute(
                        investor, market.vault().deposit(USDC, Amount.of(TestMarket.units(USDC, "10")), UInt256.MAX)))
                .isEqualTo("Options: TOO_FEW_SHARES");
        assertThat(withdraw(investor, UInt256.ONE, USDC)).isEqualTo("Options: NO_SHARES");
        deposit(investor, USDC, "10");
        assertThat(market.execute(investor, market.vault().withdraw(shares(), USDC, TestMarket.units(USDC, "11"))))
                .isEqualTo("Options: TOO_LITTLE");
        assertThat(market.execute(
                        investor, market.vault().deposit(USDC, Amount.of(UInt256.powerOfTwo(200)), UInt256.ZERO)))
                .isEqualTo("Options: UNPAID");
    }

    /** In and out at once, while others trade: never a gain, and no other shareholder loses a unit by it. */
    @Test
    void nobodyGainsByGoingInAndOut() {
        RandomStream random = RandomStream.of(4, "test/vaults");
        int other = market.open("other");
        int trader = market.open("trader");
        deposit(other, USDC, "5000");
        for (int i = 0; i < 40; i++) {
            market.buy(trader, random.nextInt(12), String.valueOf(1 + random.nextInt(3)));
            double others =
                    market.vault().worth() / market.vault().totalShares().doubleValue();
            int asset = random.nextBoolean(0.5) ? ETH : USDC;
            double before = worth(investor);
            deposit(investor, asset, asset == ETH ? "0.7" : "1300");
            withdraw(investor, shares(), asset);
            assertThat(worth(investor)).isLessThan(before);
            assertThat(market.vault().worth() / market.vault().totalShares().doubleValue())
                    .isGreaterThanOrEqualTo(others * (1 - 1e-3));
            assertThat(market.market.checkConservation().violations()).isEmpty();
        }
    }

    private double worth(int who) {
        return market.market.holdings(who).total(USDC)
                + market.market.holdings(who).total(ETH) * market.options().underlying();
    }

    @Test
    void copiesAndSavedMarketsHaveTheSameFuture() {
        deposit(investor, USDC, "10000");
        for (OptionsMarket each : List.of(market.copy(), market.reloaded())) {
            assertThat(each.vault().shares(account)).isEqualTo(shares());
            assertThat(each.vault().totalShares()).isEqualTo(market.vault().totalShares());
            assertThat(each.market.contractState(each.venue)).isEqualTo(market.market.contractState(market.venue));
        }
    }
}
