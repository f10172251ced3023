package catallaxy.evolution.raising;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.search.Trainee;
import catallaxy.evolution.space.ParameterSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A place in a population that is raised: a trainee, and the line of lives that made it what it is. A live one; one owner. */
public final class Member {
    private final int place;
    private Trainee trainee;
    private List<Ancestor> line;

    /**
     * A member from nothing.
     *
     * @param place      in the population
     * @param generation now
     * @param point      its settings, in the unit cube
     * @param trainee    at its beginning, owned from now on
     */
    public Member(int place, long generation, double[] point, Trainee trainee) {
        this.place = place;
        this.trainee = trainee;
        line = List.of(new Ancestor(generation, place, point));
    }

    /** Place in the population. */
    public int place() {
        return place;
    }

    /** Who trains. */
    public Trainee trainee() {
        return trainee;
    }

    /** {@code [N]}: its settings now, in the unit cube; not to be written to. */
    public double[] point() {
        return line.getLast().point();
    }

    /** From the one who began from nothing to its own present life. */
    public List<Ancestor> line() {
        return line;
    }

    /** What it is, as bytes that another may become. */
    byte[] state() {
        StateWriter out = new StateWriter();
        trainee.save(out);
        return out.toBytes();
    }

    /** Becomes a copy of another, with settings of its own. */
    void copy(byte[] state, List<Ancestor> others, long generation, double[] point) {
        StateReader in = new StateReader(state);
        trainee.load(in);
        in.end();
        List<Ancestor> longer = new ArrayList<>(others);
        longer.add(new Ancestor(generation, place, point));
        line = List.copyOf(longer);
    }

    /** Begins from nothing. */
    void begin(Trainee another, long generation, double[] point) {
        trainee.close();
        trainee = another;
        line = List.of(new Ancestor(generation, place, point));
    }

    /** Writes trainee and line. */
    public void save(StateWriter out) {
        trainee.save(out);
        out.int32(line.size());
        line.forEach(each -> out.int64(each.generation()).int32(each.member()).doubles(each.point()));
    }

    /** Becomes what was saved. */
    public void load(StateReader in) {
        trainee.load(in);
        List<Ancestor> saved = new ArrayList<>();
        int lives = in.int32();
        for (int i = 0; i < lives; i++) {
            saved.add(new Ancestor(in.int64(), in.int32(), in.doubles()));
        }
        line = List.copyOf(saved);
    }

    /** How it is written: {@code member}, its present {@code settings}, and as {@code line} the lives that led to it. */
    public SequencedMap<String, Object> parts(ParameterSpace space) {
        SequencedMap<String, Object> parts = new LinkedHashMap<>();
        parts.put("member", place);
        parts.put("settings", space.settings(point()));
        parts.put("line", line.stream().map(each -> life(each, space)).toList());
        return parts;
    }

    private static SequencedMap<String, Object> life(Ancestor ancestor, ParameterSpace space) {
        SequencedMap<String, Object> parts = new LinkedHashMap<>();
        parts.put("generation", ancestor.generation());
        parts.put("member", ancestor.member());
        parts.put("settings", space.settings(ancestor.point()));
        return parts;
    }
}
