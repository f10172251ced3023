package catallaxy.scenarios.file.market;

import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Numbers for pairs of assets, written {@code BTC-ETH = 0.8}.
 *
 * @param names   of all assets
 * @param entries those that are given
 */
record Pairs(List<String> names, List<Entry> entries) {
    /** The number of two assets by index, in the order in which they are written. */
    record Entry(int first, int second, double value) {}

    static Pairs read(Section section, Names names) {
        List<Entry> entries = new ArrayList<>();
        Set<Set<Integer>> seen = new LinkedHashSet<>();
        for (String pair : section.names()) {
            int dash = dash(pair, names);
            int first = names.indexOf(pair.substring(0, Math.max(0, dash)));
            int second = names.indexOf(pair.substring(dash + 1));
            if (first < 0 || second < 0 || first == second) {
                section.rejectName(pair, names.expected() + " with - between them");
            } else if (!seen.add(Set.of(first, second))) {
                section.rejectName(pair, "each pair once");
            } else {
                entries.add(new Entry(first, second, correlation(section, pair)));
            }
        }
        return new Pairs(names.known(), entries);
    }

    /** The first dash between two of the names, which may have dashes themselves; −1 for none. */
    private static int dash(String pair, Names names) {
        return IntStream.range(0, pair.length())
                .filter(i -> pair.charAt(i) == '-')
                .filter(i -> names.indexOf(pair.substring(0, i)) >= 0 && names.indexOf(pair.substring(i + 1)) >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static double correlation(Section section, String pair) {
        double value = section.number(pair);
        if (!(value >= -1 && value <= 1)) {
            section.reject(pair, "-1 to 1");
        }
        return value;
    }

    /** Symmetric, 1 on the diagonal, 0 for pairs that are not given. */
    List<List<Double>> matrix() {
        return IntStream.range(0, names.size())
                .mapToObj(i -> IntStream.range(0, names.size())
                        .mapToObj(j -> i == j ? 1.0 : value(i, j))
                        .toList())
                .toList();
    }

    private double value(int i, int j) {
        return entries.stream()
                .filter(entry ->
                        (entry.first() == i && entry.second() == j) || (entry.first() == j && entry.second() == i))
                .mapToDouble(Entry::value)
                .findFirst()
                .orElse(0);
    }
}
