package catallaxy.environment.market.conformance;

import java.util.List;

/**
 * What the replay of a folder of vector files found.
 *
 * @param files one result per file, in order of name
 */
public record ConformanceReport(List<FileResult> files) {
    public ConformanceReport {
        files = List.copyOf(files);
    }

    /** Rows that differed, over all files. */
    public long failures() {
        return files.stream().mapToLong(FileResult::failures).sum();
    }

    /** Files that could not be read to their end. */
    public long corrupt() {
        return files.stream()
                .filter(file -> file.status() == FileResult.Status.CORRUPT)
                .count();
    }
}
