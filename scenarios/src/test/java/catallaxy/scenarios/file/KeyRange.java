package catallaxy.scenarios.file;

import catallaxy.scenarios.file.manual.ScenarioKey;
import catallaxy.scenarios.file.value.Decimals;
import catallaxy.scenarios.file.value.Durations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The range that the manual states for a key.
 *
 * @param low     empty where there is none
 * @param openLow whether {@code low} itself is outside
 */
record KeyRange(String kind, Optional<BigDecimal> low, boolean openLow, Optional<BigDecimal> high) {
    static KeyRange of(ScenarioKey key) {
        if (key.range().startsWith("above ")) {
            String low = key.range().substring("above ".length());
            return new KeyRange(key.kind(), Optional.of(number(low)), true, Optional.empty());
        }
        String[] ends = key.range().split(" to ", -1);
        return new KeyRange(key.kind(), Optional.of(number(ends[0])), false, Optional.of(number(ends[1])));
    }

    /** Values just outside, in HOCON. */
    List<String> outside() {
        List<String> outside = new ArrayList<>();
        low.ifPresent(value -> outside.add(render(openLow ? value : value.subtract(step(value)))));
        high.ifPresent(value -> outside.add(render(value.add(step(value)))));
        return outside;
    }

    /** The ends of the range that belong to it, in HOCON. */
    List<String> bounds() {
        List<String> bounds = new ArrayList<>();
        low.filter(value -> !openLow).ifPresent(value -> bounds.add(render(value)));
        high.ifPresent(value -> bounds.add(render(value)));
        return bounds;
    }

    private BigDecimal step(BigDecimal near) {
        return switch (kind) {
            case "bps" -> new BigDecimal("0.01");
            case "gwei" -> new BigDecimal("0.000000001");
            case "number", "number or observed" ->
                near.abs().multiply(new BigDecimal("1e-9")).max(new BigDecimal("1e-15"));
            default -> BigDecimal.ONE;
        };
    }

    private String render(BigDecimal value) {
        String number = value.toPlainString();
        return kind.startsWith("duration") ? number + " ns" : number;
    }

    private static BigDecimal number(String text) {
        return Decimals.parse(text)
                .or(() -> Durations.parse(text).map(BigDecimal::valueOf))
                .orElseThrow(() -> new AssertionError("not a bound: " + text));
    }
}
