package catallaxy.evolution.raising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchContract;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import catallaxy.evolution.search.VectorProblems;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PbtTest extends SearchContract<PbtKind.Settings, Member> {
    private static final PbtToy TOY = new PbtToy(0.02, 4);
    private static final int MEMBERS = 10;

    @Override
    protected SearchKind<PbtKind.Settings> kind() {
        return new PbtKind();
    }

    @Override
    protected PbtKind.Settings settings() {
        return with(Exploit.TRUNCATION);
    }

    private static PbtKind.Settings with(Exploit exploit) {
        return new PbtKind.Settings(exploit, 0.2, 0.2, 0.1);
    }

    @Override
    protected EvolvableProblem problem(Trouble trouble) {
        return StillTrainees.of(
                switch (trouble) {
                    case NONE -> VectorProblems.SPHERE;
                    case NOISE -> VectorProblems.NOISY;
                    case HALF_INVALID -> VectorProblems.HALF_INVALID;
                    case ALL_INVALID -> VectorProblems.ALL_INVALID;
                });
    }

    @Override
    protected String text(Member member) {
        return StillTrainees.text(member);
    }

    private static Discoveries<Member> raised(EvolvableProblem problem, Exploit exploit, int generations, long seed) {
        SearchContext context = new SearchContext(
                seed,
                MEMBERS,
                false,
                (long) MEMBERS * generations,
                new SearchContext.NetworkShape(List.of(), Squash.TANH));
        SearchSetup<Member> setup = new PbtKind().setup(with(exploit), problem, context);
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            EvolutionPlan plan = new EvolutionPlan((long) MEMBERS * generations, 1, OptionalDouble.empty());
            Evolution<Member> evolution = new Evolution<>(setup, plan, seed, evaluator);
            while (evolution.step()) {}
            return evolution.found();
        }
    }

    private static double value(Discoveries<Member> found) {
        return TOY.referee().orElseThrow().score().of(found);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATION", "TOURNAMENT"})
    void theToyOfThePaperIsSolved(Exploit exploit) {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(value(raised(TOY, exploit, 150, seed)))
                    .as("seed %d", seed)
                    .isCloseTo(1.2, within(0.01));
        }
    }

    /** Whoever keeps its settings sees one half of what counts: 1.2 − 0.9². */
    @Test
    void andNotSolvedWhereNobodyCopies() {
        for (long seed = 1; seed <= 20; seed++) {
            Discoveries<Member> found = raised(TOY, Exploit.NONE, 150, seed);
            assertThat(value(found)).as("seed %d", seed).isCloseTo(0.39, within(0.01));
            assertThat(found.figures()).containsEntry("copies", 0.0).containsEntry("founders", (double) MEMBERS);
        }
    }

    @Test
    void whoCopiedWhomAndWhenIsKept() {
        Discoveries<Member> found = raised(TOY, Exploit.TRUNCATION, 150, 1);
        Member best = found.best().getFirst().candidate();
        assertThat(best.line()).hasSizeGreaterThan(2);
        assertThat(best.line().getFirst().generation()).isZero();
        assertThat(best.line().getLast().member()).isEqualTo(best.place());
        assertThat(best.line().stream().map(Ancestor::generation)).isSorted().doesNotHaveDuplicates();
        assertThat(best.line().stream().map(each -> each.point()[0] < 0.5).distinct())
                .as("saw both halves")
                .hasSize(2);
        List<?> lives =
                (List<?>) best.parts(TOY.trainees().orElseThrow().space()).get("line");
        assertThat(lives).hasSameSizeAs(best.line());
        assertThat(found.figures().get("copies")).isBetween(290.0, 300.0);
        assertThat(found.figures().get("founders")).isLessThan((double) MEMBERS);
    }

    @ParameterizedTest
    @EnumSource
    void whoFailsIsReplacedAndCopiedByNobody(Exploit exploit) {
        EvolvableProblem problem = StillTrainees.of(VectorProblems.HALF_INVALID);
        for (long seed = 1; seed <= 5; seed++) {
            Discoveries<Member> found = raised(problem, exploit, 40, seed);
            double restarts = Objects.requireNonNull(found.figures().get("restarts"));
            assertThat(found.best().getFirst().candidate().line())
                    .as("every ancestor lived where trials are valid: x > 0.2")
                    .allSatisfy(each -> assertThat(each.point()[0]).isGreaterThan(0.5));
            assertThat(restarts > 0).isEqualTo(exploit == Exploit.NONE);
        }
    }

    @Test
    void onlyProblemsOfTraineesSuit() {
        assertThat(new PbtKind().misfit(VectorProblems.SPHERE)).hasValue("a problem in which learners are raised");
        assertThat(new PbtKind().misfit(TOY)).isEmpty();
        assertThat(new PbtToyKind().name()).isEqualTo(TOY.problem());
    }
}
