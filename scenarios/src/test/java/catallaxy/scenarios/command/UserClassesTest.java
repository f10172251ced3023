package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.registry.KindException;
import catallaxy.scenarios.command.Shell.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars of the user's own are named wherever a command meets kinds that may be the user's. */
final class UserClassesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run x.conf",
                "train x.conf",
                "resume runs/x",
                "evaluate runs/x",
                "sweep x.conf",
                "validate x.conf",
                "replay runs/x",
                "diff runs/x runs/y",
                "events runs/x",
                "report runs/x",
                "conformance vectors",
                "list",
                "describe x"
            })
    void aJarThatIsNotThereIsNamed(String command) {
        String[] arguments = Stream.concat(Stream.of(command.split(" ")), Stream.of("--classpath", "absent.jar"))
                .toArray(String[]::new);
        Outcome outcome = Shell.catallaxy(arguments);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("--classpath: no such jar or folder: absent.jar");
    }

    private static String told(String... classes) {
        IllegalStateException fault = new IllegalStateException("broken");
        fault.setStackTrace(Stream.of(classes)
                .map(name -> new StackTraceElement(name, "call", null, 1))
                .toArray(StackTraceElement[]::new));
        StringWriter text = new StringWriter();
        assertThat(ErrorReport.print(new PrintWriter(text), fault, false)).isEqualTo(1);
        return text.toString();
    }

    @Test
    void aFaultIsThatOfTheClassBetweenTheCommandAndTheFault() {
        String command = "catallaxy.scenarios.command.RunCommand";
        String engine = "catallaxy.environment.market.engine.MarketEngine";
        assertThat(told("com.example.Kiosk", engine, command, "org.other.Runner"))
                .contains("IllegalStateException: broken (a fault in com.example.Kiosk; --debug shows where)");
        assertThat(told("java.util.Objects", "catallaxy.Checks", "com.example.Kiosk", engine, command))
                .contains("a fault in com.example.Kiosk");
        assertThat(told("java.util.Objects", engine, "akka.dispatch.Mailbox", command, "org.other.Runner"))
                .contains("this is a fault of Catallaxy");
    }

    @Test
    void aPromiseThatAKindDoesNotKeepIsTold() {
        StringWriter text = new StringWriter();
        int code = ErrorReport.print(new PrintWriter(text), new KindException("factor x: found NaN"), false);
        assertThat(code).isEqualTo(1);
        assertThat(text.toString().strip()).isEqualTo("error: factor x: found NaN");
    }
}
