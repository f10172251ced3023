package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.Lenders.DOLLARS;
import static catallaxy.environment.market.venue.lending.Lenders.ETHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Result;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Efficiency modes as Aave v3.0.2 has them: 93 % and 95 % with a bonus of 1 %, and 90 % and 92 % with 2 %. */
class EfficiencyModesTest {
    private static final EfficiencyMode FIRST = new EfficiencyMode(9_300, 9_500, 10_100);
    private static final EfficiencyMode SECOND = new EfficiencyMode(9_000, 9_200, 10_200);

    private static Lenders market(int ofEther, int ofDollars) {
        return new Lenders(0, new EfficiencyModes(List.of(FIRST, SECOND), List.of(ofEther, ofDollars)));
    }

    /** Bob has ten ether, worth 20,000 dollars, and Alice lends. */
    private static Lenders supplied(int ofEther, int ofDollars) {
        Lenders market = market(ofEther, ofDollars);
        market.supply(market.alice, DOLLARS, Lenders.dollars(1_000_000));
        market.supply(market.alice, ETHER, Lenders.ether(1_000));
        market.supply(market.bob, ETHER, Lenders.ether(10));
        return market;
    }

    @Test
    void whoChoosesOneBorrowsMoreAgainstItsAssets() {
        Lenders market = supplied(1, 1);
        assertThat(market.borrow(market.bob, DOLLARS, Lenders.dollars(18_600)).reason())
                .isEqualTo("36");
        assertThat(market.useMode(market.bob, 1).ok()).isTrue();
        assertThat(market.borrow(market.bob, DOLLARS, Lenders.dollars(18_600)).ok())
                .isTrue();
        assertThat(market.health(market.bob).ltvBps()).isEqualTo(9_300);
        assertThat(market.health(market.bob).thresholdBps()).isEqualTo(9_500);
        assertThat(market.health(market.alice).thresholdBps())
                .as("of who has not chosen")
                .isLessThan(8_300);
    }

    @Test
    void inOneOnlyItsAssetsAreBorrowedAndOthersAreCollateralAsBefore() {
        Lenders market = supplied(0, 1);
        market.useMode(market.bob, 1);
        assertThat(market.borrow(market.bob, ETHER, Lenders.ether(1)).reason()).isEqualTo("58");
        assertThat(market.health(market.bob).thresholdBps()).isEqualTo(8_250);
        assertThat(market.borrow(market.bob, DOLLARS, Lenders.dollars(15_000)).ok())
                .isTrue();
    }

    @Test
    void whoOwesAnotherAssetCannotEnterAndWhoWouldNotBeSoundCannotLeave() {
        Lenders market = supplied(2, 1);
        market.borrow(market.bob, DOLLARS, Lenders.dollars(1_000));
        assertThat(market.useMode(market.bob, 2).reason()).isEqualTo("58");
        assertThat(market.useMode(market.bob, 3).reason()).as("there is none").isEqualTo("58");
        Lenders both = supplied(1, 1);
        both.useMode(both.bob, 1);
        both.borrow(both.bob, DOLLARS, Lenders.dollars(18_000));
        assertThat(both.useMode(both.bob, 0).reason()).isEqualTo("35");
        assertThat(both.pool.mode(both.bob)).isEqualTo(1);
        both.repay(both.bob, DOLLARS, Lenders.dollars(2_000));
        assertThat(both.useMode(both.bob, 0).ok()).isTrue();
    }

    @Test
    void aLiquidatorGetsTheBonusOfTheBorrowersMode() {
        Lenders market = supplied(1, 1);
        market.useMode(market.bob, 1);
        market.borrow(market.bob, DOLLARS, Lenders.dollars(18_000));
        market.prices.set(ETHER, Lenders.price(1_890));
        assertThat(market.health(market.bob).atRisk()).isTrue();
        Result result = market.liquidate(market.bob, ETHER, DOLLARS, Lenders.dollars(1_890), false);
        assertThat(result.amounts().get(1)).as("an ether and a hundredth").isEqualTo(Lenders.ether(1.01));
        market.reload();
        assertThat(market.pool.mode(market.bob)).as("saved and read again").isEqualTo(1);
    }

