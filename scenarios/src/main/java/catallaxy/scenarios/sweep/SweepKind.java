package catallaxy.scenarios.sweep;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.folder.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the runs of a sweep are: how one is told from another, and what is known of one from its folder.
 *
 * @param <S> what a run comes to
 */
public interface SweepKind<S extends Record & RunResult> {
    /** As plans have it. */
    String name();

    /**
     * The run of a scenario with these settings.
     *
     * @param warned receives what may be used but is probably not what is wanted
     * @throws UserError if that is no valid scenario of this kind (usage)
     */
    SweepPlan.Run run(Path scenario, Map<String, String> settings, Consumer<Problem> warned);

    /**
     * The run of this kind whose folder this is; none where it is another folder.
     *
     * @throws UserError if it is damaged (corrupt)
     */
    Optional<Begun<S>> begun(Path folder) throws IOException;

    /**
     * A run that has a folder.
     *
     * @param configDigest of the scenario with its settings
     * @param result       none unless it has ended as it should
     * @param <S>          what a run comes to
     */
    record Begun<S>(Path folder, String configDigest, long seed, Optional<S> result) {}
}
