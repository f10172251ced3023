package catallaxy.agents.algorithm;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Combination locks: at each of five positions one of three choices moves on, and the last one opens for a reward of 1. A
 * wrong choice stays and earns 0.05, so that whoever does not look ahead stays until the time limit of twelve. For
 * discounts from 0.6 to 0.93 it is best to open at once, for a return of 1. {@code sign} −1 rewards the opposite.
 */
final class LockWorlds implements VectorEnvironment {
    static final int POSITIONS = 5;
    static final int LABELS = 3;
    private static final int LIMIT = 12;

    private final int worlds;
    private final double sign;
    private final boolean masked;
    private final int[] position;
    private final int[] elapsed;

    /** @param masked whether one of the wrong choices is forbidden */
    LockWorlds(int worlds, double sign, boolean masked) {
        this.worlds = worlds;
        this.sign = sign;
        this.masked = masked;
        position = new int[worlds];
        elapsed = new int[worlds];
    }

    static int right(int position) {
        return (2 * position + 1) % LABELS;
    }

    static int forbidden(int position) {
        return (right(position) + 1) % LABELS;
    }

    @Override
    public ObservationSpec observationSpec() {
        return new ObservationSpec(IntStream.range(0, POSITIONS)
                .mapToObj(i -> new Feature("at_" + i, "1", 0, 1))
                .toList());
    }

    @Override
    public ActionSpec actionSpec() {
        return new ActionSpec(List.of(new ActionComponent.Discrete("turn", List.of("a", "b", "c"), 0)));
    }

    @Override
    public int worlds() {
        return worlds;
    }

    @Override
    public void reset(long seed, VectorStep out) {
        Arrays.fill(position, 0);
        Arrays.fill(elapsed, 0);
        write(out);
    }

    @Override
    public void step(float[] actions, VectorStep out) {
        Arrays.fill(out.next(), 0);
        for (int i = 0; i < worlds; i++) {
            boolean moves = actions[i] == right(position[i]);
            position[i] += moves ? 1 : 0;
            elapsed[i]++;
            boolean open = position[i] == POSITIONS;
            out.rewards()[i] = sign * (open ? 1 : moves ? 0 : 0.05);
            out.terminated()[i] = open;
            out.truncated()[i] = !open && elapsed[i] == LIMIT;
            if (!open) {
                out.next()[i * POSITIONS + position[i]] = 1;
            }
            if (out.ended(i)) {
                position[i] = 0;
                elapsed[i] = 0;
            }
        }
        write(out);
    }

    private void write(VectorStep out) {
        Arrays.fill(out.observations(), 0);
        for (int i = 0; i < worlds; i++) {
            out.observations()[i * POSITIONS + position[i]] = 1;
            for (int a = 0; a < LABELS; a++) {
                out.masks()[i * LABELS + a] = !masked || a != forbidden(position[i]);
            }
        }
    }

    @Override
    public void save(StateWriter out) {
        out.ints(position, worlds).ints(elapsed, worlds);
    }

    @Override
    public void load(StateReader in) {
        System.arraycopy(in.ints(), 0, position, 0, worlds);
        System.arraycopy(in.ints(), 0, elapsed, 0, worlds);
    }
}
