package catallaxy.environment.market.contract;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.registry.RegistrationException;
import catallaxy.environment.base.registry.Registry;
import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The registry of all kinds of contracts, in the order of their names. Immutable and safe for any thread. */
public final class Kinds {
    private final Registry<Kind> all;
    private final Map<String, CallKind<?>> calls = new TreeMap<>();
    private final List<VenueKind<?, ?>> venues = new ArrayList<>();
    private final ClassValue<Optional<CallKind<?>>> byType = new ClassValue<>() {
        @Override
        protected Optional<CallKind<?>> computeValue(Class<?> type) {
            return call(type.getSimpleName()).filter(kind -> kind.type() == type);
        }
    };

    private Kinds(Registry<Kind> kinds) {
        all = kinds;
        for (Kind kind : all.all()) {
            kind.calls().forEach(this::register);
            if (kind instanceof VenueKind<?, ?> venue) {
                venues.add(venue);
            }
        }
    }

    private void register(CallKind<?> call) {
        CallKind<?> other = calls.putIfAbsent(call.name(), call);
        if (other != null) {
            throw new RegistrationException("two kinds of calls are called '" + call.name() + "': "
                    + Registry.origin(other.type()) + " and " + Registry.origin(call.type()));
        }
    }

    /** The kinds whose class names are in the class path's service files. */
    public static Kinds registered() {
        return Registered.KINDS;
    }

    /** A registry of these kinds alone. */
    public static Kinds of(List<Kind> kinds) {
        return new Kinds(Registry.of(kinds));
    }

    /** Loads the registered kinds when they are first asked for. */
    private static final class Registered {
        static final Kinds KINDS = new Kinds(Registry.registered(Kind.class));
    }

    /** All kinds, in the order of their names. */
    public List<Kind> all() {
        return all.all();
    }

    /** The kinds of venues, in the order of their names. */
    public List<VenueKind<?, ?>> venues() {
        return List.copyOf(venues);
    }

    /** The recorded files that the kinds are checked against. */
    public List<VectorFormat> vectors() {
        return all().stream().flatMap(kind -> kind.vectors().stream()).toList();
    }

    /** The kind of venue of a name. */
    public Optional<VenueKind<?, ?>> venue(String name) {
        for (VenueKind<?, ?> each : venues) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * The kind of a venue.
     *
     * @throws IllegalArgumentException if none is registered for its spec
     */
    public VenueKind<?, ?> venueOf(VenueSpec.OnChain spec) {
        for (VenueKind<?, ?> each : venues) {
            if (each.spec() == spec.getClass()) {
                return each;
            }
        }
        throw new IllegalArgumentException("venue " + spec.id() + ": no kind is registered for " + spec.getClass());
    }

    /**
     * What a venue offers, as far as its spec says so.
     *
     * @throws IllegalArgumentException if no kind is registered for it
     */
    public List<Class<?>> capabilities(VenueSpec.OnChain spec) {
        return capabilities(venueOf(spec), spec);
    }

    /** Whether one trades at a venue at the price of one asset in another: at a book, or at a contract that gives quotes. */
    public boolean trades(VenueSpec spec) {
        return switch (spec) {
            case VenueSpec.Book _ -> true;
            case VenueSpec.OnChain contract -> capabilities(contract).contains(Quoting.class);
        };
    }

    /** Whether two assets are exchanged for each other at a venue: traded, and not positions in one of them. */
    public boolean exchanges(VenueSpec spec) {
        boolean isDerivative =
                spec instanceof VenueSpec.Book book && book.derivative().isPresent();
        return trades(spec) && !isDerivative;
    }

    private static <S extends VenueSpec.OnChain> List<Class<?>> capabilities(
            VenueKind<S, ?> kind, VenueSpec.OnChain spec) {
        return kind.capabilities(kind.spec().cast(spec));
    }

    /** The kind of a call's name. */
    Optional<CallKind<?>> call(String name) {
        return Optional.ofNullable(calls.get(name));
    }

    /** The kind of a call. */
    public Optional<CallKind<?>> call(Call call) {
        return byType.get(call.getClass());
    }

    /** Reads calls of these kinds. */
    public CallReader reader() {
        return CallTable.reader(this);
    }
}
