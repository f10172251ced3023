package catallaxy.environment.market.learning;

import java.util.List;
import java.util.Optional;

/** The components of an action in their order; an action is a vector {@code [A]} of {@code double}. */
public record ActionSpec(List<ActionComponent> components) {
    public ActionSpec {
        components = List.copyOf(components);
    }

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
        throw new IllegalArgumentException("no action component '" + name + "' among "
                + components.stream().map(ActionComponent::name).toList());
    }

    /** The action that asks for nothing. */
    public double[] neutral() {
        return components.stream().mapToDouble(ActionComponent::neutral).toArray();
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
