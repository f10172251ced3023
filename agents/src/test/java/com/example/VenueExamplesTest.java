package com.example;

import static com.example.TinyMarket.AWAY;
import static com.example.TinyMarket.BANK;
import static com.example.TinyMarket.ETH;
import static com.example.TinyMarket.MANAGED_POOL;
import static com.example.TinyMarket.MARGINED_OPTIONS;
import static com.example.TinyMarket.OPTIONS;
import static com.example.TinyMarket.POOL;
import static com.example.TinyMarket.USDC;
import static com.example.TinyMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.Account;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.venue.FeeControl;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.venue.PriceFeed;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the calls of lending markets, options and managed pools on the page of commands. */
class VenueExamplesTest {
    private static final int MINE = TinyMarket.SPEC.participant("mine");
    private static final Endowment DOLLARS = new Endowment(AWAY, USDC, units(USDC, "50000"));

    private TinyMarket market = new TinyMarket();

    private List<MarketEvent.TransactionExecuted> transactions() {
        return market.events(MarketEvent.TransactionExecuted.class).stream()
                .filter(event -> event.participant() == MINE)
                .toList();
    }

    private List<String> executed() {
        return transactions().stream()
                .map(event -> event.call() + " " + (event.succeeded() ? "ok" : event.reason()))
                .toList();
    }

    private UInt256 gas() {
        return transactions().stream()
                .map(event -> UInt256.of(event.gasUsed()).timesExact(UInt256.of(event.effectiveGasPriceWei())))
                .reduce(UInt256.ZERO, UInt256::plusExact);
    }

    private List<MarketEvent.VenueChanged> changed(int venue, int participant) {
        return market.events(MarketEvent.VenueChanged.class).stream()
                .filter(event -> event.venue() == venue && event.participant() == participant)
                .toList();
    }

    private UInt256 detail(int venue, String change) {
        return changed(venue, MINE).stream()
                .filter(event -> event.change().equals(change))
                .findFirst()
                .orElseThrow()
                .details()
                .getFirst()
                .units();
    }

    /** Borrows 7 ETH for 20 000 dollars, and then buys so much of it in the pool that the debt is worth too much. */
    private static List<MarketCommand> ruin(Observation seen) {
        Account other = seen.account();
        Lending bank = other.venue(BANK, Lending.class).orElseThrow();
        UInt256 rest = units(USDC, "80000");
        return switch ((int) seen.epoch()) {
            case 0 -> List.of(other.transaction(AWAY, bank.supply(USDC, Amount.of(units(USDC, "20000")))));
            case 6 -> List.of(other.transaction(AWAY, bank.borrow(ETH, Amount.of(units(ETH, "7")))));
            case 30 -> List.of(other.transaction(AWAY, new Call.Swap(List.of(POOL), USDC, rest, UInt256.ZERO)));
            default -> List.of();
        };
    }

    /** Of 10 ETH at 2000 it borrows half of three quarters; half of the debt at risk is paid, of which the bonus is a twentieth. */
    @Test
    void aLenderGetsItsOwnBackAndTheBonusOfWhomItLiquidates() {
        market = TinyMarket.withMoreFor(new Endowment(AWAY, ETH, units(ETH, "10")));
        market.run(
                Lender::new,
                Map.of("bank", "away-bank", "pool", "away-ETH-USDC", "size", "10"),
                VenueExamplesTest::ruin);
        assertThat(executed())
                .containsExactly(
                        "SupplyAsset ok", "BorrowAsset ok", "FlashLoan ok", "RepayDebt ok", "WithdrawAsset ok");
        assertThat(detail(BANK, "borrowed")).isEqualTo(units(USDC, "7500"));
        UInt256 paid = detail(BANK, "repaid for another");
        assertThat(paid).isBetween(units(ETH, "3.5"), units(ETH, "3.5001"));
        assertThat(detail(BANK, "withdrawn")).as("with interest").isGreaterThanOrEqualTo(units(ETH, "10"));
        Lending bank = market.environment.market().engine().offered(BANK, Lending.class);
        assertThat(bank.atRisk()).isEmpty();
        double gain = market.balance("mine", AWAY, USDC).doubleValue() / 1e6;
        double bonus = 0.05 * paid.doubleValue() / 1e18 * 2_332;
        assertThat(gain)
                .as("the bonus, less what the pool's fee and price take")
                .isBetween(0.6 * bonus, bonus);
    }

    /** Without the pool's move nobody is at risk. */
    @Test
    void aLenderLeavesSoundDebtsAlone() {
        market = TinyMarket.withMoreFor(DOLLARS, new Endowment(AWAY, ETH, units(ETH, "10")));
        market.run(
                Lender::new,
                Map.of("bank", "away-bank", "pool", "away-ETH-USDC", "size", "10"),
                seen -> seen.epoch() == 30 ? List.of() : ruin(seen));
        assertThat(executed()).containsExactly("SupplyAsset ok", "BorrowAsset ok", "RepayDebt ok", "WithdrawAsset ok");
        assertThat(market.balance("mine", AWAY, USDC))
                .as("less the interest of a minute")
                .isBetween(units(USDC, "49999.99"), units(USDC, "49999.999999"));
    }

