package catallaxy.mcts.search;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluations;
import catallaxy.mcts.tree.RootRule;
import catallaxy.mcts.tree.SearchTree;
import catallaxy.mcts.tree.SelectionRule;

/**
 * The simulations of one tree: {@link #collect} walks down from the root to leaves, {@link #finish} carries what the evaluator
 * says of them up again. Between the two up to {@link SearchSettings#leaves} simulations are under way. One owner.
 */
final class Simulations<P extends Position<P>> {
    /** The row of a simulation that ended where nothing needs to be evaluated. */
    private static final int SETTLED = -1;

    /** Random words that one search may take, and simulations that it may begin, as powers of two. */
    private static final int NUMBER_BITS = 32;

    private static final int SIMULATION_BITS = 24;

    private final SearchSettings settings;
    private final SelectionRule inside;
    private final RootRule rootRule;
    private final RandomStream luck;
    private final int players;
    private final Expansion<P> expansion;
    private final P root;
    private final P working;
    private final Paths paths;
    private final Proofs proofs;
    /** {@code [leaves]}: rows of the batch, or {@link #SETTLED}. */
    private final int[] rows;
    /** {@code [leaves]}: states that wait for priors, or {@link SearchTree#NONE}. */
    private final int[] newStates;
    /** {@code [leaves, players]}: earned up to the leaf, then the whole worth of the simulation. */
    private final double[] worth;

    private SearchTree tree;
    private int underWay;
    private long begun;
    private int deepest;

    Simulations(SearchSettings settings, SelectionRule inside, RootRule rootRule, RandomStream luck, P like) {
        this.settings = settings;
        this.inside = inside;
        this.rootRule = rootRule;
        this.luck = luck;
        players = like.playerCount();
        expansion = new Expansion<>(settings, like.actionCount());
        root = like.copy();
        working = like.copy();
        paths = new Paths(settings.leaves());
        rows = new int[settings.leaves()];
        newStates = new int[settings.leaves()];
        worth = new double[settings.leaves() * players];
        tree = emptyTree();
        proofs = new Proofs(players);
    }

    SearchTree tree() {
        return tree;
    }

    int deepest() {
        return deepest;
    }

    /** Whether it is known for certain what the root is worth. */
    boolean isSolved() {
        return settings.solve() && proofs.resolve(tree, 0, root.most());
    }

    /**
     * Goes to a position; keeps what was seen of it, if {@code kept}, else begins anew.
     *
     * @param number of the search: what is random in it is a function of the number
     */
    void begin(P position, boolean kept, long number, LeafBatch<P> batch) {
        luck.seek(number << NUMBER_BITS);
        begun = number << SIMULATION_BITS;
        root.set(position);
        deepest = 0;
        if (kept && tree.states() > 0) {
            return;
        }
        tree.clear();
        newStates[0] = expansion.player(tree, root);
        if (settings.expandAt() == 1) {
            rows[0] = batch.add(root, begun++);
        }
    }

    /** Takes the evaluator's answer about a root that {@link #begin} handed to it, and lets the root's rule begin. */
    void rootKnown(Evaluations answers, int planned) {
        if (newStates[0] != SearchTree.NONE) {
            if (settings.expandAt() == 1) {
                expansion.informRoot(tree, newStates[0], answers, rows[0], root);
            }
            newStates[0] = SearchTree.NONE;
        }
        rootRule.begin(tree, planned, luck);
    }

    /** Follows moves from the root; returns whether the tree knows where they lead. */
    boolean advance(int... played) {
        int state = KnownMoves.follow(tree, played);
        tree = state >= 0 ? tree.from(state) : emptyTree();
        return state >= 0;
    }

    /** Sends out up to {@code most} simulations; leaves that need the evaluator go into the batch. Returns how many set out. */
    int collect(int most, LeafBatch<P> batch) {
        underWay = 0;
        int wanted = Math.min(most, settings.leaves());
        while (underWay < wanted && descend(underWay, batch)) {
            underWay++;
        }
        return underWay;
    }

    /** Carries up what all simulations under way were worth. */
    void finish(Evaluations answers) {
        for (int simulation = 0; simulation < underWay; simulation++) {
            int row = rows[simulation];
            if (row != SETTLED) {
                for (int player = 0; player < players; player++) {
                    worth[simulation * players + player] += answers.value(row, player);
                }
                if (newStates[simulation] != SearchTree.NONE) {
                    expansion.inform(tree, newStates[simulation], answers, row, worth, simulation * players);
                }
            }
            backUp(simulation);
        }
        underWay = 0;
    }

    private boolean descend(int simulation, LeafBatch<P> batch) {
        P position = working;
        position.set(root);
        paths.begin(simulation);
        int state = 0;
        while (true) {
            int edge = choose(state, position);
            int child = tree.child(edge);
            if (child >= 0 ? awaits(child) : barred(edge)) {
                turnBack(simulation);
                return false;
            }
            paths.add(simulation, state, edge);
            tree.setOut(state, edge);
            if (child >= 0 && settings.solve() && settings.transpositions()) {
                proofs.know(tree, edge, child, root.most());
            }
            if (tree.isKnown(edge)) {
                settle(simulation, edge);
                return true;
            }
            position.play(tree.action(edge));
            state = child >= 0 ? child : enter(position, edge);
            if (state < 0) {
                land(simulation, position, edge, batch);
                return true;
            }
        }
    }

