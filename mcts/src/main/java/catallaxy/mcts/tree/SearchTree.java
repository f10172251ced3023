package catallaxy.mcts.tree;

import catallaxy.mcts.Position;
import java.util.Arrays;

/**
 * What a search has seen: states joined by edges, in flat arrays. A state is a position that was looked into; its edges, one
 * for each move, lie side by side. State 0 is the root. An edge counts the simulations that went along it and sums what they
 * were worth to the player who chose it.
 *
 * <p>With {@linkplain #transposing transpositions} several edges may lead to one state, and an edge is then worth what all
 * simulations through that state say. Values are in the units of {@link Position#earned}.
 *
 * <p>Mutable, one owner, not thread safe. Searches alone call what changes it.
 */
public final class SearchTree {
    /** The child of an edge that leads to no state yet. */
    public static final int NONE = -1;

    private static final int FIRST_CAPACITY = 256;

    private final int players;
    private final boolean transposing;
    private final boolean solving;
    private int states;
    private int edges;

    private int[] first = new int[FIRST_CAPACITY];
    private int[] count = new int[FIRST_CAPACITY];
    /** Edges for which a state has room. */
    private int[] room = new int[FIRST_CAPACITY];

    private byte[] turn = new byte[FIRST_CAPACITY];
    /** Simulations that were begun through the state. */
    private int[] entered = new int[FIRST_CAPACITY];
    /** What the evaluator said of the state, to its mover; NaN where it was not asked. */
    private double[] estimate = new double[FIRST_CAPACITY];
    /** {@code [states, players]}, with transpositions only. */
    private double[] stateSum;
    /** {@code [states]}, with transpositions only: simulations that were backed up through the state. */
    private int[] stateVisits;

    private int[] action = new int[FIRST_CAPACITY];
    private float[] prior = new float[FIRST_CAPACITY];
    private int[] visits = new int[FIRST_CAPACITY];
    private int[] pending = new int[FIRST_CAPACITY];
    private double[] sum = new double[FIRST_CAPACITY];
    private int[] child = new int[FIRST_CAPACITY];
    /** {@code [edges, players]}, when solving only: what the edge is worth for certain to each player; NaN where that is not known. */
    private double[] known;
    /** {@code [states]}, with transpositions only. */
    private long[] keys;

    private final Transpositions found;

    /**
     * An empty tree.
     *
     * @param players     of the positions
     * @param transposing whether states are found again by {@link Position#key}; paths must not come back to a position
     * @param solving     whether what is known for certain is kept
     */
    public SearchTree(int players, boolean transposing, boolean solving) {
        this.players = players;
        this.transposing = transposing;
        this.solving = solving;
        known = new double[solving ? FIRST_CAPACITY * players : 0];
        keys = new long[transposing ? FIRST_CAPACITY : 0];
        stateSum = new double[transposing ? FIRST_CAPACITY * players : 0];
        stateVisits = new int[transposing ? FIRST_CAPACITY : 0];
        found = new Transpositions();
    }

    /** Whether several edges may lead to one state. */
    public boolean transposing() {
        return transposing;
    }

    /** Whether an edge is worth the mean of its simulations and nothing else: no transpositions and no proofs. */
    public boolean isPlain() {
        return !transposing && !solving;
    }

    /** Number of states. */
    public int states() {
        return states;
    }

    /** Number of edges. */
    public int edges() {
        return edges;
    }

    /** The first edge of a state. */
    public int firstEdge(int state) {
        return first[state];
    }

    /** One past the last edge of a state. */
    public int endEdge(int state) {
        return first[state] + count[state];
    }

    /** Who moves in a state, as {@link Position#turn}. */
    public int turn(int state) {
        return turn[state];
    }

    /** Simulations through a state, those under way included. */
    public int entered(int state) {
        return entered[state];
    }

    /** What the evaluator said that the state is worth to its mover; NaN where it was not asked. */
    public double estimate(int state) {
        return estimate[state];
    }

