package catallaxy.environment.api;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.check.NearestWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The components of an action in their order; an action is a vector {@code [A]} of {@code double}.
 *
 * @param components of names of their own
 * @param details    of them
 */
public record ActionSpec(List<ActionComponent> components, List<Detail> details) {
    public ActionSpec {
        components = List.copyOf(components);
        details = List.copyOf(details);
        Set<String> names = new TreeSet<>();
        for (ActionComponent each : components) {
            Checks.that(names.add(each.name()), "components", "names of their own", "two " + each.name());
        }
        for (Detail each : details) {
            Checks.that(names.contains(each.component()), "details.component", "one of " + names, each.component());
            Checks.that(names.contains(each.quantity()), "details.quantity", "one of " + names, each.quantity());
        }
    }

    /** That a component only says how: without a quantity, which is another component, it asks for nothing. */
    public record Detail(String component, String quantity) {}

    /** A spec in which every component asks for something of its own. */
    public ActionSpec(List<ActionComponent> components) {
        this(components, List.of());
    }

    /** Number of components, {@code A}. */
    public int size() {
        return components.size();
    }

    /** Entries of an action mask: one for a quantity, one per label for a choice, in the order of the components. */
    public int maskSize() {
        int size = 0;
        for (int i = 0; i < components.size(); i++) {
            size += components.get(i).maskSize();
        }
        return size;
    }

    /**
     * Position of the named component.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int index(String name) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(NearestWord.missing("action component", name, names()));
    }

    /**
     * Position of the component of this meaning.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int index(Meaning meaning) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).meaning().equals(meaning)) {
                return i;
            }
        }
        throw new IllegalArgumentException(NearestWord.missing("action component", meaning.name(), names()));
    }

    private List<String> names() {
        return components.stream().map(ActionComponent::name).toList();
    }

    /** The action that asks for nothing. */
    public double[] neutral() {
        return components.stream().mapToDouble(ActionComponent::neutral).toArray();
    }

    /**
     * Whether {@code values} ask for anything where it has no effect.
     *
     * @param values {@code [A]}, allowed ones
     * @param mask   {@code [maskSize()]}
     */
    public boolean asksMasked(double[] values, boolean[] mask) {
        int offset = 0;
        for (int i = 0; i < values.length; i++) {
            ActionComponent component = components.get(i);
            int entry = component instanceof ActionComponent.Discrete ? offset + (int) values[i] : offset;
            if (!mask[entry] && asks(i, values)) {
                return true;
            }
            offset += component.maskSize();
        }
        return false;
    }

    private boolean asks(int component, double[] values) {
        String name = components.get(component).name();
        return values[component] != components.get(component).neutral()
                && details.stream()
                        .filter(detail -> detail.component().equals(name))
                        .allMatch(detail -> asks(index(detail.quantity()), values));
    }

    /** What is wrong with {@code values}, or nothing. */
    public Optional<String> complaint(double[] values) {
        if (values.length != size()) {
            return Optional.of("expected " + size() + " action components, found " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            ActionComponent component = components.get(i);
            if (!component.allows(values[i])) {
                return Optional.of(component.name() + ": expected " + component.domain() + ", found " + values[i]);
            }
        }
        return Optional.empty();
    }
}
