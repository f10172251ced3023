package catallaxy.evolution.front;

/**
 * The crowding distance of Deb et al. 2002, https://doi.org/10.1109/4235.996017: for each member of a front, the sum over objectives
 * of how far its neighbours are apart, in units of the front's extent; infinite at the ends.
 *
 * <pre>
 *   d[i] = Σ_m (f_m[i + 1] − f_m[i − 1]) / (f_m^max − f_m^min)
 * </pre>
 *
 * <p>Members are dropped one at a time, the most crowded first, and what that changes for their neighbours is taken into account
 * before the next: Kukkonen and Deb 2006, https://doi.org/10.1109/CEC.2006.1688443. Keeps its arrays from one front to the next.
 * Owned by one thread.
 */
public final class Crowding {
    private static final int NONE = -1;

    private final int objectives;
    /** How many orders there are: of two objectives one is the other's reverse. */
    private final int lists;

    private final double[] extent;
    /** {@code [lists, N]}: neighbours in the order of a cost, by place. */
    private int[] next = {};

    private int[] previous = {};
    private int[] places = {};
    private double[] distance = {};
    private double[] costs = {};
    private int[] points = {};
    private int size;

    /** Of points of {@code M} costs. */
    public Crowding(int objectives) {
        this.objectives = objectives;
        lists = objectives <= 2 ? 1 : objectives;
        extent = new double[objectives];
    }

    /**
     * Takes a front; the places of its members follow their order.
     *
     * @param all     {@code [N, M]} costs of points; read until the next front is taken
     * @param members the points of the front, in lexicographic order, none dominated by another; read until then, too
     * @param from    where they begin
     * @param to      where they end
     */
    public void take(double[] all, int[] members, int from, int to) {
        size = to - from;
        makeRoom();
        costs = all;
        System.arraycopy(members, from, points, 0, size);
        for (int list = 0; list < lists; list++) {
            link(list);
        }
        for (int m = 0; m < objectives; m++) {
            int list = lists == 1 ? 0 : m;
            int first = list * points.length;
            extent[m] = Math.abs(cost(places[first + size - 1], m) - cost(places[first], m));
        }
        for (int place = 0; place < size; place++) {
            distance[place] = measured(place);
        }
    }

    private void makeRoom() {
        if (points.length < size) {
            points = new int[size];
            distance = new double[size];
            places = new int[lists * size];
            next = new int[lists * size];
            previous = new int[lists * size];
        }
    }

    private void link(int list) {
        int base = list * points.length;
        for (int place = 0; place < size; place++) {
            places[base + place] = place;
        }
        if (list > 0) {
            sort(base, list);
        }
        for (int at = 0; at < size; at++) {
            int place = places[base + at];
            previous[base + place] = at == 0 ? NONE : places[base + at - 1];
            next[base + place] = at == size - 1 ? NONE : places[base + at + 1];
        }
    }

    /** By one cost, those of the same cost in the order of their places: shell sort with the gaps of Ciura 2001. */
    private void sort(int base, int objective) {
        for (int gap : new int[] {701, 301, 132, 57, 23, 10, 4, 1}) {
            for (int i = gap; i < size; i++) {
                int place = places[base + i];
                int at = i;
                while (at >= gap && after(places[base + at - gap], place, objective)) {
                    places[base + at] = places[base + at - gap];
                    at -= gap;
                }
                places[base + at] = place;
            }
        }
    }

    private boolean after(int place, int other, int objective) {
        double apart = cost(place, objective) - cost(other, objective);
        return apart > 0 || (apart == 0 && place > other);
    }

    private double cost(int place, int objective) {
        return costs[points[place] * objectives + objective];
    }

    private double measured(int place) {
        double sum = 0;
        for (int m = 0; m < objectives; m++) {
            int at = (lists == 1 ? 0 : m) * points.length + place;
            if (previous[at] == NONE || next[at] == NONE) {
                return Double.POSITIVE_INFINITY;
            }
            if (extent[m] > 0) {
                sum += Math.abs(cost(next[at], m) - cost(previous[at], m)) / extent[m];
            }
        }
        return sum;
    }

    /**
     * Drops the most crowded until so many are left; of equally crowded ones the first in order.
     *
     * @param oneByOne whether what is dropped makes room for its neighbours before the next is
     */
    public void thin(int left, boolean oneByOne) {
        if (size <= left) {
            return;
        }
        for (int members = size; members > left; members--) {
            int place = mostCrowded();
            distance[place] = Double.NaN;
            if (oneByOne) {
                close(place);
            }
        }
        int kept = 0;
        for (int place = 0; place < size; place++) {
            if (!Double.isNaN(distance[place])) {
                points[kept] = points[place];
                distance[kept++] = distance[place];
            }
        }
        size = left;
    }

    private int mostCrowded() {
        int most = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int place = 0; place < size; place++) {
            double found = distance[place];
            if (found < least || (most == NONE && !Double.isNaN(found))) {
                most = place;
                least = found;
            }
        }
        return most;
    }

    /** Makes neighbours of what was on both sides. */
    private void close(int place) {
        for (int list = 0; list < lists; list++) {
            int base = list * points.length;
            int left = previous[base + place];
            int right = next[base + place];
            if (left != NONE) {
                next[base + left] = right;
            }
            if (right != NONE) {
                previous[base + right] = left;
            }
        }
        for (int list = 0; list < lists; list++) {
            measureAgain(previous[list * points.length + place]);
            measureAgain(next[list * points.length + place]);
        }
    }

    private void measureAgain(int place) {
        if (place != NONE) {
            distance[place] = measured(place);
        }
    }

    /** How many members there are, or are left. */
    public int size() {
        return size;
    }

    /** A member, counted from 0 in lexicographic order. */
    public int point(int member) {
        return points[member];
    }

    /** How far from its neighbours it is. */
    public double distance(int member) {
        return distance[member];
    }
}
