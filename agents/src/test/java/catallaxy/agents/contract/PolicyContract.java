package catallaxy.agents.contract;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import java.util.Arrays;
import java.util.function.Supplier;

/** What every policy without exploration promises, on observations of many moments. */
final class PolicyContract extends Contract<PolicyContract.Subject> {
    static final String SAME = "the same observations get the same actions, whatever was asked before";
    static final String INPUTS = "observations and masks are only read";
    static final String ALLOWED = "actions keep to their bounds and masks";
    static final String ROWS = "a row gets the same action, to the last bit, in every batch";

    private static final int STEPS = 120;

    /**
     * A policy and worlds to act in.
     *
     * @param policy the same one each time, or one that has learned the same
     * @param worlds anew each time
     */
    record Subject(Supplier<BatchPolicy> policy, Supplier<VectorEnvironment> worlds) {}

    /** What is asked of a policy at one moment. */
    private interface Question {
        void ask(BatchPolicy policy, VectorEnvironment worlds, VectorStep now, float[] actions);
    }

    /** @param exact whether rows must not depend on their batch, to the last bit: the network library does not promise that */
    PolicyContract(boolean exact) {
        promise(
                SAME,
                subject -> always(subject, (policy, worlds, now, actions) -> {
                    policy.act(new float[now.observations().length], now.masks(), now.worlds(), actions.clone());
                    float[] again = actions.clone();
                    policy.act(now.observations(), now.masks(), now.worlds(), again);
                    assertThat(again).isEqualTo(actions);
                }));
        promise(
                INPUTS,
                subject -> always(subject, (policy, worlds, now, actions) -> {
                    float[] observations = now.observations().clone();
                    boolean[] masks = now.masks().clone();
                    policy.act(now.observations(), now.masks(), now.worlds(), actions);
                    assertThat(now.observations()).isEqualTo(observations);
                    assertThat(now.masks()).isEqualTo(masks);
                }));
        promise(
                ALLOWED,
                subject -> always(
                        subject,
                        (policy, worlds, now, actions) -> assertThat(RandomActions.complaints(worlds, now, actions))
                                .isEmpty()));
        if (exact) {
            promise(ROWS, subject -> always(subject, PolicyContract::rowsStandAlone));
        }
    }

    /** Asks at each moment of a course of random actions; {@code actions} are the policy's. */
    private static void always(Subject subject, Question question) {
        VectorEnvironment worlds = subject.worlds().get();
        BatchPolicy policy = subject.policy().get();
        VectorStep now = VectorStep.of(worlds);
        RandomActions random = new RandomActions(worlds, 3);
        float[] actions = new float[worlds.worlds() * worlds.actionSpec().size()];
        worlds.reset(17, now);
        for (int t = 0; t < STEPS; t++) {
            policy.act(now.observations(), now.masks(), now.worlds(), actions);
            question.ask(policy, worlds, now, actions);
            worlds.step(random.next(now), now);
        }
    }

    private static void rowsStandAlone(BatchPolicy policy, VectorEnvironment worlds, VectorStep now, float[] actions) {
        int size = worlds.actionSpec().size();
        for (int row = 0; row < now.worlds(); row++) {
            float[] alone = new float[size];
            policy.act(
                    part(now.observations(), row, now.features()),
                    Arrays.copyOfRange(now.masks(), row * now.maskSize(), (row + 1) * now.maskSize()),
                    1,
                    alone);
            assertThat(alone).isEqualTo(part(actions, row, size));
        }
    }

    private static float[] part(float[] rows, int row, int width) {
        return Arrays.copyOfRange(rows, row * width, (row + 1) * width);
    }
}
