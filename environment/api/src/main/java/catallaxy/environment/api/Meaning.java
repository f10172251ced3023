package catallaxy.environment.api;

/**
 * What a feature or an action component is: which quantity, of what. Those who need a feature ask for its meaning; its name follows from
 * that and is never read the other way.
 */
public record Meaning(Quantity quantity, Subject subject) {
    /** The name of a feature or component of this meaning. */
    public String name() {
        return subject.named(quantity.name());
    }

    /** Of a name that stands for itself: a quantity of the seat as a whole. */
    public static Meaning named(String name) {
        return new Quantity(name).ofSeat();
    }
}
