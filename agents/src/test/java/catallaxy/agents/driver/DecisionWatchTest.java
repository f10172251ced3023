package catallaxy.agents.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Work that asks agents, on the watched thread and off it. */
class DecisionWatchTest {
    private static final long LIMIT = 250_000_000;

    private static Observation asked(String agent) {
        return new Observation(
                agent,
                3,
                1_500_000_000L,
                new ObservationSpec(List.of()),
                new double[0],
                new ActionSpec(List.of()),
                new boolean[0]);
    }

    private static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static String answer(String agent, Runnable thinking) {
        DecisionWatch watch = DecisionWatch.present();
        Observation outer = watch.begin(asked(agent));
        try {
            thinking.run();
            return agent;
        } finally {
            watch.end(outer);
        }
    }

    @Test
    void givesWhatTheWorkGives() {
        assertThat(DecisionWatch.over(LIMIT, () -> answer("a", () -> {}))).isEqualTo("a");
    }

    @Test
    void workIsNotHurriedWhereNoAgentIsAsked() {
        assertThat(DecisionWatch.over(LIMIT, () -> {
                    pause(3 * LIMIT);
                    return "done";
                }))
                .isEqualTo("done");
    }

    @Test
    void namesWhoWasAsked() {
        assertThatThrownBy(() -> DecisionWatch.over(LIMIT, () -> answer("slow", () -> pause(10 * LIMIT))))
                .isInstanceOf(AgentFailedException.class)
                .hasMessage(
                        "agent slow hangs: it did not decide at its epoch 3, 1.5 s, within 0.25 s of wall-clock time "
                                + "(faults.decision-timeout)");
    }

    @Test
    void anAgentThatHasAskedAnotherIsWatchedOn() {
        assertThatThrownBy(() -> DecisionWatch.over(
                        LIMIT,
                        () -> answer("outer", () -> {
                            answer("inner", () -> {});
                            pause(10 * LIMIT);
                        })))
                .hasMessageContaining("agent outer hangs");
        assertThatThrownBy(() -> DecisionWatch.over(
                        LIMIT, () -> answer("outer", () -> answer("inner", () -> pause(10 * LIMIT)))))
                .hasMessageContaining("agent inner hangs");
    }

    @Test
    void watchedWorkMayHaveWorkWatched() {
        assertThat(DecisionWatch.over(
                        LIMIT, () -> DecisionWatch.over(LIMIT, () -> answer("a", () -> {})) + answer("b", () -> {})))
                .isEqualTo("ab");
        assertThatThrownBy(() -> DecisionWatch.over(
                        LIMIT, () -> DecisionWatch.over(LIMIT, () -> answer("deep", () -> pause(10 * LIMIT)))))
                .isInstanceOf(AgentFailedException.class)
                .hasMessageContaining("agent deep hangs");
    }

    @Test
    void oneThatAnswersTooLateGoesNoFurther() throws InterruptedException {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        CountDownLatch release = new CountDownLatch(1);
        assertThatThrownBy(() -> DecisionWatch.over(LIMIT, () -> {
                    try {
                        return answer("late", () -> uninterruptibly(release));
                    } catch (RuntimeException thrown) {
                        end.complete(thrown);
                        throw thrown;
                    }
                }))
                .hasMessageContaining("agent late hangs");
        assertThat(end).isNotDone();
        release.countDown();
        assertThat(end).succeedsWithin(5, TimeUnit.SECONDS).isInstanceOf(CancellationException.class);
    }

    private static void uninterruptibly(CountDownLatch latch) {
        boolean open = false;
        while (!open) {
            try {
                latch.await();
                open = true;
            } catch (InterruptedException ignored) {
                assertThat(latch.getCount()).isPositive();
            }
        }
    }

    @Test
    void nobodyWatchesAnyOtherThread() {
        assertThat(answer("a", () -> pause(2 * LIMIT))).isEqualTo("a");
        assertThat(DecisionWatch.present()).isNotSameAs(DecisionWatch.present());
        DecisionWatch watched = DecisionWatch.over(LIMIT, () -> {
            DecisionWatch first = DecisionWatch.present();
            assertThat(DecisionWatch.present()).isSameAs(first);
            return first;
        });
        assertThat(watched).isNotSameAs(DecisionWatch.present());
    }

    @Test
    void anErrorComesThroughUnchanged() {
        AssertionError error = new AssertionError("no");
        assertThatThrownBy(() -> DecisionWatch.over(LIMIT, () -> {
                    throw error;
                }))
                .isSameAs(error);
    }
}
