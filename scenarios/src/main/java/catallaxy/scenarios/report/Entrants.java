package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.FolderException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trainings as they enter a comparison: a configuration and seed that is there twice counts once. */
final class Entrants {
    private Entrants() {}

    /** What a training is called in one respect. */
    @FunctionalInterface
    interface Naming {
        String of(TrainingData run) throws FolderException;
    }

    /**
     * Those of these runs, in their order.
     *
     * @param groups   with what each is pooled
     * @param problems on which each was made
     */
    static List<MeasuredBoard.Entrant> of(List<TrainingData> runs, Naming groups, Naming problems)
            throws FolderException {
        List<MeasuredBoard.Entrant> entrants = new ArrayList<>();
        Map<String, String> known = new LinkedHashMap<>();
        for (TrainingData run : runs) {
            Optional<Absence> absence = run.absence();
            if (absence.isEmpty()) {
                String name = String.valueOf(run.path().getFileName());
                absence = Optional.ofNullable(known.putIfAbsent(run.identity(), name))
                        .map(first ->
                                new Absence(Absence.Kind.REPEATED, "configuration and seed are those of " + first));
            }
            entrants.add(new MeasuredBoard.Entrant(groups.of(run), problems.of(run), run.scores(), absence));
        }
        return entrants;
    }
}
