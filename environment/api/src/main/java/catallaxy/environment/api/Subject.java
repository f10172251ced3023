package catallaxy.environment.api;

import java.util.List;

/** What a feature or an action component is about; everything by its name in the scenario. */
public sealed interface Subject {
    /** The seat as a whole. */
    static Subject seat() {
        return new Seat();
    }

    /** Its own name. */
    String id();

    /** Name of a feature that says so much about this. */
    default String named(String quantity) {
        return quantity + "." + id();
    }

    /** The seat as a whole. */
    record Seat() implements Subject {
        @Override
        public String id() {
            return "seat";
        }

        @Override
        public String named(String quantity) {
            return quantity;
        }
    }

    /**
     * A venue.
     *
     * @param base  symbol of the asset that is traded
     * @param quote symbol of the asset that it is priced in
     */
    record Venue(String id, String base, String quote) implements Subject {}

    /** A chain. */
    record Chain(String id) implements Subject {}

    /** An asset at a place. */
    record Holding(String place, String asset) implements Subject {
        @Override
        public String id() {
            return place + "." + asset;
        }
    }

    /** An asset that a venue lends. */
    record Reserve(String venue, String asset) implements Subject {
        @Override
        public String id() {
            return venue + "." + asset;
        }
    }

    /** An agent. */
    record Agent(String id) implements Subject {}

    /** Two venues of the same pair. */
    record Route(String venueA, String venueB) implements Subject {
        @Override
        public String id() {
            return venueA + "~" + venueB;
        }

        /** The first venue of it. */
        public Leg a() {
            return new Leg(this, "a");
        }

        /** The second venue of it. */
        public Leg b() {
            return new Leg(this, "b");
        }

        @Override
        public String named(String quantity) {
            return id() + "." + quantity;
        }
    }

    /** More than two venues of a chain, passed one after another back to the asset that was put in. */
    record Cycle(List<String> venues) implements Subject {
        public Cycle {
            venues = List.copyOf(venues);
        }

        @Override
        public String id() {
            return String.join("~", venues);
        }

        @Override
        public String named(String quantity) {
            return id() + "." + quantity;
        }
    }

    /**
     * One venue of a route.
     *
     * @param side {@code a} or {@code b}
     */
    record Leg(Route route, String side) implements Subject {
        @Override
        public String id() {
            return route.id() + "." + side;
        }

        @Override
        public String named(String quantity) {
            return route.named(side + "." + quantity);
        }
    }

    /**
     * A level of a book, or of what stands for one.
     *
     * @param number 1 for the best
     */
    record Level(Subject of, int number) implements Subject {
        @Override
        public String id() {
            return of.id() + "." + number;
        }

        @Override
        public String named(String quantity) {
            return of.named(quantity + "_" + number);
        }
    }
}
