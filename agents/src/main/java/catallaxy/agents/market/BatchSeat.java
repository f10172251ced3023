package catallaxy.agents.market;

import catallaxy.agents.driver.Outcome;
import catallaxy.agents.learning.SharedEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.RewardMeter;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.seat.SeatView;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One learner's seat in its worlds of a {@link MarketBatch}: gathers a row of each at its own cadence. What the last action of an episode led to
 * is handed over together with the first observation of the next. A world in which the agent is ruined goes on
 * without it: until the end of the episode its row stays where it is, terminated, with rewards of zero.
 */
final class BatchSeat implements SharedEnvironment.LearnerSeat {
    private final String agent;
    private final int index;
    private final int[] worlds;
    private final SeatSettings settings;
    private final ObservationSpec observationSpec;
    private final ActionSpec actionSpec;
    private final VectorStep step;
    private final float[] actions;
    private final List<SeatView> views = new ArrayList<>();
    private final List<RewardMeter> meters = new ArrayList<>();
    private final double[] returns;
    private double meanReturn = Double.NaN;
    private final boolean[] ruined;
    private boolean due;

    /**
     * A seat.
     *
     * @param worlds indices in the batch, in the order of the rows
     */
    BatchSeat(String agent, SeatSettings settings, MarketAgents agents, int[] worlds) {
        this.worlds = worlds.clone();
        this.agent = agent;
        this.settings = settings;
        index = agents.index(agent);
        SeatView view = new SeatView(settings, agents.context(agent, 0), () -> agents.agent(agent, 0));
        observationSpec = view.observationSpec();
        actionSpec = view.actionSpec();
        step = new VectorStep(worlds.length, observationSpec.size(), actionSpec.maskSize());
        actions = new float[worlds.length * actionSpec.size()];
        returns = new double[worlds.length];
        ruined = new boolean[worlds.length];
    }

    @Override
    public String agent() {
        return agent;
    }

    /** Takes its place in its worlds, which have just begun, and in all of which it is due. */
    void begin(MarketBatch batch, MarketAgents agents, long[] seeds) {
        views.clear();
        meters.clear();
        Arrays.fill(ruined, false);
        Arrays.fill(returns, 0);
        for (int i = 0; i < worlds.length; i++) {
            long seed = seeds[worlds[i]];
            AgentStep first = Objects.requireNonNull(batch.step(worlds[i], agent), agent);
            views.add(new SeatView(settings, agents.context(agent, seed), () -> agents.agent(agent, seed)));
            RewardMeter meter = new RewardMeter(settings.reward(), batch.market(worlds[i]), index);
            meter.begin(first.observation());
            meters.add(meter);
            views.get(i).observe(first.observation(), step.observations(), step.masks(), i);
        }
        due = true;
    }

    @Override
    public boolean due() {
        return due;
    }

    @Override
    public VectorStep step() {
        return step;
    }

    @Override
    public float[] actions() {
        return actions;
    }

    /** Hands the actions over, in all worlds in which it is not ruined. */
    void decide(MarketBatch batch) {
        for (int i = 0; i < ruined.length; i++) {
            if (!ruined[i]) {
                batch.answer(worlds[i], agent, new Outcome.Answered(views.get(i).act(actions, i)));
            }
        }
    }

    /** Takes what the last actions led to, where it is due now in any world. */
    void look(MarketBatch batch) {
        due = !batch.finished() && isAsked(batch);
        if (due) {
            gather(batch, false);
        }
    }

    private boolean isAsked(MarketBatch batch) {
        for (int world : worlds) {
            if (batch.step(world, agent) != null) {
                return true;
            }
        }
        return false;
    }

    /** Takes what the last actions of an episode led to. */
    void end(MarketBatch batch) {
        gather(batch, true);
        double sum = 0;
        for (double each : returns) {
            sum += each;
        }
        meanReturn = sum / returns.length;
    }

    private void gather(MarketBatch batch, boolean last) {
        for (int i = 0; i < ruined.length; i++) {
            answer(batch, i, last);
        }
        System.arraycopy(step.observations(), 0, step.next(), 0, step.next().length);
    }

    /** Writes the row of what the action led to in its world; one that is ruined before stays as it is. */
    private void answer(MarketBatch batch, int row, boolean last) {
        AgentStep each = batch.step(worlds[row], agent);
        step.truncated()[row] = last && !ruined[row];
        step.rewards()[row] = 0;
        if (each != null && !ruined[row]) {
            step.rewards()[row] = meters.get(row).next(batch.market(worlds[row]), each);
            returns[row] += step.rewards()[row];
            ruined[row] = each.terminated();
            step.truncated()[row] = last && !each.terminated();
            views.get(row).observe(each.observation(), step.observations(), step.masks(), row);
        }
        step.terminated()[row] = ruined[row];
    }

    /** Mean return of the latest episode over its worlds; NaN before the first has ended. */
    double meanReturn() {
        return meanReturn;
    }

    @Override
    public ActionSpec actionSpec() {
        return actionSpec;
    }

    @Override
    public ObservationSpec observationSpec() {
        return observationSpec;
    }

    @Override
    public void save(StateWriter out) {
        out.float64(meanReturn);
    }

    @Override
    public void load(StateReader in) {
        meanReturn = in.float64();
    }
}
