package catallaxy.scenarios.file;

import catallaxy.environment.market.role.RoleKind;
import catallaxy.environment.market.role.RoleKinds;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/** Reads the role of one entry of {@code agents}, as its kind says. */
final class RoleReader {
    private final MarketNames names;
    private final List<Optional<VenueSpec>> venues;
    private final Assets assets;

    /**
     * @param venues empty where one has mistakes
     */
    RoleReader(MarketNames names, List<Optional<VenueSpec>> venues, Assets assets) {
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
