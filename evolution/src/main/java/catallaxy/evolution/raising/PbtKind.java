package catallaxy.evolution.raising;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.TraineeTask;
import java.util.Optional;

/** Registers population-based training, {@code pbt}. */
public final class PbtKind implements SearchKind<PbtKind.Settings> {
    private static final int POPULATION = 20;
    private static final String EXPECTED = "a problem in which learners are raised";

    /**
     * Settings; the defaults are those of Jaderberg et al. 2017 for reinforcement learning.
     *
     * @param exploit  whom members copy
     * @param share    of the population that counts as the best, and as the worst, for truncation
     * @param perturb  p: settings are multiplied by 1 − p or 1 + p
     * @param resample probability that a setting is drawn anew instead
     */
    public record Settings(
            @Key(
                    meaning =
                            "Whom members copy after each stretch: the worst copy the best (truncation), each copies one that it meets "
                                    + "and that is better (tournament), or nobody anyone (none), which is a random search for settings.",
                    initial = "truncation")
            Exploit exploit,

            @Key(
                    meaning =
                            "Share of the population that counts as the best, and as the worst, for truncation; at least one.",
                    initial = "0.2",
                    range = "above 0, at most 0.5")
            double share,

            @Key(
                    meaning =
                            "p, where a setting that is copied is multiplied by 1 - p or 1 + p; a word changes for one beside it.",
                    initial = "0.2",
                    range = "0 to 0.9")
            double perturb,

            @Key(
                    meaning = "Probability that a setting that is copied is drawn anew instead.",
                    initial = "0",
                    range = "0 to 1")
            double resample) {
        /** Checks each; the error names the field. */
        public Settings {
            Checks.that(share > 0 && share <= 0.5, "share", "a number above 0, at most 0.5", share);
            Checks.inRange("perturb", perturb, 0, 0.9);
            Checks.inRange("resample", resample, 0, 1);
        }
    }

    @Override
    public String name() {
        return "pbt";
    }

    @Override
    public Class<Settings> config() {
        return Settings.class;
    }

    @Override
    public String summary() {
        return "Population-based training (Jaderberg et al. 2017): learners copy better ones and change their settings while they train";
    }

    @Override
    public Optional<String> misfit(EvolvableProblem problem) {
        return problem.trainees().map(TraineeTask::rigid).orElse(Optional.of(EXPECTED));
    }

    @Override
    public SearchSetup<Member> setup(Settings settings, EvolvableProblem problem, SearchContext context) {
        TraineeTask task = problem.trainees().orElseThrow(() -> new IllegalArgumentException("expected " + EXPECTED));
        Pbt search = new Pbt(task, settings, context.population(POPULATION), context.noisy(), context.random("pbt"));
        return new SearchSetup<>(search, new RaisingTask(task), member -> member.parts(task.space()));
    }
}
