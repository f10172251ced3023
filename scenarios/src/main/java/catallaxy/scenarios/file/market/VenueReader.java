package catallaxy.scenarios.file.market;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.VenueAssets;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.manual.VenueTemplate;
import catallaxy.scenarios.file.section.MarketNames;
import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.RecordFault;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.AssetAmount;
import catallaxy.scenarios.file.value.ValueKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Reads one entry of {@code venues}. */
final class VenueReader {
    /** Stand for what has mistakes. */
    private static final Stated NOTHING = new Stated(0, 0, 1);

    private static final int MOST_ASSETS = 8;

    private final Assets assets;
    private final RecordReader records;
    private final BookReader books;
    private final Names venues;
    private final Names participants;
    private final Names agents;

    VenueReader(RecordReader records, Assets assets, MarketNames names, Names participants) {
        this.assets = assets;
        this.records = records;
        this.venues = names.venues();
        this.agents = names.agents();
        this.participants = participants;
        this.books = new BookReader(records, assets);
    }

    /** The venues that an entry makes, as many as the kind says that there are; empty where it has mistakes. */
    List<Optional<VenueSpec>> read(Section.Variant variant) {
        return BookKind.of(variant.kind())
                .map(kind -> List.of(books.read(kind, variant.section())))
                .orElseGet(
                        () -> onChain(Kinds.registered().venue(variant.kind()).orElseThrow(), variant.section()));
    }

    /** What every venue of two assets on a chain says. */
    public record Stated(
            @NameOf(NameOf.Thing.CHAIN) int chain,
            @NameOf(NameOf.Thing.ASSET) int base,
            @NameOf(NameOf.Thing.ASSET) int quote) {
        public Stated {
            Checks.that(quote != base, "quote", "another asset than the base", quote);
        }
    }

    /** What every venue of several assets on a chain says. */
    public record StatedList(
            @NameOf(NameOf.Thing.CHAIN) int chain,
            @NameOf(NameOf.Thing.ASSET) List<Integer> assets) {
        public StatedList {
            assets = Checks.elements("assets", "an asset", assets);
            Checks.inRange("assets", assets.size(), 2, MOST_ASSETS);
        }
    }

    private List<Optional<VenueSpec>> onChain(VenueKind<?, ?> kind, Section section) {
        StatedList stated = stated(kind, section);
        boolean several = kind.assets() == VenueAssets.LIST;
        List<String> names = kind.venues(section.name(), several ? section.written("assets") : List.of());
        Settings settings = new Settings(section, stated, names);
        List<? extends VenueSpec> venues = List.of();
        try {
            venues = kind.read(settings);
        } catch (IllegalArgumentException fault) {
            reportUnlessTold(fault, section);
        }
        List<? extends VenueSpec> read = venues;
        return IntStream.range(0, names.size())
                .mapToObj(i ->
                        section.isSound() ? section.<VenueSpec>build(() -> read.get(i)) : Optional.<VenueSpec>empty())
                .toList();
    }

    /** What a record refuses where a key was refused before is the same mistake once more. */
    private static void reportUnlessTold(IllegalArgumentException fault, Section section) {
        if (section.isSound()) {
            RecordFault.report(fault, section);
        }
    }

    private StatedList stated(VenueKind<?, ?> kind, Section section) {
        if (kind.assets() == VenueAssets.LIST) {
            return records.read(section, StatedList.class).orElse(new StatedList(0, List.of(0, 1)));
        }
        Stated pair = records.read(section, Stated.class).orElse(NOTHING);
        return new StatedList(pair.chain(), List.of(pair.base(), pair.quote()));
    }

    /** One section as a kind of venue reads it. */
    private final class Settings implements VenueSettings {
        private final Section section;
        private final StatedList stated;
        private final List<String> names;

        private Settings(Section section, StatedList stated, List<String> names) {
            this.section = section;
            this.stated = stated;
            this.names = names;
        }

        @Override
        public String name() {
            return section.name();
        }

        @Override
        public int chain() {
            return stated.chain();
        }

        @Override
        public List<Integer> assets() {
            return stated.assets();
        }

        @Override
        public String venue(int index) {
            return names.get(index);
        }

        @Override
        public UInt256 units(VenueKey key, int asset, long above) {
            UInt256 units = section.isSound() ? assets.units(section, key.name(), asset) : UInt256.ZERO;
            if (section.isSound() && units.isLessThan(UInt256.of(above + 1))) {
                section.reject(key.name(), "more than " + above + " base units of " + assets.symbol(asset));
            }
            return units;
        }

        @Override
        public List<String> lines(VenueKey key) {
            return SettingFiles.lines(section, key.name());
        }

        @Override
        public String agent(VenueKey key) {
            int agent = section.reference(key.name(), agents);
            return section.isSound() ? agents.known().get(agent) : "";
        }