    /** The edge to follow: the rule's for players, a draw for chance. */
    private int choose(int state, P position) {
        if (tree.turn(state) != Position.CHANCE) {
            return state == 0 ? rootRule.select(tree) : inside.select(tree, state);
        }
        return position.openEnded() ? openEnded(state) : drawn(state);
    }

    /**
     * An outcome with a probability in proportion to what it lacks, {@code p (N + 1) − n}, where that is positive: sampling of residuals,
     * by which a mean over outcomes varies less than with independent draws.
     */
    private int drawn(int state) {
        int next = tree.entered(state) + 1;
        int last = tree.endEdge(state) - 1;
        double total = 0;
        for (int edge = tree.firstEdge(state); edge <= last; edge++) {
            total += lacking(edge, next);
        }
        double left = luck.nextDouble() * total;
        for (int edge = tree.firstEdge(state); edge < last; edge++) {
            left -= lacking(edge, next);
            if (left < 0) {
                return edge;
            }
        }
        return last;
    }

    private double lacking(int edge, int next) {
        return Math.max(0, tree.prior(edge) * (double) next - tree.visits(edge) - tree.pending(edge));
    }

    private int openEnded(int state) {
        int first = tree.firstEdge(state);
        int outcomes = tree.endEdge(state) - first;
        if (outcomes < settings.widening().outcomes(tree.entered(state) + 1)) {
            return tree.addEdge(state, outcomes, 1);
        }
        return first + luck.nextInt(outcomes);
    }

    /** A state for a position below an edge without one, if the search goes on through it; else {@link SearchTree#NONE}. */
    private int enter(P position, int edge) {
        int turn = position.turn();
        if (turn == Position.OVER) {
            return SearchTree.NONE;
        }
        int found = settings.transpositions() ? tree.find(position.key()) : SearchTree.NONE;
        if (found == SearchTree.NONE && turn == Position.CHANCE) {
            found = expansion.chance(tree, position);
        }
        if (found != SearchTree.NONE) {
            tree.join(edge, found);
        }
        return found;
    }

    /** Ends a simulation at a position that the tree does not go beyond. */
    private void land(int simulation, P position, int edge, LeafBatch<P> batch) {
        deepest = Math.max(deepest, paths.length(simulation));
        for (int player = 0; player < players; player++) {
            worth[simulation * players + player] = position.earned(player);
        }
        newStates[simulation] = SearchTree.NONE;
        rows[simulation] = SETTLED;
        long number = begun++;
        if (position.turn() == Position.OVER) {
            if (settings.solve()) {
                tree.know(edge, worth, simulation * players);
            }
            return;
        }
        rows[simulation] = batch.add(position, number);
        if (tree.visits(edge) + tree.pending(edge) >= settings.expandAt() && tree.states() < settings.states()) {
            newStates[simulation] = expansion.player(tree, position);
            tree.join(edge, newStates[simulation]);
        }
    }

    private void settle(int simulation, int edge) {
        begun++;
        rows[simulation] = SETTLED;
        newStates[simulation] = SearchTree.NONE;
        for (int player = 0; player < players; player++) {
            worth[simulation * players + player] = tree.known(edge, player);
        }
    }

    private void backUp(int simulation) {
        int from = simulation * players;
        for (int step = paths.length(simulation) - 1; step >= 0; step--) {
            int edge = paths.edge(simulation, step);
            int state = paths.state(simulation, step);
            int turn = tree.turn(state);
            if (settings.solve() && turn >= 0) {
                proofs.takeCertain(tree, state, worth, from);
            }
            tree.comeBack(edge, turn >= 0 ? worth[from + turn] : 0);
            if (settings.transpositions() && tree.child(edge) >= 0) {
                tree.comeThrough(tree.child(edge), worth, from);
            }
        }
        if (settings.solve() && rows[simulation] == SETTLED) {
            proofs.carryUp(tree, paths, simulation, root.most());
        }
    }

    private void turnBack(int simulation) {
        for (int step = 0; step < paths.length(simulation); step++) {
            tree.turnBack(paths.state(simulation, step), paths.edge(simulation, step));
        }
    }

    /** Whether a state was made by a simulation that is still under way and whose priors are wanted. */
    private boolean awaits(int state) {
        if (settings.expandAt() > 1 || underWay == 0) {
            return false;
        }
        for (int simulation = 0; simulation < underWay; simulation++) {
            if (newStates[simulation] == state) {
                return true;
            }
        }
        return false;
    }

    /** Whether the leaf below an edge is being evaluated already, which a network would only answer once more. */
    private boolean barred(int edge) {
        return settings.expandAt() == 1 && underWay > 0 && tree.pending(edge) > 0;
    }

    private SearchTree emptyTree() {
        return new SearchTree(players, settings.transpositions(), settings.solve());
    }
}
