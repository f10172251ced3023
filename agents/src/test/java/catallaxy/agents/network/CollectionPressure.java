package catallaxy.agents.network;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Collects garbage again and again beside what a test does, and writes NaN wherever native memory becomes free, so that whatever
 * leans on memory that nobody holds comes to grief.
 */
public final class CollectionPressure {
    private static final int LARGEST = 1 << 14;
    private static final Cleaner CLEANER = Cleaner.create();

    private CollectionPressure() {}

    /** What the work comes to under pressure. */
    public static <T> T on(Supplier<T> work) {
        AtomicBoolean over = new AtomicBoolean();
        Thread collector = Thread.ofPlatform().name("collection pressure").start(() -> {
            while (!over.get()) {
                once();
            }
        });
        try {
            return work.get();
        } finally {
            over.set(true);
            join(collector);
        }
    }

    /** Collects what nobody holds, waits until its native memory is free, and spoils that. */
    public static void once() {
        CountDownLatch collected = new CountDownLatch(1);
        CLEANER.register(new Object(), collected::countDown);
        try {
            do {
                System.gc();
            } while (!collected.await(10, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        spoil();
    }

    private static void spoil() {
        for (int size = Float.BYTES; size <= LARGEST; size += Math.max(Float.BYTES, size / 4)) {
            ByteBuffer memory = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
            while (memory.remaining() >= Float.BYTES) {
                memory.putFloat(Float.NaN);
            }
        }
    }

    private static void join(Thread collector) {
        try {
            collector.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
