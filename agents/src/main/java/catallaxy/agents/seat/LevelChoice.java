package catallaxy.agents.seat;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionComponent.Continuous;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the choices for a component of a role's action.
 *
 * @param label of the choice: the level, and {@code @} the time frame where there are several
 * @param value in the component's unit
 * @param frame epochs over which it is carried out; 0 for what goes on with the decision before
 */
record LevelChoice(String label, double value, int frame) {
    /**
     * All choices for a range; none without levels. With several time frames the level that asks for nothing is one choice,
     * whatever the frame.
     */
    static List<LevelChoice> all(Continuous range, List<Double> levels, List<Integer> frames) {
        List<LevelChoice> all = new ArrayList<>();
        for (double level : levels) {
            double value = range.low() + level * (range.high() - range.low());
            if (frames.equals(List.of(1))) {
                all.add(new LevelChoice(String.valueOf(level), value, 1));
            } else if (value == range.neutral()) {
                all.add(new LevelChoice(String.valueOf(level), value, 0));
            } else {
                frames.forEach(frame -> all.add(new LevelChoice(level + "@" + frame, value, frame)));
            }
        }
        return List.copyOf(all);
    }

    /** Whether one of the choices is to go on with what was decided before. */
    static boolean canWait(List<LevelChoice> all) {
        return all.stream().anyMatch(choice -> choice.frame == 0);
    }

    /** What a learner chooses: one of the choices; the number itself where there are none. */
    static ActionComponent component(Continuous range, List<LevelChoice> all) {
        List<String> labels = all.stream().map(LevelChoice::label).toList();
        return all.isEmpty() ? range : new ActionComponent.Discrete(range.name(), labels, neutral(range, all));
    }

    /** Index of the first choice whose value lies nearest to asking for nothing. */
    static int neutral(Continuous range, List<LevelChoice> all) {
        int nearest = 0;
        for (int i = 1; i < all.size(); i++) {
            double distance = Math.abs(all.get(i).value - range.neutral());
            nearest = distance < Math.abs(all.get(nearest).value - range.neutral()) ? i : nearest;
        }
        return nearest;
    }
}
