package catallaxy.agents.game;

import catallaxy.agents.learning.Game.Symmetry;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A board of fields that are free or taken, as it is observed: a feature for each field that the mover has, then one for each
 * that the other has.
 *
 * @param fields of the board
 */
record Board(int fields) {
    ObservationSpec observationSpec() {
        List<Feature> features = new ArrayList<>();
        for (String whose : List.of("own", "other")) {
            for (int field = 0; field < fields; field++) {
                features.add(new Feature(whose + "." + field, "1", 0, 1));
            }
        }
        return new ObservationSpec(features);
    }

    /** One choice among the moves. */
    static ActionSpec moves(String name, int count) {
        return new ActionSpec(List.of(new ActionComponent.Discrete(
                name, IntStream.range(0, count).mapToObj(Integer::toString).toList(), 0)));
    }

    /** @param bits the bit of each field in both masks */
    void write(IntUnaryOperator bits, long own, long other, float[] rows, int offset) {
        for (int field = 0; field < fields; field++) {
            int bit = bits.applyAsInt(field);
            rows[offset + field] = (float) ((own >>> bit) & 1);
            rows[offset + fields + field] = (float) ((other >>> bit) & 1);
        }
    }

    long own(IntUnaryOperator bits, float[] rows, int offset) {
        return mask(bits, rows, offset);
    }

    long other(IntUnaryOperator bits, float[] rows, int offset) {
        return mask(bits, rows, offset + fields);
    }

    /** @param from where each field of the new view is in the old one; moves are fields, or columns of them where there are fewer */
    Symmetry symmetry(IntUnaryOperator from, int moves) {
        List<Integer> features = new ArrayList<>();
        for (int field = 0; field < 2 * fields; field++) {
            features.add(field / fields * fields + from.applyAsInt(field % fields));
        }
        List<Integer> actions = IntStream.range(0, moves).map(from).boxed().toList();
        return new Symmetry(features, actions);
    }

    private long mask(IntUnaryOperator bits, float[] rows, int from) {
        long mask = 0;
        for (int field = 0; field < fields; field++) {
            mask |= rows[from + field] > 0.5f ? 1L << bits.applyAsInt(field) : 0;
        }
        return mask;
    }
}
