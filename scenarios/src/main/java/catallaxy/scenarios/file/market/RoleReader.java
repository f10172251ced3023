package catallaxy.scenarios.file.market;

import catallaxy.environment.market.role.RoleKind;
import catallaxy.environment.market.role.RoleKinds;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.section.MarketNames;
import catallaxy.scenarios.file.section.RecordFault;
import catallaxy.scenarios.file.section.Section;
import java.util.List;
import java.util.Optional;

/** Reads the role of one entry of {@code agents}, as its kind says. */
public final class RoleReader {
    private final MarketNames names;
    private final List<Optional<VenueSpec>> venues;
    private final Assets assets;

    /**
     * A reader of roles in a market of these names and venues.
     *
     * @param venues empty where one has mistakes
     */
    public RoleReader(MarketNames names, List<Optional<VenueSpec>> venues, Assets assets) {
        this.names = names;
        this.venues = venues;
        this.assets = assets;
    }

    Optional<? extends RoleSpec> read(Section.Variant variant) {
        RoleKind<?> kind = RoleKinds.registered().kind(variant.kind()).orElseThrow();
        return read(kind, variant.section());
    }

    private <S extends RoleSpec> Optional<S> read(RoleKind<S> kind, Section section) {
        try {
            S read = kind.read(new RoleSection(section, names, venues, assets));
            return section.build(() -> read);
        } catch (IllegalArgumentException fault) {
            if (section.isSound()) {
                RecordFault.report(fault, section);
            }
            return Optional.empty();
        }
    }
}
