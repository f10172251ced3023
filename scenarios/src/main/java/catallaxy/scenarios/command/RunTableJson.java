package catallaxy.scenarios.command;

import catallaxy.agents.statistics.Estimate;
import catallaxy.scenarios.report.RunGroup;
import catallaxy.scenarios.report.RunPairs;
import catallaxy.scenarios.report.RunTable;
import java.util.LinkedHashMap;
import java.util.Map;

/** A table of simulations by group as entries of JSON. */
final class RunTableJson {
    private RunTableJson() {}

    /** Adds {@code groups}, {@code paired} and {@code notes}. */
    static void add(Map<String, Object> json, RunTable table) {
        json.put("groups", table.groups().stream().map(RunTableJson::json).toList());
        json.put(
                "paired",
                table.pairs().stream()
                        .flatMap(pairs -> pairs.rows().stream().map(row -> json(pairs, row)))
                        .toList());
        json.put("notes", table.notes());
    }

    private static Map<String, Object> json(RunGroup group) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("settings", group.settings());
        json.put("group", group.label());
        json.put("n", group.count().scored());
        json.put("runs", group.count().runs());
        json.put("absences", group.count().reasons());
        json.put("agents", group.rows().stream().map(RunTableJson::json).toList());
        return json;
    }

    private static Map<String, Object> json(RunGroup.Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.agent());
        json.put("figure", row.figure());
        json.put("n", row.n());
        json.put("mean", row.mean().map(Estimate::value).orElse(Double.NaN));
        json.put("iqm", row.iqm());
        json.put("low", row.mean().map(Estimate::low).orElse(Double.NaN));
        json.put("high", row.mean().map(Estimate::high).orElse(Double.NaN));
        json.put("sd", row.sd());
        addSeeds(json, "seeds", row.seeds());
        return json;
    }

    private static Map<String, Object> json(RunPairs pairs, RunPairs.Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("settings", pairs.settings());
        json.put("base", pairs.base());
        json.put("agent", row.agent());
        json.put("figure", row.figure());
        json.put("mean", row.difference().value());
        json.put("low", row.difference().low());
        json.put("high", row.difference().high());
        json.put("n", row.difference().runs());
        addSeeds(json, "seedsPaired", row.seedsPaired());
        addSeeds(json, "seedsUnpaired", row.seedsUnpaired());
        return json;
    }

    /** Null where the number is unknown. */
    private static void addSeeds(Map<String, Object> json, String key, long seeds) {
        json.put(key, seeds > 0 ? (Object) seeds : Double.valueOf(Double.NaN));
    }
}
