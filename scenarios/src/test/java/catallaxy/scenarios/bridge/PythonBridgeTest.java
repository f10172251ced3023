package catallaxy.scenarios.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PythonBridgeTest {
    private static final Map<String, Object> CART_POLE =
            Map.of("environment", "vector", "scenario", "solved/cart-pole", "worlds", 2);

    @TempDir
    Path folder;

    @Test
    void whatIsNoRequestIsToldInOneMessage() {
        try (PythonSide python = new PythonSide(folder, true)) {
            assertThat(python.ask("nonsense")).containsEntry("exitCode", 2);
            assertThat(error(python, Map.of("worlds", 1))).isEqualTo("bridge: request: expected text, found null");
            assertThat(error(python, Map.of("request", "digest"))).isEqualTo("bridge: open comes first");
            assertThat(error(python, Map.of("request", "map", "file", "x"))).isEqualTo("bridge: open comes first");
            assertThat(error(python, open("scenario", "solved/cart-pol")))
                    .isEqualTo("no such scenario: solved/cart-pol");
            assertThat(error(python, open("environment", "vektor"))).isEqualTo("bridge: no such request here: vektor");
            assertThat(error(python, open("worlds", 1.5)))
                    .isEqualTo("bridge: worlds: expected a whole number, found 1.5");
            assertThat(error(python, open("worlds", 0))).isEqualTo("num_envs: expected 1 to 1048576, found 0");
            assertThat(error(python, open("settings", 7)))
                    .isEqualTo("bridge: settings: expected a list of texts, found 7");
            assertThat(error(python, open("settings", List.of("problem.stepz=3"))))
                    .contains("problem.stepz");
            assertThat(error(python, open("agent", "maker")))
                    .isEqualTo("agent: expected none, since cart-pole is a problem without seats, found maker");
        }
    }

    /** To open a problem, with one detail that is another. */
    private static Map<String, Object> open(String key, Object value) {
        Map<String, Object> request = new LinkedHashMap<>(CART_POLE);
        request.put("request", "open");
        request.put(key, value);
        return request;
    }

    private static String error(PythonSide python, Map<String, ?> request) {
        return String.valueOf(python.ask(request).get("error"));
    }

    @Test
    void seatsThatAreNotThereAreTold() {
        try (PythonSide python = new PythonSide(folder, true)) {
            Map<String, Object> seat = Map.of("environment", "vector", "scenario", "two-chains", "worlds", 1);
            assertThatThrownBy(() -> python.open(seat))
                    .hasMessage("agent: expected one of arb, fund, maker, risk, found none");
            Map<String, Object> parallel =
                    Map.of("environment", "parallel", "scenario", "two-chains", "agents", List.of("makr"));
            assertThatThrownBy(() -> python.open(parallel))
                    .hasMessage("agent: expected one of arb, fund, maker, risk, found makr; did you mean maker?");
            Map<String, Object> problem = Map.of("environment", "parallel", "scenario", "solved/cart-pole");
            assertThatThrownBy(() -> python.open(problem)).hasMessageContaining("expected a scenario with a market");
        }
    }

    @Test
    void aTurnThatFailsIsToldAndTheNextOneGoesOn() {
        try (PythonSide python = new PythonSide(folder, true)) {
            python.open(CART_POLE);
            assertThatThrownBy(python::turn).hasMessage("bridge: reset comes first");
            python.reset(1);
            python.turn();
            python.command(7, 0);
            assertThatThrownBy(python::turn).hasMessage("bridge: reset comes first");
            python.command(0, 0);
            python.turn();
            assertThat(python.ask(Map.of("request", "open")))
                    .containsEntry("error", "bridge: there is an environment already");
            assertThat(python.ask(Map.of("request", "optimum"))).containsEntry("optimum", 500.0);
        }
    }

    /** Python sleeps for longer than anybody watches, now and then, and so do steps that take long. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noTurnIsLostWhoeverSleeps(boolean watches) {
        try (PythonSide python = new PythonSide(folder, watches)) {
            python.open(CART_POLE);
            python.reset(1);
            int turns = watches ? 20_000 : 2_000;
            for (int i = 0; i < turns; i++) {
                if (i % 500 == 0) {
                    LockSupport.parkNanos(1_000_000);
                    python.ask(Map.of("request", "optimum"));
                }
                python.turn();
            }
            assertThat(python.array("answered").get(SharedBlock.LONG, 0)).isEqualTo(turns + 1);
        }
    }

    @Test
    void memoryMayBeRemovedOnceItIsMapped() throws IOException {
        try (PythonSide python = new PythonSide(folder, true);
                Stream<Path> left = Files.list(folder)) {
            python.open(CART_POLE);
            assertThat(left).isEmpty();
            python.reset(3);
        }
    }
}