    /** At 2000 a call at 1900 pays a twentieth of what it is on; one at 2000 nothing, and its collateral comes back whole. */
    @Test
    void aSpreadOfCallsIsSettledToTheUnit() {
        UInt256 ether = units(ETH, "10");
        market = TinyMarket.withMoreFor(DOLLARS, new Endowment(AWAY, ETH, ether));
        market.run(
                CallSpread::new,
                Map.of("venue", "away-options", "low", "1900", "high", "2000", "size", "4"),
                seen -> List.of());
        assertThat(executed())
                .containsExactly("BuyOptions ok", "SellOptions ok", "SettleOptions ok", "SettleOptions ok");
        assertThat(changed(OPTIONS, MINE))
                .extracting(MarketEvent.VenueChanged::change)
                .contains("bought", "sold", "expired");
        UInt256 price = changed(OPTIONS, MINE).stream()
                .filter(event -> event.change().equals("expired"))
                .findFirst()
                .orElseThrow()
                .details()
                .getLast()
                .units();
        assertThat(price).as("the world's, rounded down").isBetween(units(USDC, "1999.999999"), units(USDC, "2000"));
        UInt256 paid = units(ETH, "4").mulDivFloor(price.minusExact(units(USDC, "1900")), price);
        assertThat(market.balance("mine", AWAY, ETH).plusExact(gas()))
                .isEqualTo(units(ETH, "11").plusExact(paid));
        double spent = 50_000 - market.balance("mine", AWAY, USDC).doubleValue() / 1e6;
        assertThat(spent).as("4 · 100, less what the other call brings").isBetween(395.0, 398.0);
    }

    /** It earns nothing in the vault but what it paid itself, and pays the spread and the fee. */
    @Test
    void sharesOfAVaultAndAMarginComeBack() {
        market = TinyMarket.withMoreFor(DOLLARS);
        market.run(VaultWriter::new, Map.of("venue", "away-margined", "size", "2"), seen -> List.of());
        assertThat(executed())
                .containsExactly("DepositInOptionVault ok", "Batch ok", "Batch ok", "WithdrawFromOptionVault ok");
        assertThat(changed(MARGINED_OPTIONS, MINE))
                .extracting(MarketEvent.VenueChanged::change)
                .containsExactly("deposited", "sold", "bought", "withdrawn");
        double spent = 50_000 - market.balance("mine", AWAY, USDC).doubleValue() / 1e6;
        assertThat(spent).isBetween(3.0, 25.0);
    }

    /** Of what it gives to all in range its own part comes back, as much as its liquidity is of all that is in range. */
    @Test
    void aPatronGetsItsOwnPartOfItsGift() {
        market = TinyMarket.withMoreFor(DOLLARS);
        double[] part = new double[1];
        market.run(Patron::new, Map.of("pool", "away-managed", "gift", "100"), seen -> {
            RangeLiquidity ranges = market.environment.market().engine().offered(MANAGED_POOL, RangeLiquidity.class);
            int account = market.environment.market().engine().accounts().free(MINE, AWAY);
            ranges.positions(account)
                    .forEach(mine -> part[0] =
                            mine.liquidity().doubleValue() / ranges.liquidity().doubleValue());
            return List.of();
        });
        assertThat(executed()).containsExactly("ProvideRange ok", "DonateToRange ok", "WithdrawRange ok");
        assertThat(part[0]).isBetween(0.001, 0.1);
        double given = 50_000 - market.balance("mine", AWAY, USDC).doubleValue() / 1e6;
        assertThat(given).isCloseTo(100 * (1 - part[0]), within(1e-5));
        assertThat(market.balance("mine", AWAY, ETH).plusExact(gas()))
                .as("but for a unit of rounding")
                .isBetween(units(ETH, "0.999999999999999998"), units(ETH, "1"));
    }

    /** Nobody trades in the pool, so that its fee falls a step at each of its looks, to the least. */
    @Test
    void aPilotLowersTheFeeOfAQuietPool() {
        int[] fee = new int[1];
        market.run(FeePilot::new, Map.of("pool", "away-managed", "step-pips", "600"), seen -> {
            fee[0] = market.environment
                    .market()
                    .engine()
                    .offered(MANAGED_POOL, FeeControl.class)
                    .feePips();
            return List.of();
        });
        assertThat(executed()).hasSizeGreaterThan(4).allMatch("SetPoolFee ok"::equals);
        assertThat(fee[0]).isEqualTo(100);
    }

    /** A report a heartbeat, of what the pool shows. */
    @Test
    void aReporterTellsThePriceEachHeartbeat() {
        UInt256[] answer = new UInt256[1];
        market.run(Reporter::new, Map.of("feed", "away-feed", "source", "away-ETH-USDC"), seen -> {
            answer[0] = market.environment
                    .market()
                    .engine()
                    .offered(TinyMarket.FEED, PriceFeed.class)
                    .answerE8(ETH);
            return List.of();
        });
        assertThat(executed()).hasSizeBetween(2, 10).allMatch("ReportPrice ok"::equals);
        assertThat(answer[0]).isEqualTo(UInt256.of(200_000_000_000L));
    }

    /** From 0.75 in two steps of at most 0.1 to 0.6, ten seconds apart; one that comes too early reverts. */
    @Test
    void aStewardLowersWhatCanBeBorrowed() {
        double[] least = {1};
        market.run(Steward::new, Map.of("bank", "away-bank", "target", "0.6"), seen -> {
            least[0] = market.environment
                    .market()
                    .engine()
                    .offered(TinyMarket.BANK, Lending.class)
                    .loanToValue(ETH);
            return List.of();
        });
        assertThat(executed().stream().filter("SetCollateralTerms ok"::equals)).hasSize(2);
        assertThat(least[0]).isCloseTo(0.6, within(1e-9));
    }
}
