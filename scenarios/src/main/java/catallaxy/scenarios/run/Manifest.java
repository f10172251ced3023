package catallaxy.scenarios.run;

import catallaxy.agents.network.Processor;
import catallaxy.agents.policy.TrainedPolicy;
import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.scenarios.file.AgentPolicy;
import catallaxy.scenarios.file.Scenario;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code manifest.json} says of a run: who made it, from what, and how it ended. */
record Manifest(Map<String, Object> json) {
    /** The manifest of a run that has begun. */
    static Manifest running(RunRequest request, Instant started) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("catallaxy", request.version());
        json.put("commit", System.getProperty("catallaxy.commit", "unknown"));
        json.put("jdk", Runtime.version().toString());
        json.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        json.put("processor", Processor.current().toString());
        json.put("scenario", request.scenario().market().name());
        json.put("source", request.scenario().source());
        json.put("seed", request.seed());
        json.put("driver", request.driver().id());
        json.put("checkpoints", checkpoints(request.scenario()));
        json.put("data", DataNotes.of(request.scenario()));
        json.put("configDigest", request.scenario().configDigest());
        json.put("status", "running");
        json.put("digest", "");
        json.put("started", started.toString());
        json.put("finished", "");
        json.put("command", request.command());
        return new Manifest(json);
    }

    /** Trained policies by agent: where each was read from, and the SHA-256 of its manifest. */
    private static Map<String, Object> checkpoints(Scenario scenario) {
        Map<String, Object> checkpoints = new LinkedHashMap<>();
        for (AgentPolicy each : scenario.policies()) {
            if (each.policy() instanceof TrainedPolicy trained) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("path", trained.source());
                entry.put("sha256", trained.digest());
                checkpoints.put(each.agent(), entry);
            }
        }
        return checkpoints;
    }

    /** The manifest of the same run when it is over; the failed agents are those that failed at a decision. */
    Map<String, Object> ended(
            String status, String digest, String reason, List<String> failedAgents, Instant finished) {
        Map<String, Object> ended = new LinkedHashMap<>(json);
        ended.put("status", status);
        ended.put("digest", digest);
        ended.put("finished", finished.toString());
        if (!reason.isEmpty()) {
            ended.put("reason", reason);
        }
        if (!failedAgents.isEmpty()) {
            ended.put("failedAgents", failedAgents);
        }
        return ended;
    }

    /** Eight hexadecimal digits of configuration and seed. */
    static String fingerprint(String configDigest, long seed) {
        return new TraceDigest().add(configDigest).add(seed).hex().substring(0, 8);
    }
}