    /** The move of an edge. */
    public int action(int edge) {
        return action[edge];
    }

    /** The evaluator's probability of the move, in [0, 1]; for chance the probability of the outcome. */
    public double prior(int edge) {
        return prior[edge];
    }

    /** Simulations that went along an edge and came back. */
    public int visits(int edge) {
        return visits[edge];
    }

    /** Simulations that are on their way along an edge. */
    public int pending(int edge) {
        return pending[edge];
    }

    /** What simulations that came back along an edge were worth to its mover, in sum. */
    public double sum(int edge) {
        return sum[edge];
    }

    /** The state that an edge leads to, or {@link #NONE}. */
    public int child(int edge) {
        return child[edge];
    }

    /**
     * The mean of what simulations along an edge were worth to its mover, or what it is worth for certain.
     *
     * @param state the state of the edge
     * @return NaN if no simulation came back from there
     */
    public double value(int state, int edge) {
        if (solving && isKnown(edge)) {
            return known[edge * players + turn[state]];
        }
        if (transposing && child[edge] >= 0 && stateVisits[child[edge]] > 0) {
            return stateSum[child[edge] * players + turn[state]] / stateVisits[child[edge]];
        }
        return visits[edge] == 0 ? Double.NaN : sum[edge] / visits[edge];
    }

    /** Whether it is known for certain what an edge is worth. */
    public boolean isKnown(int edge) {
        return solving && !Double.isNaN(known[edge * players]);
    }

    /** What an edge is worth to a player for certain; NaN where that is not known. */
    public double known(int edge, int player) {
        return solving ? known[edge * players + player] : Double.NaN;
    }

    /**
     * A tree of its own with what can be reached from a state, which becomes its root; no simulation may be under way. States and
     * edges come in the order of breadth-first search.
     */
    public SearchTree from(int state) {
        SearchTree kept = new SearchTree(players, transposing, solving);
        int[] renumbered = new int[states];
        Arrays.fill(renumbered, NONE);
        int[] queue = new int[states];
        queue[0] = state;
        renumbered[state] = 0;
        int reached = 1;
        for (int next = 0; next < reached; next++) {
            reached = kept.take(this, queue[next], renumbered, queue, reached);
        }
        return kept;
    }

    /** Copies one state with its edges; its children are queued where they were not. */
    private int take(SearchTree other, int state, int[] renumbered, int[] queue, int reached) {
        int copy = addState(other.turn[state], other.estimate[state]);
        entered[copy] = other.entered[state];
        if (transposing) {
            stateVisits[copy] = other.stateVisits[state];
            System.arraycopy(other.stateSum, state * players, stateSum, copy * players, players);
            remember(other.keys[state], copy);
        }
        int newReached = reached;
        for (int edge = other.first[state]; edge < other.endEdge(state); edge++) {
            int added = addEdge(copy, other.action[edge], other.prior[edge]);
            visits[added] = other.visits[edge];
            sum[added] = other.sum[edge];
            if (solving) {
                System.arraycopy(other.known, edge * players, known, added * players, players);
            }
            int below = other.child[edge];
            if (below >= 0 && renumbered[below] == NONE) {
                renumbered[below] = newReached;
                queue[newReached++] = below;
            }
            child[added] = below >= 0 ? renumbered[below] : NONE;
        }
        reserve(copy, other.room[state]);
        return newReached;
    }

    /** Forgets everything. */
    public void clear() {
        states = 0;
        edges = 0;
        found.clear();
    }

    /**
     * Adds a state without moves; {@link #addEdge} follows at once for each of its moves.
     *
     * @param mover    {@link Position#turn}
     * @param expected what the evaluator says it is worth to the mover, or NaN
     */
    public int addState(int mover, double expected) {
        growStates();
        int state = states++;
        first[state] = edges;
        count[state] = 0;
        room[state] = 0;
        turn[state] = (byte) mover;
        entered[state] = 0;
        estimate[state] = expected;
        if (transposing) {
            stateVisits[state] = 0;
            Arrays.fill(stateSum, state * players, (state + 1) * players, 0);
        }
        return state;
    }

