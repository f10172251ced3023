package catallaxy.scenarios.file.market;

import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.ValueKind;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Small text files that keys name, from the folder of the scenario that says so. */
final class SettingFiles {
    private static final long MAX_BYTES = 1L << 20;

    private SettingFiles() {}

    /** The lines of the file under a key; none where it names none, and after noting that it cannot be read. */
    static List<String> lines(Section section, String key) {
        String name = section.get(key, ValueKind.TEXT);
        if (name.isEmpty()) {
            return List.of();
        }
        try {
            Path file = section.startOf(key).resolve(name).toAbsolutePath().normalize();
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                section.reject(key, "the name of a file of at most 1 MiB");
                return List.of();
            }
            section.set(key, ValueKind.TEXT, file.toString());
            return Files.readAllLines(file);
        } catch (CharacterCodingException noText) {
            section.reject(key, "the name of a text file in UTF-8");
        } catch (InvalidPathException | IOException unusable) {
            section.reject(key, "the name of a file that can be read");
        }
        return List.of();
    }
}
