package catallaxy.evolution.raising;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.Solution;
import catallaxy.evolution.search.TraineeTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Population-based training, the algorithm of Jaderberg et al. 2017, https://arxiv.org/abs/1711.09846.
 *
 * <pre>
 *   for each generation, each member (θ, h)
 *     step, eval   θ ← one stretch of training under h;  p ← its worth
 *     exploit      h', θ' ← those of a better member, as {@link Exploit} says
 *     explore      where θ' ≠ θ:  h ← h' multiplied by 1 ± perturb, or drawn anew
 * </pre>
 *
 * <p>Deviations: members go on together, generation by generation, where the paper's are asynchronous; all are judged by the same
 * luck in a generation. What is copied is the whole learner with its worlds, not its weights alone. A member that has diverged is
 * always replaced: by a copy of a valid one, or from nothing with other settings where nobody copies or nobody is valid; it is
 * never copied. One that has just copied counts as untried until its next stretch; where judgement is noisy, as found counts only who
 * has lived through two stretches since, by the mean of both.
 */
final class Pbt implements Search<Member> {
    private final TraineeTask task;
    private final Exploit exploit;
    private final Exploration exploration;
    private final int elite;
    private final boolean noisy;
    private final RandomStream random;
    private final List<Member> members = new ArrayList<>();
    /** After the latest generation; invalid of who has changed since. */
    private List<Fitness> latest = List.of();
    /** After the generation before that, likewise. */
    private List<Fitness> earlier = List.of();

    private long generation;
    private long copies;
    private long restarts;

    Pbt(TraineeTask task, PbtKind.Settings settings, int population, boolean noisy, RandomStream random) {
        this.task = task;
        this.noisy = noisy;
        this.random = random;
        exploit = settings.exploit();
        exploration = new Exploration(settings.perturb(), settings.resample());
        elite = Math.clamp((int) Math.floor(settings.share() * population), 1, population / 2);
        for (int i = 0; i < population; i++) {
            double[] point = task.space().box().random(random);
            members.add(new Member(i, 0, point, task.begin(point, random.nextLong())));
        }
    }

    @Override
    public List<Member> ask() {
        return List.copyOf(members);
    }

    @Override
    public void tell(List<Fitness> fitness) {
        generation++;
        List<Integer> ranking = IntStream.range(0, members.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> fitness.get(i).cost()))
                .toList();
        int valid = (int) fitness.stream().filter(Fitness::valid).count();
        int[] donors = donors(ranking, valid);
        Map<Integer, byte[]> states = new HashMap<>();
        List<List<Ancestor>> lines = members.stream().map(Member::line).toList();
        for (int donor : donors) {
            if (donor != Exploit.NOBODY) {
                states.computeIfAbsent(donor, each -> members.get(each).state());
            }
        }
        earlier = latest;
        latest = new ArrayList<>(fitness);
        for (int i = 0; i < donors.length; i++) {
            if (donors[i] != Exploit.NOBODY) {
                copy(members.get(i), Objects.requireNonNull(states.get(donors[i])), lines.get(donors[i]));
            } else if (!fitness.get(i).valid()) {
                restart(members.get(i));
            }
        }
    }

    /** Whom each member copies. */
    private int[] donors(List<Integer> ranking, int valid) {
        int[] donors = new int[members.size()];
        for (int rank = 0; rank < donors.length; rank++) {
            int donor = valid == 0 ? Exploit.NOBODY : exploit.donor(rank, ranking, valid, elite, random);
            boolean saved = donor == Exploit.NOBODY && rank >= valid && valid > 0 && exploit != Exploit.NONE;
            donors[ranking.get(rank)] = saved ? ranking.get(random.nextInt(Math.min(elite, valid))) : donor;
        }
        return donors;
    }

    private void copy(Member member, byte[] state, List<Ancestor> line) {
        double[] point = exploration.of(line.getLast().point(), task.space(), random);
        member.copy(state, line, generation, point);
        latest.set(member.place(), Fitness.invalid());
        copies++;
    }

    private void restart(Member member) {
        double[] point = task.space().box().random(random);
        member.begin(task.begin(point, random.nextLong()), generation, point);
        restarts++;
    }

    @Override
    public Discoveries<Member> found() {
        List<Solution<Member>> best = IntStream.range(0, noisy ? earlier.size() : latest.size())
                .mapToObj(i -> new Solution<>(members.get(i), worth(i)))
                .filter(each -> each.fitness().valid())
                .sorted(Comparator.comparingDouble(each -> each.fitness().cost()))
                .limit(1)
                .toList();
        Map<String, Double> figures = new TreeMap<>();
        figures.put("copies", (double) copies);
        figures.put("restarts", (double) restarts);
        figures.put("founders", (double) members.stream()
                .map(member -> member.line().getFirst())
                .map(first -> List.of(first.generation(), first.member()))
                .distinct()
                .count());
        return Discoveries.of(best, figures);
    }

    private Fitness worth(int member) {
        return noisy ? earlier.get(member).plus(latest.get(member)) : latest.get(member);
    }

    @Override
    public void save(StateWriter out) {
        random.save(out);
        out.int64(generation).int64(copies).int64(restarts);
        save(latest, out);
        save(earlier, out);
        members.forEach(member -> member.save(out));
    }

    @Override
    public void load(StateReader in) {
        random.seek(RandomStream.load(in).counter());
        generation = in.int64();
        copies = in.int64();
        restarts = in.int64();
        latest = fitness(in);
        earlier = fitness(in);
        members.forEach(member -> member.load(in));
    }

    private static void save(List<Fitness> all, StateWriter out) {
        out.int32(all.size());
        all.forEach(fitness -> fitness.save(out));
    }

    private static List<Fitness> fitness(StateReader in) {
        List<Fitness> all = new ArrayList<>();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            all.add(Fitness.load(in));
        }
        return all;
    }
}
