package catallaxy.scenarios.template;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the test classes that it is given, in the folder in which it is started, and says how many tests there were. */
final class JUnitRun {
    private JUnitRun() {}

    /** Prints failures, then {@code tests N failed M}; exits with 1 if any failed. */
    public static void main(String[] classes) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes).map(each -> selectClass(each)).toList())
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        summary.getSummary().printFailuresTo(out, 20);
        long failed = summary.getSummary().getTotalFailureCount();
        out.println("tests " + summary.getSummary().getTestsFoundCount() + " failed " + failed);
        System.exit(failed == 0 ? 0 : 1);
    }
}
