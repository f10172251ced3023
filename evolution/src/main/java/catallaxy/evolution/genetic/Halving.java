package catallaxy.evolution.genetic;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.raising.Member;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.Solution;
import catallaxy.evolution.search.TraineeTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Successive halving inside a genetic search, the algorithm of Jamieson and Talwalkar 2016, https://arxiv.org/abs/1502.07943.
 *
 * <pre>
 *   n settings, each from nothing; for rung k = 0, 1, …
 *     each that is left trains on until it has had η^k stretches
 *     the best ⌊n η^−(k+1)⌋ are left, as long as that is one at least
 * </pre>
 *
 * <p>The next n settings are offspring of these, of which whoever got farther counts as better. Deviations: η is given and the budget
 * follows from it, where the paper's η is 2; the invalid are dropped at once. Settings do not change in a life, so that they may be
 * any. Found is the best winner of all brackets that ended; before the first, the best of those that train.
 */
final class Halving implements Search<Member> {
    private static final Comparator<Contender> BY_COST =
            Comparator.comparingDouble(each -> each.latest().cost());

    private final TraineeTask task;
    private final Breeder breeder;
    private final int population;
    private final int eta;
    private final boolean noisy;
    private List<Contender> left = List.of();
    /** Settings of those that were dropped, the last one first. */
    private final List<double[]> dropped = new ArrayList<>();
    /** Of the brackets so far the best, if there is one. */
    private List<Contender> winner = List.of();

    private long brackets;
    private long stretches;
    private long rung;

    Halving(TraineeTask task, Breeder breeder, int population, int eta, boolean noisy) {
        this.task = task;
        this.breeder = breeder;
        this.population = population;
        this.eta = eta;
        this.noisy = noisy;
        begin(breeder.offspring(List.of(), population, 0));
    }

    private void begin(List<double[]> points) {
        stretches = 0;
        rung = 1;
        dropped.clear();
        List<Contender> fresh = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            fresh.add(Contender.of(member(i, points.get(i))));
        }
        left = fresh;
    }

    private Member member(int place, double[] point) {
        return new Member(
                place, brackets, point, task.begin(point, breeder.random().nextLong()));
    }

    @Override
    public List<Member> ask() {
        return left.stream().map(Contender::member).toList();
    }

    @Override
    public void tell(List<Fitness> fitness) {
        stretches++;
        List<Contender> ranked = IntStream.range(0, left.size())
                .mapToObj(i -> left.get(i).after(fitness.get(i)))
                .sorted(BY_COST)
                .toList();
        int valid = (int) fitness.stream().filter(Fitness::valid).count();
        boolean over = stretches == rung;
        boolean last = (over && ranked.size() < eta) || valid == 0;
        int kept = over ? Math.min(valid, Math.max(1, ranked.size() / eta)) : valid;
        for (Contender loser : ranked.subList(kept, ranked.size()).reversed()) {
            dropped.addFirst(loser.point());
            loser.drop();
        }
        left = ranked.subList(0, kept);
        if (last) {
            end();
        } else if (over) {
            rung *= eta;
        }
    }

    /** Whoever is left has won; offspring begin. */
    private void end() {
        List<double[]> points =
                new ArrayList<>(left.stream().map(Contender::point).toList());
        points.addAll(dropped);
        List<Solution<double[]>> ranked = IntStream.range(0, left.isEmpty() ? 0 : points.size())
                .mapToObj(i -> new Solution<>(points.get(i), Fitness.ofCosts(i)))
                .toList();
        left.forEach(this::win);
        brackets++;
        begin(breeder.offspring(ranked, population, brackets));
    }

    private void win(Contender another) {
        boolean better = winner.isEmpty()
                || another.worth(noisy).cost() < winner.getFirst().worth(noisy).cost();
        if (better) {
            winner.forEach(Contender::drop);
            winner = List.of(another);
        } else {
            another.drop();
        }
    }

    @Override
    public Discoveries<Member> found() {
        List<Solution<Member>> best = (winner.isEmpty() ? left : winner)
                .stream()
                        .map(each -> new Solution<>(each.member(), each.worth(noisy)))
                        .filter(each -> each.fitness().valid())
                        .limit(1)
                        .toList();
        return Discoveries.of(best, Map.of("brackets", (double) brackets, "left", (double) left.size()));
    }

    @Override
    public void save(StateWriter out) {
        breeder.random().save(out);
        out.int64(brackets).int64(stretches).int64(rung).int32(dropped.size());
        dropped.forEach(out::doubles);
        for (List<Contender> those : List.of(left, winner)) {
            out.int32(those.size());
            those.forEach(each -> each.save(out));
        }
    }

    @Override
    public void load(StateReader in) {
        RandomStream random = RandomStream.load(in);
        brackets = in.int64();
        stretches = in.int64();
        rung = in.int64();
        dropped.clear();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            dropped.add(in.doubles());
        }
        left = contenders(in);
        winner = contenders(in);
        breeder.random().seek(random.counter());
    }

    private List<Contender> contenders(StateReader in) {
        List<Contender> those = new ArrayList<>();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            those.add(Contender.load(member(in.int32(), task.space().box().start()), in));
        }
        return those;
    }
}