    /**
     * Adds a move to the newest state, or an outcome to a state with {@linkplain #reserve reserved} room.
     *
     * @param probability prior of the move, or probability of the outcome
     */
    public int addEdge(int state, int move, double probability) {
        int edge = first[state] + count[state]++;
        room[state] = Math.max(room[state], count[state]);
        if (edge >= edges) {
            growEdges(edge + 1);
            edges = edge + 1;
        }
        action[edge] = move;
        prior[edge] = (float) probability;
        visits[edge] = 0;
        pending[edge] = 0;
        sum[edge] = 0;
        child[edge] = NONE;
        if (solving) {
            Arrays.fill(known, edge * players, (edge + 1) * players, Double.NaN);
        }
        return edge;
    }

    /** Keeps room for {@code wanted} edges of the newest state, which may then be added at any time. */
    public void reserve(int state, int wanted) {
        room[state] = wanted;
        growEdges(first[state] + wanted);
        edges = first[state] + wanted;
    }

    /** Makes an edge lead to a state. */
    public void join(int edge, int state) {
        child[edge] = state;
    }

    /** Changes the prior of an edge: noise at a root. */
    public void setPrior(int edge, double probability) {
        prior[edge] = (float) probability;
    }

    /** Changes what the evaluator said of a state. */
    public void setEstimate(int state, double expected) {
        estimate[state] = expected;
    }

    /** Counts a simulation that sets out along an edge. */
    public void setOut(int state, int edge) {
        entered[state]++;
        pending[edge]++;
    }

    /**
     * Counts a simulation that comes back along an edge.
     *
     * @param worth to the mover of the state
     */
    public void comeBack(int edge, double worth) {
        pending[edge]--;
        visits[edge]++;
        sum[edge] += worth;
    }

    /** Takes back a simulation that set out along an edge and found its way barred. */
    public void turnBack(int state, int edge) {
        entered[state]--;
        pending[edge]--;
    }

    /** Counts what a simulation through a state was worth to each player; with transpositions only. */
    public void comeThrough(int state, double[] worth, int from) {
        stateVisits[state]++;
        for (int player = 0; player < players; player++) {
            stateSum[state * players + player] += worth[from + player];
        }
    }

    /** States for certain what an edge is worth to each player, when solving only. */
    public void know(int edge, double[] worth, int from) {
        System.arraycopy(worth, from, known, edge * players, players);
    }

    /** The state of a position with this key, or {@link #NONE}. */
    public int find(long key) {
        return found.get(key);
    }

    /** Remembers the state of a position by its key. */
    public void remember(long key, int state) {
        keys[state] = key;
        found.put(key, state);
    }

    private void growStates() {
        if (states < first.length) {
            return;
        }
        int capacity = 2 * first.length;
        first = Arrays.copyOf(first, capacity);
        count = Arrays.copyOf(count, capacity);
        room = Arrays.copyOf(room, capacity);
        turn = Arrays.copyOf(turn, capacity);
        entered = Arrays.copyOf(entered, capacity);
        estimate = Arrays.copyOf(estimate, capacity);
        if (transposing) {
            stateSum = Arrays.copyOf(stateSum, capacity * players);
            stateVisits = Arrays.copyOf(stateVisits, capacity);
            keys = Arrays.copyOf(keys, capacity);
        }
    }

    private void growEdges(int needed) {
        if (needed <= action.length) {
            return;
        }
        int capacity = Math.max(needed, 2 * action.length);
        action = Arrays.copyOf(action, capacity);
        prior = Arrays.copyOf(prior, capacity);
        visits = Arrays.copyOf(visits, capacity);
        pending = Arrays.copyOf(pending, capacity);
        sum = Arrays.copyOf(sum, capacity);
        child = Arrays.copyOf(child, capacity);
        known = solving ? Arrays.copyOf(known, capacity * players) : known;
    }
}
