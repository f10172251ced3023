package catallaxy.agents.training;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a policy earned in whole episodes. Every world contributes a number of episodes that is fixed beforehand: taking the
 * first so many that end would favour short ones.
 *
 * @param mean       of the undiscounted returns
 * @param std        standard deviation of the returns, n − 1; 0 for one episode
 * @param episodes   {@code n}
 * @param meanLength steps
 */
public record Evaluation(double mean, double std, int episodes, double meanLength) {
    private static final int MOST_WORLDS = 256;

    /** How many worlds to evaluate so many episodes in. */
    public static int worldsFor(int episodes) {
        return Math.clamp(episodes, 1, MOST_WORLDS);
    }

    /**
     * Plays {@code episodes} episodes: in each world equally many, in the first ones one more where that does not divide.
     * A function of its arguments.
     *
     * @param environment is reset with the seed
     * @throws IllegalArgumentException if there are fewer episodes than worlds
     */
    public static Evaluation of(VectorEnvironment environment, BatchPolicy policy, int episodes, long seed) {
        int worlds = environment.worlds();
        if (episodes < worlds) {
            throw new IllegalArgumentException(
                    "episodes: expected at least one for each of " + worlds + " worlds, found " + episodes);
        }
        Play play = new Play(worlds, episodes);
        VectorStep step = VectorStep.of(environment);
        float[] actions = new float[worlds * environment.actionSpec().size()];
        environment.reset(seed, step);
        while (play.missing > 0) {
            policy.act(step.observations(), step.masks(), worlds, actions);
            environment.step(actions, step);
            play.observe(step);
        }
        return play.result();
    }

    /** By their customary names. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(Course.MEAN_REWARD, mean);
        figures.put("eval/std_reward", std);
        figures.put("eval/mean_ep_length", meanLength);
        return figures;
    }

    /** Episodes in progress and over; those of one world lie together, so that sums do not depend on who ends first. */
    private static final class Play {
        private final int[] next;
        private final int[] end;
        private final double[] running;
        private final long[] steps;
        private final double[] returns;
        private long totalSteps;
        private int missing;

        Play(int worlds, int episodes) {
            next = new int[worlds];
            end = new int[worlds];
            running = new double[worlds];
            steps = new long[worlds];
            returns = new double[episodes];
            missing = episodes;
            for (int i = 0; i < worlds; i++) {
                next[i] = i == 0 ? 0 : end[i - 1];
                end[i] = next[i] + episodes / worlds + (i < episodes % worlds ? 1 : 0);
            }
        }

        void observe(VectorStep step) {
            for (int i = 0; i < next.length; i++) {
                running[i] += step.rewards()[i];
                steps[i]++;
                if (step.ended(i)) {
                    end(i);
                }
            }
        }

        private void end(int world) {
            if (next[world] < end[world]) {
                returns[next[world]++] = running[world];
                totalSteps += steps[world];
                missing--;
            }
            running[world] = 0;
            steps[world] = 0;
        }

        Evaluation result() {
            int n = returns.length;
            double sum = 0;
            for (double each : returns) {
                sum += each;
            }
            double mean = sum / n;
            double squares = 0;
            for (double each : returns) {
                squares += (each - mean) * (each - mean);
            }
            double std = n == 1 ? 0 : Math.sqrt(squares / (n - 1));
            return new Evaluation(mean, std, n, (double) totalSteps / n);
        }
    }
}
