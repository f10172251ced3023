package catallaxy.scenarios.file.market;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.manual.VenueTemplate;
import catallaxy.scenarios.file.section.RecordFault;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.ValueKind;
import java.util.Optional;

/** Reads one entry of {@code venues}. */
final class VenueReader {
    /** Stands for what has mistakes. */
    private static final Stated NOTHING = new Stated(0, 0, 1);

    private final Assets assets;
    private final RecordReader records;
    private final BookReader books;

    VenueReader(RecordReader records, Assets assets) {
        this.assets = assets;
        this.records = records;
        this.books = new BookReader(records, assets);
    }

    Optional<VenueSpec> read(Section.Variant variant) {
        return variant.kind().equals("book")
                ? books.read(variant.section())
                : onChain(Kinds.registered().venue(variant.kind()).orElseThrow(), variant.section());
    }

    /** What every venue on a chain says. */
    public record Stated(
            @NameOf(NameOf.Thing.CHAIN) int chain,
            @NameOf(NameOf.Thing.ASSET) int base,
            @NameOf(NameOf.Thing.ASSET) int quote) {
        public Stated {
            Checks.that(quote != base, "quote", "another asset than the base", quote);
        }
    }

    private Optional<VenueSpec> onChain(VenueKind<?, ?> kind, Section section) {
        Stated stated = records.read(section, Stated.class).orElse(NOTHING);
        Optional<? extends VenueSpec> spec = Optional.empty();
        try {
            VenueSpec.OnChain read = kind.read(new Settings(section, stated));
            spec = section.build(() -> read);
        } catch (IllegalArgumentException fault) {
            RecordFault.report(fault, section);
        }
        return spec.map(VenueSpec.class::cast);
    }

    /** One section as a kind of venue reads it. */
    private final class Settings implements VenueSettings {
        private final Section section;
        private final Stated stated;

        private Settings(Section section, Stated stated) {
            this.section = section;
            this.stated = stated;
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
        public int base() {
            return stated.base();
        }

        @Override
        public int quote() {
            return stated.quote();
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
    }
}
