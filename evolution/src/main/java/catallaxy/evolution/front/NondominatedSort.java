package catallaxy.evolution.front;

import catallaxy.evolution.search.Solution;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts points into fronts: the first is dominated by none, the next only by the first, and so on. Points are taken in lexicographic
 * order, so that none dominates an earlier one, and each joins the first front of which no member dominates it, found by bisection: the
 * algorithm of Zhang, Tian, Cheng and Jin 2015, https://doi.org/10.1109/TEVC.2014.2308305. Of one or two objectives the last member
 * of a front alone decides, so that {@code N} points take {@code O(N log N)}.
 *
 * <p>Keeps its arrays from one sort to the next. Owned by one thread.
 */
public final class NondominatedSort {
    private static final int NONE = -1;
    private static final int SHORT = 8;
    private static final double[] NOTHING = {};

    private final int objectives;
    private double[] costs = NOTHING;
    private int[] order = {};
    private int[] spare = {};
    private int[] rank = {};
    /** The member of the same front before this one. */
    private int[] before = {};
    /** The last member of each front. */
    private int[] last = {};

    private int[] members = {};
    private int[] start = {0};
    private int fronts;

    /** A sort of points of {@code M} costs. */
    public NondominatedSort(int objectives) {
        this.objectives = objectives;
    }

    /**
     * Sorts.
     *
     * @param points {@code [N, M]}, finite; not kept
     * @param count  {@code N}
     */
    public void sort(double[] points, int count) {
        makeRoom(count);
        costs = points;
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        sortLexicographically(0, count);
        fronts = 0;
        for (int at = 0; at < count; at++) {
            join(order[at]);
        }
        group(count);
        costs = NOTHING;
    }

    /** The first front of solutions, in lexicographic order of their costs; invalid ones are left out. */
    public static <C> List<Solution<C>> front(List<Solution<C>> solutions) {
        List<Solution<C>> valid =
                solutions.stream().filter(each -> each.fitness().valid()).toList();
        if (valid.isEmpty()) {
            return valid;
        }
        NondominatedSort sort = new NondominatedSort(valid.getFirst().fitness().costs().length);
        double[] costs = valid.stream()
                .flatMapToDouble(each -> Arrays.stream(each.fitness().costs()))
                .toArray();
        sort.sort(costs, valid.size());
        return Arrays.stream(sort.members(), 0, sort.start(1))
                .mapToObj(valid::get)
                .toList();
    }

    private void makeRoom(int count) {
        if (order.length < count) {
            order = new int[count];
            spare = new int[count];
            rank = new int[count];
            before = new int[count];
            last = new int[count];
            members = new int[count];
            start = new int[count + 1];
        }
    }

    private void join(int point) {
        int low = 0;
        int high = fronts;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dominated(point, last[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        before[point] = low == fronts ? NONE : last[low];
        fronts = Math.max(fronts, low + 1);
        last[low] = point;
        rank[point] = low;
    }

    private boolean dominated(int point, int lastOfFront) {
        if (objectives <= 2) {
            return dominates(lastOfFront, point);
        }
        for (int member = lastOfFront; member != NONE; member = before[member]) {
            if (dominates(member, point)) {
                return true;
            }
        }
        return false;
    }

    private boolean dominates(int one, int other) {
        boolean lower = false;
        int a = one * objectives;
        int b = other * objectives;
        for (int m = 0; m < objectives; m++) {
            if (costs[a + m] > costs[b + m]) {
                return false;
            }
            lower |= costs[a + m] < costs[b + m];
        }
        return lower;
    }

    private void group(int count) {
        Arrays.fill(start, 0, fronts + 1, 0);
        for (int i = 0; i < count; i++) {
            start[rank[i] + 1]++;
        }
        for (int front = 0; front < fronts; front++) {
            start[front + 1] += start[front];
            last[front] = start[front];
        }
        for (int at = 0; at < count; at++) {
            int point = order[at];
            members[last[rank[point]]++] = point;
        }
    }

    private void sortLexicographically(int from, int to) {
        if (to - from <= SHORT) {
            insertEach(from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sortLexicographically(from, middle);
        sortLexicographically(middle, to);
        if (after(order[middle - 1], order[middle])) {
            merge(from, middle, to);
        }
    }

    private void insertEach(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int point = order[i];
            int at = i;
            while (at > from && after(order[at - 1], point)) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = point;
        }
    }

    private void merge(int from, int middle, int to) {
        System.arraycopy(order, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            order[at] = right < to && after(spare[left], order[right]) ? order[right++] : spare[left++];
        }
    }

    private boolean after(int one, int other) {
        int a = one * objectives;
        int b = other * objectives;
        for (int m = 0; m < objectives; m++) {
            if (costs[a + m] < costs[b + m]) {
                return false;
            }
            if (costs[a + m] > costs[b + m]) {
                return true;
            }
        }
        return false;
    }

    /** How many fronts there are. */
    public int fronts() {
        return fronts;
    }

    /** The front of a point, counted from 0. */
    public int rank(int point) {
        return rank[point];
    }

    /** Where a front begins in {@link #members}; that of {@link #fronts} is where the last one ends. */
    public int start(int front) {
        return start[front];
    }

    /** The points front by front, each front in lexicographic order; the array is the sort's own. */
    public int[] members() {
        return members;
    }
}
