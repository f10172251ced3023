package catallaxy.scenarios.file;

import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.section.ResolvedText;
import catallaxy.scenarios.file.text.Problem;
import java.util.List;

/**
 * The file of a scenario, as it was read.
 *
 * @param source       the file, as the user named it
 * @param description  one sentence; may be empty
 * @param resolved     every key with its value, one a line, sorted; read again it gives the same scenario
 * @param configDigest 16 hexadecimal digits over all that determines a run but the seed's choice; file names do not count, the
 *                     content of candle files does
 * @param warnings     values that may be used but are probably not what is wanted
 */
public record ScenarioFile(
        String source, String description, String resolved, String configDigest, List<Problem> warnings) {
    public ScenarioFile {
        warnings = List.copyOf(warnings);
    }

    /** The file that was read without a mistake. */
    static ScenarioFile of(String source, String description, Reading reading) {
        return new ScenarioFile(
                source,
                description,
                ResolvedText.of(reading.values()),
                ResolvedText.digest(reading.values()),
                reading.problems().warnings());
    }
}
