package catallaxy.environment.market.population;

import catallaxy.environment.base.registry.Registry;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;
import java.util.Optional;

/** The registry of all kinds of groups, in the order of their names. Immutable and safe for any thread. */
public final class GroupKinds {
    private static final GroupKinds KINDS = new GroupKinds(Registry.registered(GroupKind.class));

    private final Registry<GroupKind<?>> kinds;

    private GroupKinds(Registry<GroupKind<?>> kinds) {
        this.kinds = kinds;
    }

    /** The kinds whose class names are in the class path's service files. */
    public static GroupKinds registered() {
        return KINDS;
    }

    /** All kinds, in the order of their names. */
    public List<GroupKind<?>> all() {
        return kinds.all();
    }

    /** The kind of a name. */
    public Optional<GroupKind<?>> kind(String name) {
        return kinds.kind(name);
    }

    /** The kind of a group's settings. */
    public GroupKind<?> of(GroupSpec spec) {
        return all().stream()
                .filter(kind -> kind.spec() == spec.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of group has " + spec));
    }

    /** The sizes of a group's orders. */
    public List<OrderSize> orderSizes(GroupSpec spec) {
        return orderSizes(of(spec), spec);
    }

    private static <S extends GroupSpec> List<OrderSize> orderSizes(GroupKind<S> kind, GroupSpec spec) {
        return kind.orderSizes(kind.spec().cast(spec));
    }

    Behaviour open(GroupSpec spec, GroupAccount account, MarketEngine market) {
        return open(of(spec), spec, account, market);
    }

    private static <S extends GroupSpec> Behaviour open(
            GroupKind<S> kind, GroupSpec spec, GroupAccount account, MarketEngine market) {
        return kind.open(kind.spec().cast(spec), account, market);
    }

    Behaviour load(StateReader in, GroupSpec spec, MarketEngine market) {
        return load(of(spec), in, spec, market);
    }

    private static <S extends GroupSpec> Behaviour load(
            GroupKind<S> kind, StateReader in, GroupSpec spec, MarketEngine market) {
        return kind.load(in, kind.spec().cast(spec), market);
    }
}