        @Override
        public <T> Optional<T> part(VenueKey key, BiFunction<String, VenueSettings, T> reading) {
            if (section.open(key.name()).names().isEmpty()) {
                return Optional.empty();
            }
            return section.variant(key.name(), VenueTemplate.family(key), "kind")
                    .filter(_ -> section.isSound())
                    .flatMap(chosen -> made(chosen, reading));
        }

        private <T> Optional<T> made(Section.Variant chosen, BiFunction<String, VenueSettings, T> reading) {
            try {
                return Optional.of(reading.apply(chosen.kind(), new Settings(chosen.section(), stated, names)));
            } catch (IllegalArgumentException fault) {
                reportUnlessTold(fault, chosen.section());
                return Optional.empty();
            }
        }

        @Override
        public double number(VenueKey key) {
            double number = section.number(key.name());
            if (section.isSound() && !(number >= key.low() && number <= key.high())) {
                section.reject(key.name(), VenueTemplate.range(key));
            }
            return number;
        }

        @Override
        public boolean flag(VenueKey key) {
            return section.get(key.name(), ValueKind.FLAG);
        }

        @Override
        public List<Integer> venues(VenueKey key) {
            return section.references(key.name(), venues);
        }

        @Override
        public List<String> names(VenueKey key) {
            List<Section.Item> items = section.items(key.name());
            for (Section.Item item : items) {
                if (!isParticipant(item.text())) {
                    section.reject(item, key.name(), participants.expected(), participants.known());
                }
            }
            List<String> names = items.stream().map(Section.Item::text).toList();
            if (section.isSound() && names.stream().distinct().count() < names.size()) {
                section.reject(key.name(), "each name once");
            }
            return names;
        }

        /** An agent, a group, or one of several participants of a group: its name with a number behind it. */
        private boolean isParticipant(String name) {
            return participants.indexOf(name) >= 0 || participants.indexOf(name.replaceFirst("-[1-9][0-9]*$", "")) >= 0;
        }

        @Override
        public String word(VenueKey key) {
            return section.word(key.name(), key.words());
        }

        @Override
        public List<UInt256> unitsOfEach(VenueKey key, long above) {
            List<AssetAmount> amounts =
                    ofEach(key, section.list(key.name(), ValueKind.AMOUNT), ValueKind.AMOUNT.placeholder());
            List<UInt256> units = new ArrayList<>();
            for (int i = 0; i < amounts.size(); i++) {
                int asset = stated.assets().get(i);
                units.add(section.isSound() ? assets.units(section, key.name(), asset, amounts.get(i)) : UInt256.ZERO);
                if (section.isSound() && units.getLast().isLessThan(UInt256.of(above + 1))) {
                    section.reject(key.name(), "more than " + above + " base units of " + assets.symbol(asset));
                }
            }
            return units;
        }

        @Override
        public List<Double> numbersOfEach(VenueKey key) {
            List<BigDecimal> given = section.list(key.name(), ValueKind.NUMBER);
            List<BigDecimal> numbers =
                    given.size() == 1 ? Collections.nCopies(stated.assets().size(), given.getFirst()) : given;
            List<Double> each = ofEach(key, numbers, BigDecimal.valueOf(key.low())).stream()
                    .map(BigDecimal::doubleValue)
                    .toList();
            if (section.isSound() && !each.stream().allMatch(number -> number >= key.low() && number <= key.high())) {
                section.reject(key.name(), "each " + VenueTemplate.range(key));
            }
            return each;
        }

        @Override
        public List<Double> numbers(VenueKey key) {
            List<Double> numbers = section.list(key.name(), ValueKind.NUMBER).stream()
                    .map(BigDecimal::doubleValue)
                    .toList();
            boolean fit = !numbers.isEmpty()
                    && numbers.stream().allMatch(number -> number >= key.low() && number <= key.high());
            if (section.isSound() && !fit) {
                section.reject(key.name(), "one or more numbers, each " + VenueTemplate.range(key));
            }
            return fit ? numbers : List.of(key.low());
        }

        @Override
        public UInt256 units(int asset, double whole) {
            if (!section.isSound()) {
                return UInt256.ONE;
            }
            BigDecimal units = BigDecimal.valueOf(whole).movePointRight(assets.decimals(asset));
            return UInt256.of(units.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
        }

        /** What a list says of each asset; something after noting that it does not. */
        private <T> List<T> ofEach(VenueKey key, List<T> given, T placeholder) {
            int count = stated.assets().size();
            if (given.size() == count) {
                return given;
            }
            if (section.isSound()) {
                section.reject(key.name(), "a list of " + count + ", one for each of the assets");
            }
            return Collections.nCopies(count, placeholder);
        }
    }
}
