package catallaxy.agents.training;

import catallaxy.environment.base.state.CorruptStateException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints of one run: {@code step-000100000/} and so on. The best by evaluation and the latest are kept. A checkpoint
 * is written aside, forced to the disk and renamed, and renamed before it is deleted, so that a kill at any instant leaves
 * whole ones only. One writer.
 */
public record CheckpointFolder(Path folder) {
    private static final String PREFIX = "step-";
    private static final String NAME = PREFIX + "[0-9]{9,15}";

    /** Name of the checkpoint at a step. */
    public static String name(long steps) {
        return String.format(Locale.ROOT, PREFIX + "%09d", steps);
    }

    /**
     * Adds a checkpoint, or replaces the one of the same step, and deletes those that are neither the latest nor the best.
     *
     * @return its folder
     */
    public Path add(CheckpointManifest.Origin origin, Snapshot snapshot) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(name(snapshot.progress().steps()));
        Path aside = folder.resolve("." + target.getFileName() + ".new");
        delete(aside);
        Files.createDirectory(aside);
        for (Map.Entry<String, byte[]> file : Checkpoint.files(origin, snapshot).entrySet()) {
            writeForced(aside.resolve(file.getKey()), file.getValue());
        }
        force(aside);
        retire(target);
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        deleteAllBut(target, folder.resolve(name(snapshot.progress().bestSteps())));
        return target;
    }

    /** The folders of all checkpoints, by step. */
    public List<Path> all() throws IOException {
        return children(NAME).stream()
                .sorted(Comparator.comparingLong(CheckpointFolder::steps))
                .toList();
    }

    /** The newest checkpoint that is whole. */
    public Optional<Path> newest() throws IOException {
        return all().reversed().stream().filter(CheckpointFolder::isWhole).findFirst();
    }

    /** The best checkpoint by evaluation, as the newest whole one knows it; that one where nothing was evaluated. */
    public Optional<Path> best() throws IOException {
        return newest().map(newest -> {
            Path best = folder.resolve(
                    name(Checkpoint.readManifest(newest).progress().bestSteps()));
            return Files.isDirectory(best) ? best : newest;
        });
    }

    /** Deletes checkpoints of steps after this one, which a resumed run reaches again, and what a kill left half-written. */
    public void forgetAfter(long steps) throws IOException {
        for (Path later : all()) {
            if (steps(later) > steps) {
                retire(later);
            }
        }
        for (Path leftover : children("\\.step-.*")) {
            delete(leftover);
        }
    }

    private static long steps(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
    }

    private List<Path> children(String pattern) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> child.getFileName().toString().matches(pattern))
                    .toList();
        }
    }

    private static boolean isWhole(Path checkpoint) {
        try {
            Checkpoint.read(checkpoint);
            return true;
        } catch (CorruptStateException damaged) {
            return false;
        }
    }

    private void deleteAllBut(Path latest, Path best) throws IOException {
        for (Path checkpoint : all()) {
            if (!checkpoint.equals(latest) && !checkpoint.equals(best)) {
                retire(checkpoint);
            }
        }
    }

    private void retire(Path checkpoint) throws IOException {
        if (Files.exists(checkpoint)) {
            Path old = folder.resolve("." + checkpoint.getFileName() + ".old");
            delete(old);
            Files.move(checkpoint, old, StandardCopyOption.ATOMIC_MOVE);
            delete(old);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static void writeForced(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    /** Makes the entries of a folder durable, where the system can force folders. */
    private static void force(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }
}
