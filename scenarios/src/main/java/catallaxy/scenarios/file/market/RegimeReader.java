package catallaxy.scenarios.file.market;

import catallaxy.environment.market.world.RegimeChainSpec;
import catallaxy.environment.market.world.RegimeSpec;
import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code world.regimes} and {@code world.initial-regime}. */
final class RegimeReader {
    private RegimeReader() {}

    /** The chain; the constant one where the scenario has no regimes. */
    static Optional<RegimeChainSpec> read(Section world) {
        Section section = world.open("regimes");
        Names names = new Names("a regime", section.names());
        if (names.known().isEmpty()) {
            return Optional.of(RegimeChainSpec.CONSTANT);
        }
        int initial = world.reference("initial-regime", names);
        List<Optional<RegimeSpec>> regimes = new ArrayList<>();
        List<List<Double>> rates = new ArrayList<>();
        for (String name : names.known()) {
            Section entry = section.named(name, "templates.regime");
            regimes.add(RecordReader.PLAIN.read(entry, RegimeSpec.class, Map.of("name", name)));
            rates.add(rates(entry.open("rates-per-day"), name, names));
        }
        return world.build(() -> new RegimeChainSpec(
                regimes.stream().map(Optional::orElseThrow).toList(),
                rates,
                names.known().get(initial)));
    }

    private static List<Double> rates(Section section, String from, Names regimes) {
        for (String to : section.names()) {
            if (regimes.indexOf(to) < 0 || to.equals(from)) {
                section.rejectName(to, "another regime (" + String.join(", ", regimes.known()) + ")");
            }
        }
        return regimes.known().stream().map(to -> rate(section, to)).toList();
    }

    private static double rate(Section section, String to) {
        double rate = section.has(to) ? section.number(to) : 0;
        if (!(rate >= 0 && rate <= 1e6)) {
            section.reject(to, "0 to 1000000");
        }
        return rate;
    }
}