    @Test
    void whatIsNoBetterThanItsAssetsIsRefused() {
        assertThatThrownBy(() -> new EfficiencyMode(9_600, 9_500, 10_100)).hasMessageContaining("efficiencyLtvBps");
        assertThatThrownBy(() -> new EfficiencyMode(9_300, 9_950, 10_100)).hasMessageContaining("efficiencyThreshold");
        assertThatThrownBy(() -> new EfficiencyModes(List.of(FIRST), List.of(2)))
                .hasMessageContaining("efficiencyMode");
        LendingTerms dear = new LendingTerms(0, 9_300, 9_400, 10_100, 1_000, 0, RateCurveTest.CURVE, UInt256.ZERO);
        assertThatThrownBy(() -> new EfficiencyModes(List.of(FIRST), List.of(1)).requireAbove(List.of(dear)))
                .hasMessageContaining("efficiencyMode");
    }

    /** Random operations and choices; the twin in unbounded integers says which choices are taken, and every health factor. */
    @Test
    void agreesWithItsTwinOverRandomOperations() {
        int[] chosen = new int[2];
        int[] borrowed = new int[2];
        for (long seed = 0; seed < 150; seed++) {
            RandomStream random = RandomStream.of(seed, "modes");
            int ofEther = random.nextInt(3);
            int ofDollars = random.nextInt(3);
            Lenders market = market(ofEther, ofDollars);
            NaiveLending naive = new NaiveLending(market.pool.configs().toArray(new ReserveConfig[0]), 2);
            naive.modeOf[0] = ofEther;
            naive.modeOf[1] = ofDollars;
            naive.modeThresholds = new long[] {9_500, 9_200};
            for (int step = 0; step < 100; step++) {
                step(random, market, naive, chosen, borrowed);
                compare(market, naive, "seed " + seed + ", step " + step);
            }
        }
        assertThat(List.of(chosen[0], chosen[1], borrowed[0], borrowed[1]))
                .as("choices refused and taken, loans refused and made")
                .allMatch(count -> count > 100);
    }

    private static BigInteger[] prices(Lenders market) {
        return market.prices.stream().map(UInt256::toBigInteger).toArray(BigInteger[]::new);
    }

    private static void step(RandomStream random, Lenders market, NaiveLending naive, int[] chosen, int[] borrowed) {
        market.now += random.nextInt(3) == 0 ? random.nextInt(5_000_000) : 0;
        market.prices.set(ETHER, Lenders.price(1_500 + random.nextInt(1_000)));
        int who = random.nextInt(2);
        int account = who == 0 ? market.alice : market.bob;
        int reserve = random.nextInt(2);
        double whole = Math.exp(6 * random.nextDouble() - 2);
        UInt256 amount = reserve == ETHER ? Lenders.ether(whole) : Lenders.dollars(2_000 * whole);
        switch (random.nextInt(5)) {
            case 0 -> {
                int mode = random.nextInt(3);
                boolean may = naive.mayChoose(who, mode, market.now, prices(market));
                assertThat(market.useMode(account, mode).ok()).isEqualTo(may);
                naive.chosen[who] = may ? mode : naive.chosen[who];
                chosen[may ? 1 : 0]++;
            }
            case 1 -> {
                Result result = market.repay(account, reserve, amount);
                if (result.ok()) {
                    naive.repay(who, reserve, result.amount().toBigInteger(), market.now);
                }
            }
            case 2 -> {
                market.supply(account, reserve, amount);
                naive.supply(who, reserve, amount.toBigInteger(), market.now);
            }
            default -> {
                Result result = market.borrow(account, reserve, amount);
                borrowed[result.ok() ? 1 : 0]++;
                if (result.ok()) {
                    assertThat(naive.chosen[who] == 0 || naive.chosen[who] == naive.modeOf[reserve])
                            .isTrue();
                    naive.borrow(who, reserve, result.amount().toBigInteger(), market.now);
                }
            }
        }
    }

    private static void compare(Lenders market, NaiveLending naive, String where) {
        for (int who = 0; who < 2; who++) {
            BigInteger health = naive.health(who, market.now, prices(market));
            UInt256 told = market.health(who == 0 ? market.alice : market.bob).factor();
            assertThat(told).as(where).isEqualTo(health.signum() < 0 ? UInt256.MAX : UInt256.of(health));
        }
    }
}
