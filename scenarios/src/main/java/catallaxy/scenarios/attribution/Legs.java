package catallaxy.scenarios.attribution;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The trades of all agents within the horizon: those that close each other on different venues are arbitrage, and what the rest
 * gained or lost until the horizon is adverse selection.
 */
final class Legs {
    private final WorldMarks marks;
    private final List<AgentProfit> agents;
    private final List<int[]> venuesOfBase;
    private final long horizonNanos;
    /** In the order of their times. */
    private final Deque<Leg> waiting = new ArrayDeque<>();

    private final Map<Place, Deque<Leg>> taken = new HashMap<>();

    /** Where and in which direction an agent traded. */
    private record Place(int agent, int venue, boolean buys) {}

    /** @param venuesOfBase {@code [assets]}: the venues where each is the base asset */
    Legs(WorldMarks marks, List<AgentProfit> agents, List<int[]> venuesOfBase, long horizonNanos) {
        this.marks = marks;
        this.agents = agents;
        this.venuesOfBase = venuesOfBase;
        this.horizonNanos = horizonNanos;
    }

    /** Takes a trade whose edge is booked as spread, and closes with it what it can. */
    void add(Leg leg) {
        add(List.of(leg));
    }

    /** Takes the trades of one transaction, which do not close each other. */
    void add(List<Leg> together) {
        for (Leg leg : together) {
            if (leg.traded().taken()) {
                match(leg);
            }
        }
        for (Leg leg : together) {
            if (leg.traded().taken() && leg.isOpen()) {
                keep(leg);
            }
            waiting.addLast(leg);
        }
    }

    /** Keeps it for later ones to close, and drops those that are too old. */
    private void keep(Leg leg) {
        Place place = new Place(leg.traded().agent(), leg.traded().venue(), leg.buys());
        firstOpen(place, leg.traded());
        taken.computeIfAbsent(place, each -> new ArrayDeque<>()).addLast(leg);
    }

    private void match(Leg leg) {
        boolean buys = leg.buys();
        for (Leg other = opposite(leg, buys); other != null && leg.isOpen(); other = opposite(leg, buys)) {
            BigDecimal quantity =
                    leg.open().base().abs().min(other.open().base().abs());
            close(leg, other, quantity);
        }
    }

    private void close(Leg leg, Leg other, BigDecimal quantity) {
        Leg.Slice own = leg.cut(quantity);
        Leg.Slice others = other.cut(quantity);
        Leg.Match match = new Leg.Match(other, own, others, other.drift(others, marks));
        leg.matched(match);
        other.matched(new Leg.Match(leg, others, own, match.drift()));
        book(agents.get(leg.traded().agent()).parts(), match);
    }

    private static void book(Parts parts, Leg.Match match) {
        parts.move(
                Part.SPREAD,
                Part.ARBITRAGE,
                match.own().edge().add(match.others().edge()));
        parts.move(Part.INVENTORY, Part.ARBITRAGE, match.drift());
    }

    /** The oldest open trade of the agent in the other direction on another venue; none if there is none. */
    private @Nullable Leg opposite(Leg leg, boolean buys) {
        Leg oldest = null;
        for (int venue : venuesOfBase.get(leg.traded().base())) {
            Leg first = venue == leg.traded().venue()
                    ? null
                    : firstOpen(new Place(leg.traded().agent(), venue, !buys), leg.traded());
            boolean older = first != null
                    && (oldest == null
                            || first.traded().timeNanos() < oldest.traded().timeNanos());
            oldest = older ? first : oldest;
        }
        return oldest;
    }

    private @Nullable Leg firstOpen(Place place, Leg.Traded now) {
        Deque<Leg> queue = taken.get(place);
        while (queue != null && !queue.isEmpty()) {
            Leg first = queue.peekFirst();
            if (first.isOpen() && dueNanos(first) >= now.timeNanos()) {
                return first;
            }
            queue.removeFirst();
        }
        return null;
    }

    private long dueNanos(Leg leg) {
        return leg.traded().timeNanos() + horizonNanos;
    }

    /** Books the adverse selection of all trades whose horizon ended before a time, at the present marks. */
    void bookUntil(long timeNanos) {
        while (!waiting.isEmpty() && dueNanos(waiting.peekFirst()) < timeNanos) {
            Leg leg = waiting.removeFirst();
            if (leg.isOpen()) {
                leg.select(leg.drift(leg.open(), marks));
                agents.get(leg.traded().agent()).parts().move(Part.INVENTORY, Part.ADVERSE_SELECTION, leg.selected());
            }
        }
    }

    /** {@code [agents]}: the adverse selection so far of trades whose horizon has not ended. */
    BigDecimal[] unbooked() {
        BigDecimal[] sums = new BigDecimal[agents.size()];
        Arrays.fill(sums, BigDecimal.ZERO);
        for (Leg leg : waiting) {
            if (leg.isOpen()) {
                int agent = leg.traded().agent();
                sums[agent] = sums[agent].add(leg.drift(leg.open(), marks));
            }
        }
        return sums;
    }

    /** Takes back all that was booked of a trade that is undone. */
    void undo(Leg leg) {
        Parts parts = agents.get(leg.traded().agent()).parts();
        parts.move(Part.ADVERSE_SELECTION, Part.INVENTORY, leg.selected());
        Iterator<Leg.Match> matches = leg.matches().iterator();
        while (matches.hasNext()) {
            Leg.Match match = matches.next();
            parts.move(
                    Part.ARBITRAGE,
                    Part.SPREAD,
                    match.own().edge().add(match.others().edge()));
            parts.move(Part.ARBITRAGE, Part.INVENTORY, match.drift());
            match.other().putBack(match.others());
            match.other().matches().removeIf(each -> each.other() == leg);
            leg.putBack(match.own());
            matches.remove();
        }
        parts.add(Part.SPREAD, leg.open().edge().negate());
        leg.undo();
    }
}
