package catallaxy.environment.market.world;

import catallaxy.environment.base.check.Checks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A continuous-time Markov chain of regimes.
 *
 * @param regimes at least one, names unique
 * @param ratesPerDay {@code [R][R]}: row i, column j is the rate from regime i to regime j, in [0, 1e6]; the diagonal
 *     is zero
 * @param initial the name of the regime at time zero
 */
public record RegimeChainSpec(List<RegimeSpec> regimes, List<List<Double>> ratesPerDay, String initial) {
    private static final double MAX_RATE = 1e6;

    /** The chain that stays in {@link RegimeSpec#NORMAL}. */
    public static final RegimeChainSpec CONSTANT =
            new RegimeChainSpec(List.of(RegimeSpec.NORMAL), List.of(List.of(0.0)), RegimeSpec.NORMAL.name());

    public RegimeChainSpec {
        regimes = List.copyOf(regimes);
        ratesPerDay = ratesPerDay.stream().map(List::copyOf).toList();
        Checks.that(!regimes.isEmpty(), "regimes", "at least one", "none");
        requireUniqueNames(regimes);
        requireRates(regimes, ratesPerDay);
        indexOf(regimes, initial);
    }

    /** The position of the first regime. */
    public int initialIndex() {
        return indexOf(regimes, initial);
    }

    private static void requireUniqueNames(List<RegimeSpec> regimes) {
        Set<String> names = new LinkedHashSet<>();
        for (RegimeSpec regime : regimes) {
            Checks.that(names.add(regime.name()), "regimes", "unique names", "two of the name " + regime.name());
        }
    }

    private static void requireRates(List<RegimeSpec> regimes, List<List<Double>> rates) {
        int size = regimes.size();
        Checks.that(rates.size() == size, "ratesPerDay", size + " rows, one for each regime", rates.size());
        for (int from = 0; from < size; from++) {
            requireRow(regimes.get(from).name(), from, rates.get(from), size);
        }
    }

    private static void requireRow(String name, int from, List<Double> row, int size) {
        String field = "ratesPerDay." + name;
        Checks.that(row.size() == size, field, size + " rates, one to each regime", row.size());
        for (double rate : row) {
            Checks.inRange(field, rate, 0.0, MAX_RATE);
        }
        Checks.that(row.get(from) == 0, field, "0 from the regime to itself", row.get(from));
    }

    private static int indexOf(List<RegimeSpec> regimes, String name) {
        List<String> names = regimes.stream().map(RegimeSpec::name).toList();
        int index = names.indexOf(name);
        Checks.that(index >= 0, "initial", "one of " + names, name);
        return index;
    }
}
