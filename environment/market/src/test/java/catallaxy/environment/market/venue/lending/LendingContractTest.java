package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.LendingMarket.BANK;
import static catallaxy.environment.market.venue.lending.LendingMarket.CHAIN;
import static catallaxy.environment.market.venue.lending.LendingMarket.ETH;
import static catallaxy.environment.market.venue.lending.LendingMarket.POOL;
import static catallaxy.environment.market.venue.lending.LendingMarket.USDC;
import static catallaxy.environment.market.venue.lending.LendingMarket.require;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lending market as a venue: its calls in transactions, what it offers, forks, snapshots, and its oracle. */
final class LendingContractTest {
    private static final List<OracleKind> ORACLES = List.of(OracleKind.WORLD, OracleKind.SPOT, OracleKind.TWAP);

    private static UInt256 ether(String whole) {
        return TestMarket.units(ETH, whole);
    }

    private static UInt256 dollars(String whole) {
        return TestMarket.units(USDC, whole);
    }

    @Test
    void whatIsSuppliedAndOwedCountsAsEquity() {
        LendingMarket lending = new LendingMarket(OracleKind.WORLD);
        double before = lending.market.equity(lending.borrower);
        lending.borrowed("30000");
        double gas = lending.market.totals(lending.borrower).gasPaidQuote();
        assertThat(lending.market.equity(lending.borrower)).isCloseTo(before - gas, within(0.01));
        assertThat(lending.owned(lending.borrower, USDC)).isEqualTo(30_000);
        Lending bank = lending.bank();
        int account = lending.account(lending.borrower);
        assertThat(bank.supplied(account, ETH)).isEqualTo(40);
        assertThat(bank.owed(account, USDC)).isCloseTo(30_000, within(0.01));
        assertThat(bank.health(account)).isCloseTo(80_000 * 0.8 / 30_000, within(1e-4));
        assertThat(bank.borrowable(account, USDC)).isCloseTo(30_000, within(0.1));
        assertThat(bank.utilisation(USDC)).isCloseTo(0.015, within(1e-6));
        assertThat(bank.borrowRate(USDC)).isCloseTo(0.04 * 0.015 / 0.8, within(1e-6));
        assertThat(bank.supplyRate(USDC)).isCloseTo(0.9 * 0.015 * 0.04 * 0.015 / 0.8, within(1e-8));
        assertThat(bank.atRisk()).isEmpty();
        assertThat(lending.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void interestIsTakenFromEquityAsTimePasses() {
        LendingMarket lending = new LendingMarket(OracleKind.WORLD).borrowed("50000");
        double before = lending.market.equity(lending.borrower);
        lending.pass(86_400);
        double rate = lending.bank().borrowRate(USDC);
        assertThat(lending.market.equity(lending.borrower))
                .isCloseTo(before - 50_000 * rate / 365, within(0.01))
                .isLessThan(before);
    }

    @Test
    void allIsAllThatThereIs() {
        LendingMarket lending = new LendingMarket(OracleKind.WORLD).borrowed("30000");
        lending.pass(86_400);
        assertThat(lending.does(lending.borrower, lending.bank().repay(USDC, Amount.all())))
                .as("the interest is missing")
                .startsWith("ERC20");
        require(lending.does(lending.whale, new Call.Transfer(lending.borrower, USDC, dollars("100"))));
        require(lending.does(lending.borrower, lending.bank().repay(USDC, Amount.all())));
        require(lending.does(lending.borrower, lending.bank().withdraw(ETH, Amount.all())));
        LendingPool pool = lending.market.venue(BANK, LendingPool.class).orElseThrow();
        assertThat(pool.position(lending.account(lending.borrower)).isNothing()).isTrue();
        require(lending.does(lending.whale, new LendingCall.MintToTreasury(BANK)));
        assertThat(pool.position(pool.accounts().treasury()).supplied().get(1)).isGreaterThan(UInt256.ZERO);
    }

    @Test
    void aLaterCallOfABatchUsesWhatAnEarlierOneGave() {
        LendingMarket lending = new LendingMarket(OracleKind.WORLD);
        Lending bank = lending.bank();
        require(lending.does(
                lending.borrower,
                new Call.Batch(List.of(
                        bank.supply(ETH, Amount.of(ether("40"))),
                        bank.borrow(USDC, Amount.of(dollars("20000"))),
                        new Call.Swap(List.of(POOL), USDC, Amount.given(1), UInt256.ZERO),
                        bank.supply(ETH, Amount.given(2))))));
        assertThat(bank.supplied(lending.account(lending.borrower), ETH)).isBetween(49.0, 50.0);
    }

    @Test
    void refusalsAreToldWithAavesNumbers() {
        LendingMarket lending = new LendingMarket(OracleKind.WORLD).borrowed("30000");
        Lending bank = lending.bank();
        assertThat(lending.does(lending.borrower, bank.borrow(USDC, Amount.of(dollars("31000")))))
                .isEqualTo("36");
        assertThat(lending.does(lending.borrower, bank.withdraw(ETH, Amount.all())))
                .isEqualTo("35");
        assertThat(lending.does(lending.borrower, bank.useAsCollateral(ETH, false)))
                .isEqualTo("35");
        assertThat(lending.does(lending.borrower, bank.supply(TestMarket.BTC, Amount.of(UInt256.ONE))))
                .isEqualTo("82");
        int account = lending.account(lending.borrower);
        assertThat(lending.does(lending.liquidator, bank.liquidate(account, ETH, USDC, Amount.all())))
                .isEqualTo("45");
        assertThat(lending.does(lending.liquidator, bank.liquidate(-1, ETH, USDC, Amount.all())))
                .isEqualTo("45");
        assertThat(lending.does(lending.liquidator, bank.liquidate(1 << 20, ETH, USDC, Amount.all())))
                .isEqualTo("45");
    }

    /** The pool's spot price falls with a trade, the position with it; half of the debt is paid, with a bonus. */
    @Test
    void aTradeAtTheOraclesVenuePutsAPositionAtRisk() {
        LendingMarket lending = new LendingMarket(OracleKind.SPOT).borrowed("55000");
        int account = lending.account(lending.borrower);
        assertThat(lending.bank().price(ETH)).isCloseTo(2_000, within(1e-6));
        while (!lending.bank().atRisk().contains(account)) {
            lending.dump("20");
        }
        double price = lending.bank().price(ETH);
        Call call = lending.bank().liquidate(account, ETH, USDC, Amount.all());
        require(lending.does(lending.whale, call));
        MarketEvent.VenueChanged paid = told(lending, "repaid for another");
        MarketEvent.VenueChanged seized = told(lending, "seized");
        assertThat(amount(paid).doubleValue() / 1e6).isCloseTo(27_500, within(1.0));
        double got = amount(seized).doubleValue() / 1e18 * price;
        assertThat(got / 27_500)
                .as("five per cent, of which the treasury keeps a tenth")
                .isCloseTo(1.045, within(1e-3));
        assertThat(lending.bank().health(account)).isGreaterThan(1);
        assertThat(lending.market.checkConservation().violations()).isEmpty();
    }

    private static UInt256 amount(MarketEvent.VenueChanged event) {
        return event.details().getFirst().units();
    }

    private static MarketEvent.VenueChanged told(LendingMarket lending, String change) {
        return lending.events.stream()
                .filter(MarketEvent.VenueChanged.class::isInstance)
                .map(MarketEvent.VenueChanged.class::cast)
                .filter(event -> event.change().equals(change))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Test
    void debtsBeyondAllCollateralAreBad() {
        LendingMarket lending = new LendingMarket(OracleKind.SPOT).borrowed("55000");
        assertThat(lending.bank().badDebt()).isZero();
        int account = lending.account(lending.borrower);
        while (lending.bank().health(account) > 0.7) {
            lending.dump("50");
        }
        double collateral = 40 * lending.bank().price(ETH);
        assertThat(lending.bank().badDebt())
                .isCloseTo(55_000 - collateral, within(1.0))
                .isPositive();
        require(lending.does(lending.whale, lending.bank().liquidate(account, ETH, USDC, Amount.all())));
        assertThat(lending.bank().supplied(account, ETH)).isCloseTo(0, within(1e-9));
        assertThat(lending.bank().badDebt()).isCloseTo(lending.bank().owed(account, USDC), within(1.0));
    }

    /** Who has nothing liquidates with borrowed dollars, sells what it got, and keeps the rest. */
    @Test
    void aFlashLoanPaysForALiquidation() {
        LendingMarket lending = new LendingMarket(OracleKind.SPOT).borrowed("55000");
        int account = lending.account(lending.borrower);
        Lending bank = lending.bank();
        while (!bank.atRisk().contains(account)) {
            lending.dump("20");
        }
        double before = lending.owned(lending.liquidator, USDC);
        UInt256 got = lending.market.toUnits(ETH, 10_450 / bank.price(ETH));
        Call use = new Call.Batch(List.of(
                bank.liquidate(account, ETH, USDC, Amount.given(0)),
                new Call.Swap(List.of(POOL), ETH, got, UInt256.ZERO)));
        require(lending.does(lending.liquidator, lending.flash().flashLoan(USDC, dollars("10000"), use)));
        assertThat(lending.owned(lending.liquidator, USDC)).isGreaterThan(before + 100);
        assertThat(amount(told(lending, "lent for a call"))).isEqualTo(dollars("10000"));
        assertThat(lending.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void aFlashLoanThatIsNotRepaidIsAsIfItHadNeverBeen() {
        LendingMarket lending = new LendingMarket(OracleKind.WORLD).borrowed("30000");
        byte[] before = lending.market.contractState(BANK);
        Call away = new Call.Transfer(lending.whale, USDC, Amount.given(0));
        Call loan = lending.flash().flashLoan(USDC, dollars("10000"), away);
        assertThat(lending.does(lending.liquidator, loan)).startsWith("ERC20");
        assertThat(lending.market.contractState(BANK)).isEqualTo(before);
        assertThat(lending.owned(lending.liquidator, USDC)).isEqualTo(50);
        Call keep = new Call.Transfer(lending.liquidator, USDC, Amount.given(1));
        assertThat(lending.does(lending.liquidator, lending.flash().flashLoan(USDC, dollars("10000"), keep)))
                .as("what is taken back is known inside: 5 dollars more, which it has")
                .isEmpty();
        assertThat(lending.owned(lending.liquidator, USDC)).isEqualTo(45);
    }

    @Test
    void whatRevertsLaterInABatchIsUndone() {
        LendingMarket lending = new LendingMarket(OracleKind.TWAP).borrowed("30000");
        byte[] before = lending.market.contractState(BANK);
        lending.pass(2_000);
        Call impossible = new Call.Transfer(lending.whale, ETH, UInt256.powerOfTwo(250));
        Call batch = new Call.Batch(List.of(lending.bank().supply(ETH, Amount.of(ether("1"))), impossible));
        assertThat(lending.does(lending.borrower, batch)).isNotEmpty();
        assertThat(lending.market.contractState(BANK)).isEqualTo(before);
    }

    @Test
    void forksAndSnapshotsHaveTheSameFuture() {
        for (OracleKind oracle : ORACLES) {
            LendingMarket lending = new LendingMarket(oracle).borrowed("30000");
            lending.pass(4_000);
            MarketEngine fork = lending.market.copy();
            StateWriter out = new StateWriter();
            lending.market.save(out);
            MarketEngine restored = lending.market.restored(new StateReader(out.toBytes()));
            Call call = lending.bank().borrow(USDC, Amount.of(dollars("1000")));
            byte[] before = fork.contractState(BANK);
            require(lending.does(lending.borrower, call));
            assertThat(fork.contractState(BANK)).isEqualTo(before);
            for (MarketEngine other : List.of(fork, restored)) {
                require(lending.does(other, lending.borrower, call));
                assertThat(other.contractState(BANK)).as(oracle.word()).isEqualTo(lending.market.contractState(BANK));
                assertThat(other.offered(BANK, Lending.class).price(ETH))
                        .isEqualTo(lending.bank().price(ETH));
            }
        }
    }

    @Test
    void everyCallIsReadBack() {
        List<Call> calls = List.of(
                new LendingCall.SupplyAsset(3, 1, Amount.all()),
                new LendingCall.WithdrawAsset(3, 1, Amount.given(2)),
                new LendingCall.BorrowAsset(3, 1, Amount.of(UInt256.MAX)),
                new LendingCall.RepayDebt(3, 1, Amount.all()),
                new LendingCall.UseAsCollateral(3, 1, true),
                new LendingCall.LiquidateDebt(3, 17, 1, 0, Amount.all(), true),
                new LendingCall.MintToTreasury(3),
                new FlashLoan(3, 1, UInt256.ONE, new LendingCall.MintToTreasury(3)));
        for (Call call : calls) {
            StateWriter out = new StateWriter();
            call.write(out);
            StateReader in = new StateReader(out.toBytes());
            assertThat(Kinds.registered().reader().read(in)).isEqualTo(call);
            in.end();
        }
    }

    /** Random calls of three participants: nothing is made or lost, and no estimate of gas is too low. */
    @Test
    void anythingMayBeCalledAtRandom() {
        for (long seed = 0; seed < 6; seed++) {
            RandomStream random = RandomStream.of(seed, "calls");
            LendingMarket lending = new LendingMarket(ORACLES.get(random.nextInt(ORACLES.size())));
            for (int i = 0; i < 60; i++) {
                int participant = List.of(lending.borrower, lending.liquidator, lending.whale)
                        .get(random.nextInt(3));
                lending.does(participant, call(lending, random));
                assertThat(lending.market.checkConservation().violations())
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    private static Call call(LendingMarket lending, RandomStream random) {
        Lending bank = lending.bank();
        int asset = random.nextInt(2) == 0 ? ETH : USDC;
        UInt256 some = TestMarket.units(asset, String.valueOf(1 + random.nextInt(50)));
        Amount amount = random.nextInt(5) == 0 ? Amount.all() : Amount.of(some);
        return switch (random.nextInt(8)) {
            case 0, 1 -> bank.supply(asset, Amount.of(some));
            case 2 -> bank.withdraw(asset, amount);
            case 3 -> bank.borrow(asset, Amount.of(some));
            case 4 -> bank.repay(asset, amount);
            case 5 -> bank.useAsCollateral(asset, random.nextInt(2) == 0);
            case 6 -> lending.flash().flashLoan(asset, some, new Call.Pay(BANK, asset, Amount.of(UInt256.ONE)));
            default -> bank.liquidate(lending.account(lending.borrower), ETH, asset, amount);
        };
    }

    @Test
    void itStandsOnItsChainAlone() {
        LendingMarket lending = new LendingMarket(OracleKind.WORLD);
        assertThat(lending.market.map().venue(BANK).place()).isEqualTo(CHAIN);
        assertThat(lending.market.price(BANK)).isNaN();
    }
}
