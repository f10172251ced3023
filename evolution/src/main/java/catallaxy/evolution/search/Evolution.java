package catallaxy.evolution.search;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.FitnessEvaluator;
import java.util.List;

/**
 * A search at work: generation after generation until its trials are used or its target is reached. All candidates of a generation
 * meet the same seeds, and every generation others. A function of setup, plan and seed, whatever the number of threads; it may be
 * saved after each generation and goes on to the same bits. Owned by one thread, which closes the evaluator.
 *
 * @param <C> what is evolved
 */
public final class Evolution<C> {
    private final SearchSetup<C> setup;
    private final EvolutionPlan plan;
    private final FitnessEvaluator evaluator;
    private final RandomStream seeds;
    private long generation;
    private boolean over;

    /** An evolution at its beginning. */
    public Evolution(SearchSetup<C> setup, EvolutionPlan plan, long seed, FitnessEvaluator evaluator) {
        this.setup = setup;
        this.plan = plan;
        this.evaluator = evaluator;
        seeds = RandomStream.of(seed, "evolution/trials");
    }

    /** One generation; false, and nothing done, where evolution has ended. */
    public boolean step() {
        List<C> asked = setup.search().ask();
        int samples = setup.task().noisy() ? plan.samples() : 1;
        over |= ended((long) asked.size() * samples);
        if (over) {
            return false;
        }
        long[] luck = new long[samples];
        for (int i = 0; i < samples; i++) {
            luck[i] = seeds.nextLong();
        }
        List<Fitness> fitness = evaluator.evaluate(setup.task(), asked, luck);
        setup.search().tell(fitness);
        generation++;
        return true;
    }

    /** The first generation is always tried, another one only if there are trials left for it. */
    private boolean ended(long wanted) {
        boolean used = generation > 0 && plan.evaluations() - evaluator.trials() < wanted;
        return used || reached();
    }

    private boolean reached() {
        if (plan.target().isEmpty()) {
            return false;
        }
        double target =
                setup.task().objectives().all().getFirst().turned(plan.target().orElseThrow());
        return setup.search().found().best().stream()
                .anyMatch(solution -> solution.fitness().cost() <= target);
    }

    /** How many generations are over. */
    public long generation() {
        return generation;
    }

    /** Why it has ended, in a word: {@code target} or {@code evaluations}. */
    public String end() {
        return reached() ? "target" : "evaluations";
    }

    /** How many trials there were. */
    public long trials() {
        return evaluator.trials();
    }

    /** What was found so far. */
    public Discoveries<C> found() {
        return setup.search().found();
    }

    /** Writes all that the following generations depend on. */
    public void save(StateWriter out) {
        out.int64(generation).int64(evaluator.trials()).int64(seeds.counter());
        setup.search().save(out);
    }

    /** Goes on where it was saved; it was made with the same arguments, but for the threads. */
    public void load(StateReader in) {
        generation = in.int64();
        evaluator.resumeAt(in.int64());
        seeds.seek(in.int64());
        setup.search().load(in);
    }
}
