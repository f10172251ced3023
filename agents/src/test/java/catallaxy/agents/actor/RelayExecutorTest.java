package catallaxy.agents.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The executor that passes the baton. */
@Timeout(30)
class RelayExecutorTest {
    private final RelayExecutor executor = new RelayExecutor("relay-test", 5_000_000);

    @BeforeEach
    void start() {
        executor.start();
    }

    @AfterEach
    void end() throws InterruptedException {
        executor.shutdownNow();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void runsShortTasksInOrderOneAtATime() {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(20_000);
        for (int i = 0; i < 20_000; i++) {
            int number = i;
            executor.execute(() -> {
                order.add(number);
                done.countDown();
            });
        }
        await(done);
        assertThat(order).isSorted().hasSize(20_000);
    }

    @Test
    void wakesForEachOfManyLonelyTasks() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            assertThat(executor.submit(() -> 7).get(10, TimeUnit.SECONDS)).isEqualTo(7);
        }
    }

    @Test
    void goesOnPastTasksThatHang() {
        Set<Thread> stuck = ConcurrentHashMap.newKeySet();
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        for (int i = 0; i < 3; i++) {
            executor.execute(() -> {
                stuck.add(Thread.currentThread());
                await(release);
            });
        }
        executor.execute(done::countDown);
        await(done);
        assertThat(stuck).hasSize(3);
        release.countDown();
    }

    @Test
    void survivesTasksThatThrow() {
        CountDownLatch done = new CountDownLatch(1);
        executor.execute(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
            throw new IllegalStateException("planted");
        });
        executor.execute(done::countDown);
        await(done);
        assertThat(done.getCount()).isZero();
    }
}
