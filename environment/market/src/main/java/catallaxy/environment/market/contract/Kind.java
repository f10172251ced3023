package catallaxy.environment.market.contract;

import catallaxy.environment.base.registry.Named;
import catallaxy.environment.market.conformance.VectorFormat;
import java.util.List;
import java.util.Optional;

/**
 * A kind of contract, and with it a protocol: the one thing that is registered, by its class name in
 * {@code META-INF/services/catallaxy.environment.market.contract.Kind}. Immutable; a class without state and with a public
 * constructor without arguments. A protocol on which assets are traded is a {@link VenueKind}.
 */
public interface Kind extends Named {
    /** Account of a contract that owns nothing. */
    int NO_ACCOUNT = -1;

    /** The calls that participants may send; those that only contracts make of each other are left out. */
    List<CallKind<?>> calls();

    /** The files of recorded bytecode that its arithmetic is checked against. */
    default List<VectorFormat> vectors() {
        return List.of();
    }

    /**
     * The contract that every chain has of this kind, which carries out those of its {@link #calls} that are not of one venue. It
     * has no state of its own: all markets of a scenario share it.
     */
    default Optional<Contract> onChain(Site site) {
        return Optional.empty();
    }
}
