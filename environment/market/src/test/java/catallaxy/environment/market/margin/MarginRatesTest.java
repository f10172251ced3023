package catallaxy.environment.market.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginRatesTest {
    /** 10 % and 5 %; from 1,000 on 20 % and 10 %; from 5,000 on 50 % and 25 %. */
    private static final MarginRates TIERED =
            rates(List.of(new MarginTier(1_000, 200_000, 100_000), new MarginTier(5_000, 500_000, 250_000)));

    private static MarginRates rates(List<MarginTier> tiers) {
        return new MarginRates(MarginMode.CROSS, 100_000, 50_000, 0, 0, tiers);
    }

    private static MarginRates random(RandomStream random) {
        List<MarginTier> tiers = new ArrayList<>();
        long floor = 0;
        long initial = 1L + random.nextInt(200_000);
        long maintenance = 1L + random.nextInt((int) initial);
        MarginRates flat = new MarginRates(MarginMode.CROSS, initial, maintenance, 0, 0);
        for (int i = random.nextInt(6); i > 0; i--) {
            floor += 1L + random.nextInt(1 << (1 + random.nextInt(29)));
            initial += random.nextInt(100_000);
            maintenance += random.nextInt((int) (initial - maintenance) + 1);
            tiers.add(new MarginTier(floor, initial, maintenance));
        }
        return new MarginRates(MarginMode.CROSS, flat.initialMarginPips(), flat.maintenanceMarginPips(), 0, 0, tiers);
    }

    @Test
    void eachPartOfAWorthNeedsWhatItsTierSays() {
        assertThat(TIERED.initial(1_000)).isEqualTo(100);
        assertThat(TIERED.initial(1_001)).as("rounded up").isEqualTo(101);
        assertThat(TIERED.initial(5_000)).isEqualTo(100 + 800);
        assertThat(TIERED.initial(7_000)).isEqualTo(100 + 800 + 1_000);
        assertThat(TIERED.maintenance(7_000)).isEqualTo(50 + 400 + 500);
        assertThat(TIERED.maintenance(0)).isZero();
    }

    @Test
    void isTheRateLessTheAmountThatExchangesPublish() {
        for (long seed = 1; seed <= 20_000; seed++) {
            RandomStream random = RandomStream.of(seed, "tiers");
            MarginRates rates = random(random);
            long worth = random.nextInt(4) == 0 && !rates.tiers().isEmpty()
                    ? rates.tiers().getFirst().floorUnits() + random.nextInt(3) - 1
                    : random.nextLong() >>> (11 + random.nextInt(50));
            assertThat(BigInteger.valueOf(rates.initial(worth)))
                    .as("seed %s: initial margin of %s", seed, worth)
                    .isEqualTo(NaiveTiers.margin(rates, false, worth));
            assertThat(BigInteger.valueOf(rates.maintenance(worth)))
                    .as("seed %s: maintenance margin of %s", seed, worth)
                    .isEqualTo(NaiveTiers.margin(rates, true, worth));
        }
    }

    @Test
    void hasNoJumpAndNeverFallsWhereAWorthGrows() {
        for (long worth = 0; worth < 8_000; worth++) {
            assertThat(TIERED.maintenance(worth + 1) - TIERED.maintenance(worth))
                    .isBetween(0L, 1L);
            assertThat(TIERED.maintenance(worth)).isLessThanOrEqualTo(TIERED.initial(worth));
        }
    }

    @Test
    void aTierWhoseRateHeldForTheWholeWorthWouldJump() {
        long planted = RatedAmounts.ceil(1_001, 100_000, RatedAmounts.MILLION) - TIERED.maintenance(1_000);
        assertThat(planted).as("what the property above would see").isGreaterThan(1);
    }

    @Test
    void theFloorBelowIsThatOfTheTierInWhichAWorthLies() {
        assertThat(TIERED.floorBelow(1_000)).isZero();
        assertThat(TIERED.floorBelow(1_001)).isEqualTo(1_000);
        assertThat(TIERED.floorBelow(1_000_000)).isEqualTo(5_000);
        assertThat(rates(List.of()).floorBelow(1_000_000)).isZero();
    }

    @Test
    void theLiquidationPriceIsWhereWhatIsThereIsWhatIsNeeded() {
        int found = 0;
        for (long seed = 1; seed <= 2_000; seed++) {
            RandomStream random = RandomStream.of(seed, "liquidation");
            MarginRates rates = random(random);
            double lots = (random.nextBoolean(0.5) ? 1 : -1) * (1e6 + random.nextInt(1_000_000_000));
            double mark = 500 + random.nextInt(1_000);
            double equity = Math.abs(lots) * mark * random.nextDouble();
            double before = equity - lots * mark;
            double ticks = rates.liquidationTicks(lots, before);
            if (ticks > 0 && ticks < 1e6) {
                long worth = Math.round(Math.abs(lots) * ticks);
                assertThat(before + lots * ticks)
                        .as("seed %s", seed)
                        .isCloseTo((double) rates.maintenance(worth), within(2 + 1e-9 * (double) worth));
                found++;
            }
        }
        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    void tiersThatFallAreRefused() {
        MarginTier tier = new MarginTier(1_000, 200_000, 100_000);
        assertThatThrownBy(() -> rates(List.of(tier, tier))).hasMessageContaining("tierFloors");
        assertThatThrownBy(() -> rates(List.of(new MarginTier(1_000, 90_000, 60_000))))
                .hasMessageContaining("tierInitialMarginPips");
        assertThatThrownBy(() -> rates(List.of(new MarginTier(1_000, 100_000, 40_000))))
                .hasMessageContaining("tierMaintenanceMarginPips");
        assertThatThrownBy(() -> new MarginTier(1_000, 100_000, 100_001))
                .hasMessageContaining("tierMaintenanceMarginPips");
        assertThatThrownBy(() -> new MarginTier(0, 1, 1)).hasMessageContaining("tierFloors");
    }
}
