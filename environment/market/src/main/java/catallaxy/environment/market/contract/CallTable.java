package catallaxy.environment.market.contract;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/** All kinds of calls over a scenario's venues: what a call will cost, and how it is read back. Immutable. */
public final class CallTable {
    private final Kinds kinds;
    private final List<VenueSpec> venues;
    private final boolean atMost;

    /** A table for the scenario's venues in the order of their indices, books included; the list is copied. */
    public CallTable(Kinds kinds, List<VenueSpec> venues) {
        this(kinds, List.copyOf(venues), false);
    }

    private CallTable(Kinds kinds, List<VenueSpec> venues, boolean atMost) {
        this.kinds = kinds;
        this.venues = venues;
        this.atMost = atMost;
    }

    /** The same kinds and venues with gas that suffices in nearly every case, as limits need it. */
    public CallTable atMost() {
        return new CallTable(kinds, venues, true);
    }

    /** Gas units of a call that succeeds in the usual case, beside its transaction's; 0 for a kind that is not registered. */
    public long gas(Call call) {
        return kinds.call(call).map(kind -> kind.gasOf(call, this)).orElse(0L);
    }

    /** Gas units of a call of one venue; 0 where there is no contract. */
    public long gasAtVenue(Call.OfVenue call) {
        return onChain(call.venue()).map(spec -> kinds.venueOf(spec).gas(call)).orElse(0L);
    }

    /** Gas units of a swap's way through a venue; 0 where there is no contract. */
    public long gasOfHop(int venue) {
        return onChain(venue).map(kinds::venueOf).map(this::hopGas).orElse(0L);
    }

    private long hopGas(VenueKind<?, ?> kind) {
        return atMost ? kind.hopGasAtMost() : kind.hopGas();
    }

    /** Base units of an asset that a call takes from its sender, as far as that is known beforehand. */
    public UInt256 taken(Call call, int asset) {
        return kinds.call(call).map(kind -> kind.takenBy(call, asset, this)).orElse(UInt256.ZERO);
    }

    /** The venue of an index, if it is on a chain. */
    public Optional<VenueSpec.OnChain> onChain(int venue) {
        return venue >= 0 && venue < venues.size() && venues.get(venue) instanceof VenueSpec.OnChain spec
                ? Optional.of(spec)
                : Optional.empty();
    }

    /** Reads calls of the registered kinds. */
    public CallReader reader() {
        return kinds.reader();
    }

    /** A reader of the registered kinds. */
    static CallReader reader(Kinds kinds) {
        return in -> read(kinds, in, 0);
    }

    private static Call read(Kinds kinds, StateReader in, int depth) {
        String name = in.text();
        CallKind<?> kind =
                kinds.call(name).orElseThrow(() -> new CorruptStateException("kind of call: found '" + name + "'"));
        if (depth >= Call.MAX_NESTED) {
            throw new CorruptStateException("calls more than " + Call.MAX_NESTED + " deep");
        }
        try {
            return kind.loads().load(in, inner -> read(kinds, inner, depth + 1));
        } catch (IllegalArgumentException e) {
            throw new CorruptStateException("call " + name + ": " + e.getMessage());
        }
    }
}
