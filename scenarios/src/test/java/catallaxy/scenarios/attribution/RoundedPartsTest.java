package catallaxy.scenarios.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Roundings of parts that change in turn, against those of each amount by itself. */
final class RoundedPartsTest {
    private final Parts parts = new Parts();
    private final RoundedParts rounded = new RoundedParts();

    private void add(Part part, String amount) {
        parts.add(part, new BigDecimal(amount));
    }

    private BigDecimal sum() {
        return Arrays.stream(Part.values()).map(rounded::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void everyPartIsZeroBeforeAnythingHappens() {
        rounded.round(parts, BigDecimal.ZERO);
        assertThat(Part.values())
                .allSatisfy(part -> assertThat(rounded.of(part)).isEqualTo(BigDecimal.ZERO));
    }

    @Test
    void amountsAreRoundedHalfToEvenAndWrittenWithoutZerosAtTheirEnd() {
        add(Part.SPREAD, "1.0000000005");
        add(Part.FEES, "-1.0000000015");
        add(Part.GAS, "-1200");
        rounded.round(parts, BigDecimal.ZERO);
        assertThat(rounded.of(Part.SPREAD)).isEqualTo(new BigDecimal("1"));
        assertThat(rounded.of(Part.FEES)).isEqualTo(new BigDecimal("-1.000000002"));
        assertThat(rounded.of(Part.GAS)).isEqualTo(new BigDecimal("-1200"));
    }

    @Test
    void inventoryTakesWhatRoundingLeavesOver() {
        add(Part.SPREAD, "0.00000000049");
        add(Part.ARBITRAGE, "0.00000000049");
        add(Part.INVENTORY, "2");
        BigDecimal whole = new BigDecimal("2.000000001");
        rounded.round(parts, whole);
        assertThat(rounded.of(Part.INVENTORY)).isEqualTo(whole);
        assertThat(sum()).isEqualByComparingTo(whole);
    }

    @Test
    void onlyWhatChangedIsRoundedAnewAndAllOfThat() {
        add(Part.SPREAD, "1.25");
        add(Part.FEES, "-0.5");
        rounded.round(parts, BigDecimal.ONE);
        BigDecimal fees = rounded.of(Part.FEES);
        add(Part.SPREAD, "0.75");
        add(Part.FEES, "0.000");
        rounded.round(parts, BigDecimal.TEN);
        assertThat(rounded.of(Part.SPREAD)).isEqualTo(new BigDecimal("2"));
        assertThat(rounded.of(Part.FEES)).isSameAs(fees);
        assertThat(rounded.of(Part.INVENTORY)).isEqualTo(new BigDecimal("8.5"));
        assertThat(sum()).isEqualByComparingTo(BigDecimal.TEN);
    }
}
