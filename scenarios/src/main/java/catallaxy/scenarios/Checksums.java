package catallaxy.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * {@code checksums.json}: of each file of a folder that has ended its length, its SHA-256, and the CRC-32C of its blocks, which tell
 * where a damage lies. A folder without it, such as of a run that was killed, is not checked.
 */
public final class Checksums {
    /** The name of the file. */
    public static final String FILE = "checksums.json";

    private static final int SMALLEST_BLOCK = 4096;
    private static final int MOST_BLOCKS = 1024;

    private Checksums() {}

    /**
     * Writes the checksums of those files that exist, whole or not at all.
     *
     * @param files of the folder
     */
    public static void write(Path folder, List<Path> files) throws IOException {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                entries.put(String.valueOf(file.getFileName()), entry(file));
            }
        }
        Path partial = folder.resolve(FILE + ".partial");
        Files.writeString(partial, JsonText.of(entries) + "\n");
        Files.move(partial, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes them from a folder that will be written again. */
    public static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** Whether a folder has them: they are written last, so that one without was left before its end. */
    public static boolean areAt(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * Checks that every file is there and as it was written.
     *
     * @throws UserError (corrupt) naming the file and the place of the damage
     */
    public static void require(Path folder) {
        check(folder, true);
    }

    /** As {@link #require}, but files may be missing. */
    public static void requireOfPresent(Path folder) {
        check(folder, false);
    }

    private static void check(Path folder, boolean all) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            for (Map.Entry<String, ?> entry :
                    JsonText.read(Files.readString(file)).entrySet()) {
                Path checked = folder.resolve(entry.getKey());
                if (all || Files.exists(checked)) {
                    check(checked, entry.getValue());
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw UserError.corrupt(file + ": damaged: " + damaged.getMessage());
        }
    }

    private static void check(Path file, @Nullable Object recorded) {
        Map<String, Object> found = found(file);
        if (found.equals(recorded)) {
            return;
        }
        if (!(recorded instanceof Map<?, ?> expected) || !found.keySet().equals(expected.keySet())) {
            throw UserError.corrupt(
                    file.resolveSibling(FILE) + ": damaged: no checksums of " + file.getFileName() + " in it");
        }
        throw UserError.corrupt(file + ": damaged " + place(expected, found)
                + ": it is not as it was written, by the SHA-256 in " + FILE);
    }

    private static Map<String, Object> found(Path file) {
        try {
            return entry(file);
        } catch (NoSuchFileException missing) {
            throw UserError.corrupt(file + ": missing, though " + FILE + " names it");
        } catch (IOException unreadable) {
            throw UserError.corrupt(FileFault.text(unreadable));
        }
    }

    /** All in words of JSON, numbers as a reader gives them, so that entries can be compared. */
    private static Map<String, Object> entry(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        List<Object> blocks = new ArrayList<>();
        long length = 0;
        int block = block(Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] bytes = in.readNBytes(block); bytes.length > 0; bytes = in.readNBytes(block)) {
                sha256.update(bytes);
                blocks.add(crc(bytes));
                length += bytes.length;
            }
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("bytes", String.valueOf(length));
        entry.put("sha256", HexFormat.of().formatHex(sha256.digest()));
        entry.put("crc32c", blocks);
        return entry;
    }

    private static int block(long length) {
        int block = SMALLEST_BLOCK;
        while ((long) block * MOST_BLOCKS < length) {
            block *= 2;
        }
        return block;
    }

    private static String crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    /** Where a file parts from what was written, in words. */
    private static String place(Map<?, ?> expected, Map<String, Object> found) {
        long written = Long.parseLong(String.valueOf(expected.get("bytes")));
        long length = Long.parseLong(String.valueOf(found.get("bytes")));
        List<?> before = expected.get("crc32c") instanceof List<?> list ? list : List.of();
        List<?> now = found.get("crc32c") instanceof List<?> list ? list : List.of();
        int equal = Arrays.mismatch(before.toArray(), now.toArray());
        int block = block(written);
        if (length < written && block(length) == block && equal >= now.size() - 1) {
            return "at byte %d, where it ends before its %d bytes".formatted(length, written);
        }
        if (length > written && block(length) == block && equal >= before.size() - 1) {
            return "at byte %d, behind which something was added".formatted(written);
        }
        long from = (long) Math.max(0, equal) * block;
        return "between bytes %d and %d".formatted(from, Math.min(Math.max(written, length), from + block));
    }
}
