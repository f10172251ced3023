package catallaxy.scenarios.run;

import catallaxy.agents.network.Processor;
import catallaxy.agents.policy.TrainedPolicy;
import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.scenarios.file.AgentPolicy;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.folder.Program;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.RunManifest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What {@code manifest.json} says of a run, as it begins and as the file has it: who made it, from what, and how it ended. */
final class RunManifests {
    private RunManifests() {}

    /** The manifest of a run that has begun. */
    static RunManifest running(RunRequest request, Instant started) {
        return new RunManifest(
                Program.running(request.version()),
                Processor.current().toString(),
                new RunManifest.Subject(
                        request.scenario().market().name(),
                        request.scenario().file().source(),
                        OptionalLong.of(request.seed()),
                        request.driver().id(),
                        request.scenario().file().configDigest()),
                checkpoints(request.scenario()),
                DataNotes.notes(request.scenario()),
                RunManifest.Course.begun(started),
                request.command());
    }

    private static Map<String, RunManifest.Checkpoint> checkpoints(Scenario scenario) {
        Map<String, RunManifest.Checkpoint> checkpoints = new LinkedHashMap<>();
        for (AgentPolicy each : scenario.policies()) {
            if (each.policy() instanceof TrainedPolicy trained) {
                checkpoints.put(each.agent(), new RunManifest.Checkpoint(trained.source(), trained.digest()));
            }
        }
        return checkpoints;
    }

    /** As the file has it: without a reason and failed agents where there are none. */
    static Map<String, Object> json(RunManifest manifest) {
        Map<String, Object> json = RecordFields.of(manifest);
        if (manifest.course().reason().isEmpty()) {
            json.remove("reason");
        }
        if (manifest.course().failedAgents().isEmpty()) {
            json.remove("failedAgents");
        }
        return json;
    }

    /** Eight hexadecimal digits of configuration and seed. */
    static String fingerprint(String configDigest, long seed) {
        return new TraceDigest().add(configDigest).add(seed).hex().substring(0, 8);
    }
}
