package catallaxy.agents.planning;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.mcts.Position;
import java.util.List;

/**
 * A market at an epoch of one seat, as a search steps it. The player is who sits there; chance is everything else between two of its
 * epochs at which it has something to decide: the world, the population, other agents, delays, failures. Outcomes of chance are
 * open-ended: the {@code k}-th is the market under the {@code k}-th luck, the same for every move, so that moves are compared in the
 * same futures.
 *
 * <p>Moves: 0 is to rest, which is to hold at every epoch up to the horizon; 1 is to wait, which is to hold at this epoch; then what the
 * expert proposes. What was planned as rest is planned anew at the next epoch. Worth is what trades earn up to the horizon,
 * {@link TradedGain}, discounted. One owner; a copy shares the market until one of the two plays.
 */
public final class MarketPosition implements Position<MarketPosition> {
    static final int REST = 0;
    static final int WAIT = 1;
    static final int HOLDING = 2;

    private final Outlook outlook;
    private MarketEnvironment market;
    private Cast cast;
    private boolean shared = true;
    private Observation seen;
    private List<Proposal> proposals;
    private int turn;
    private int chosen;
    private int decisions;
    private long luck;
    private double gained;
    private double earned;

    /**
     * The position of a seat that is due.
     *
     * @param market a copy of the market at this epoch, owned from now on
     * @param seen   what is observed there
     * @param luck   of the search
     */
    MarketPosition(Outlook outlook, MarketEnvironment market, Observation seen, List<Proposal> proposals, long luck) {
        this.outlook = outlook;
        this.market = market;
        this.seen = seen;
        this.proposals = proposals;
        this.luck = luck;
        cast = outlook.cast();
    }

    @Override
    public int actionCount() {
        return outlook.mostProposals() + HOLDING;
    }

    @Override
    public int playerCount() {
        return 1;
    }

    @Override
    public int turn() {
        return turn;
    }

    @Override
    public int moves(int[] into) {
        int count = proposals.size() + HOLDING;
        for (int move = 0; move < count; move++) {
            into[move] = move;
        }
        return count;
    }

    @Override
    public boolean openEnded() {
        return true;
    }

    /** The action that a move stands for at this epoch. */
    Action action(int move) {
        return move < HOLDING
                ? Action.of(seen.actions().neutral())
                : proposals.get(move - HOLDING).action();
    }

    /** What the expert says of a move, relative to the others. */
    double weight(int move) {
        double all = 0;
        for (Proposal proposal : proposals) {
            all += proposal.weight();
        }
        return move < HOLDING
                ? outlook.holdingWeight() / HOLDING
                : (1 - outlook.holdingWeight()) * proposals.get(move - HOLDING).weight() / all;
    }

    /** What networks see of a move. */
    float[] row(int move) {
        double left = (double) (outlook.endNanos() - seen.timeNanos())
                / outlook.foresight().horizonNanos();
        return MoveRow.of(move, proposals, left);
    }

    /** What a unit that is earned at this epoch is worth at the decision. */
    double discount() {
        return outlook.foresight().discount(seen.timeNanos() - outlook.startNanos());
    }

    @Override
    public void play(int move) {
        if (turn == CHANCE) {
            draw(move);
            goOn(action(chosen), chosen == REST ? Manner.RESTING : Manner.PLANNING);
        } else {
            chosen = move;
            decisions++;
            turn = CHANCE;
        }
    }

    /** Goes on to the horizon as the follower would; what is earned is final then. */
    void follow() {
        draw(0);
        goOn(cast.decide(own()), Manner.FOLLOWING);
    }

    /** What is observed of the copy that is played; who is due is the same in all of an epoch. */
    private Observation own() {
        return market.observed().stream()
                .filter(each -> each.agent().equals(outlook.agent()))
                .findFirst()
                .orElse(seen);
    }

    /** Another future than the present one, a function of the luck so far and of the number. */
    private void draw(int number) {
        RandomStream futures = RandomStream.of(luck, "planning/futures");
        futures.seek(number);
        luck = futures.nextLong();
        if (shared) {
            market = market.fork(luck);
            cast = cast.copy();
            shared = false;
        } else {
            market.market().divert(luck);
        }
    }

    /** Who decides in the seat from here on. */
    private enum Manner {
        /** Nobody: it holds. */
        RESTING,
        /** The player, where there is something to decide and it may. */
        PLANNING,
        /** The follower. */
        FOLLOWING
    }

    private void goOn(Action first, Manner manner) {
        Action mine = first;
        List<Observation> due = market.observed();
        while (true) {
            EnvironmentStep step = market.step(cast.decide(due, outlook.agent(), mine));
            due = step.due().stream().map(AgentStep::observation).toList();
            if (step.finished() || step.timeNanos() >= outlook.endNanos()) {
                earn(step.timeNanos());
                turn = OVER;
                return;
            }
            for (Observation each : due) {
                if (each.agent().equals(outlook.agent())) {
                    if (manner == Manner.PLANNING && isAsked(each, step.timeNanos())) {
                        return;
                    }
                    mine = next(each, manner);
                }
            }
        }
    }

    /** Whether the player is to decide now; the proposals are those of the epoch then. */
    private boolean isAsked(Observation now, long timeNanos) {
        if (decisions >= outlook.foresight().decisions()) {
            return false;
        }
        List<Proposal> proposed = outlook.expert().proposals(now);
        if (proposed.isEmpty()) {
            return false;
        }
        earn(timeNanos);
        seen = now;
        proposals = proposed;
        turn = 0;
        return true;
    }

    private Action next(Observation now, Manner manner) {
        boolean follows = manner == Manner.FOLLOWING
                || (manner == Manner.PLANNING
                        && decisions >= outlook.foresight().decisions());
        return follows ? cast.decide(now) : Action.of(now.actions().neutral());
    }

    private void earn(long timeNanos) {
        double gain = outlook.gain().at(market.market().view());
        earned += (gain - gained) * outlook.foresight().discount(timeNanos - outlook.startNanos());
        gained = gain;
    }

    @Override
    public double earned(int player) {
        return earned;
    }

    @Override
    public MarketPosition copy() {
        MarketPosition copy = new MarketPosition(outlook, market, seen, proposals, luck);
        copy.set(this);
        return copy;
    }

    @Override
    public void set(MarketPosition other) {
        other.shared = true;
        shared = true;
        market = other.market;
        cast = other.cast;
        seen = other.seen;
        proposals = other.proposals;
        turn = other.turn;
        chosen = other.chosen;
        decisions = other.decisions;
        luck = other.luck;
        gained = other.gained;
        earned = other.earned;
    }
}
