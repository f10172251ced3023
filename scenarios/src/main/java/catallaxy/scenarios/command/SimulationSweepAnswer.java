package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.report.Absence;
import catallaxy.scenarios.report.Report;
import catallaxy.scenarios.report.RunGroup;
import catallaxy.scenarios.report.RunTable;
import catallaxy.scenarios.report.SeededRun;
import catallaxy.scenarios.sweep.SweepPlan;
import catallaxy.scenarios.sweep.SweepRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups of a sweep of simulations side by side. */
record SimulationSweepAnswer(Path folder, String scenario, List<SweepRun<RunSummary>> runs, RunTable table, Path report)
        implements Answer {
    /** The answer for runs that have ended, or could have; writes the report that compares them. */
    static SimulationSweepAnswer of(Path folder, SweepPlan plan, List<SweepRun<RunSummary>> runs, Path report)
            throws IOException {
        RunTable table =
                RunTable.of(runs.stream().map(SimulationSweepAnswer::entrant).toList(), plan.choice());
        Map<String, Path> folders = new LinkedHashMap<>();
        runs.forEach(run -> run.runFolder().ifPresent(made -> folders.put(RunGroup.label(run.settings()), made)));
        Report.ofSweep(runs.size() + " runs of " + plan.name(), table, folders, report);
        return new SimulationSweepAnswer(folder, plan.name(), runs, table, report);
    }

    private static SeededRun entrant(SweepRun<RunSummary> run) {
        return run.result()
                .map(result -> SeededRun.of(run.varying(), run.seed(), result))
                .orElseGet(() -> SeededRun.absent(
                        run.varying(),
                        run.seed(),
                        run.failure().map(Absence::failed).orElseGet(Absence::unfinished)));
    }

    @Override
    public ExitCode exitCode() {
        boolean sound = runs.stream()
                .allMatch(run -> run.failure().isEmpty()
                        && run.result()
                                .map(each -> each.conservation().violations() == 0)
                                .orElse(true));
        return sound ? ExitCode.OK : ExitCode.FAILED;
    }

    @Override
    public void print(PrintWriter out) {
        new RunTableText(table).print(out);
        failures().forEach(each -> out.println("failed: " + each.get("settings") + ": " + each.get("reason")));
        warnings().forEach(warning -> out.println("warning: " + warning));
        out.println("folder  " + folder);
        out.println("report  " + report);
    }

    @Override
    public Map<String, ?> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", scenario);
        RunTableJson.add(json, table);
        json.put("runs", runs.stream().map(SimulationSweepAnswer::json).toList());
        json.put("failures", failures());
        json.put("warnings", warnings());
        json.put("folder", folder.toString());
        json.put("report", report.toString());
        return json;
    }

    private static Map<String, Object> json(SweepRun<RunSummary> run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("settings", run.settings());
        json.put("seed", run.seed());
        run.result().ifPresent(result -> {
            json.put("digest", result.subject().digest());
            json.put("runFolder", result.runFolder());
        });
        return json;
    }

    private List<Map<String, Object>> failures() {
        List<Map<String, Object>> failures = new ArrayList<>();
        runs.forEach(run -> run.failure().ifPresent(why -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("settings", run.settings());
            json.put("seed", run.seed());
            json.put("reason", why);
            failures.add(json);
        }));
        return failures;
    }

    /** Runs whose figures are there, but are not what they seem. */
    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        runs.forEach(run -> run.result().ifPresent(result -> {
            result.agents().stream()
                    .filter(agent -> agent.conduct().failedDecisions() > 0)
                    .forEach(agent -> warnings.add("agent " + agent.id() + " failed in " + run.settings() + ": "
                            + agent.conduct().failure() + "; traces: " + result.runFolder() + "/faults.log"));
            if (result.conservation().violations() > 0) {
                warnings.add("value was not conserved in " + run.settings() + ": " + result.runFolder());
            }
        }));
        return warnings;
    }
}
