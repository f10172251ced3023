package catallaxy.evolution.genetic;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.raising.Member;

/**
 * Who is left in a bracket.
 *
 * @param earlier before the latest stretch; invalid if there was none
 * @param latest  after the latest stretch; invalid if there was none
 */
record Contender(Member member, Fitness earlier, Fitness latest) {
    /** Before its first stretch. */
    static Contender of(Member member) {
        return new Contender(member, Fitness.invalid(), Fitness.invalid());
    }

    Contender after(Fitness stretch) {
        return new Contender(member, latest, stretch);
    }

    double[] point() {
        return member.point();
    }

    /** What it is worth: where judgement is noisy, in the mean of its two latest stretches. */
    Fitness worth(boolean noisy) {
        return noisy ? earlier.plus(latest) : latest;
    }

    void drop() {
        member.trainee().close();
    }

    void save(StateWriter out) {
        out.int32(member.place());
        member.save(out);
        earlier.save(out);
        latest.save(out);
    }

    /** What was saved, in a member of that place that is new. */
    static Contender load(Member member, StateReader in) {
        member.load(in);
        return new Contender(member, Fitness.load(in), Fitness.load(in));
    }
}
