package catallaxy.scenarios.command;

import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.ShellWord;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.template.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code catallaxy new}: a project of the user's own that builds, is tested and runs. */
@Command(
        name = "new",
        description = "Make a project of your own that builds, is tested and runs.",
        footer = {
            "",
            "Examples:",
            "  catallaxy new agent my-maker --role market-maker",
            "  catallaxy new agent my-lender --role lender --classpath lender.jar --package org.mine"
        })
final class NewCommand extends AnsweringCommand {
    @Parameters(index = "0", paramLabel = "KIND", description = "What to make a project of: agent.")
    String kind;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description =
                    "Lower-case words joined by dashes: my-maker has the class MyMaker and the scenario my-maker.conf.")
    String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "trader",
            description = "The role of the agent's seat (default: trader). See: catallaxy list roles.")
    String role;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            defaultValue = "com.example",
            description = "The Java package of the class (default: com.example).")
    String packageName;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The project's folder, which must not exist (default: NAME in the working folder).")
    @Nullable
    Path dir;

    @Mixin
    UserClasses classes = new UserClasses();

    @Override
    Answer answer() {
        classes.requireJars();
        Path folder = dir == null ? Path.of(name) : dir;
        Project project = Project.of(
                new Project.Wish(kind, name, role, packageName),
                new Project.ForProgram(ProgramHome.root(), Version.number(), participants()));
        try {
            project.write(folder);
        } catch (IOException unwritable) {
            throw UserError.failed(folder + ": cannot be written: " + FileFault.text(unwritable), unwritable);
        }
        return new Made(project, folder);
    }

    /** Of the scenario that the project's own includes. */
    private static List<String> participants() {
        MarketSpec market = ScenarioReader.read(ProgramHome.scenarios().resolve("two-chains.conf"), Map.of())
                .market();
        return Stream.concat(
                        market.agents().stream().map(SeatSpec::id),
                        market.population().stream().map(GroupSpec::id))
                .toList();
    }

    private record Made(Project project, Path folder) implements Answer {
        private String next() {
            return "cd " + ShellWord.of(folder.toString()) + " && ./run duration=2h";
        }

        @Override
        public void print(PrintWriter out) {
            out.println(project.name() + " in " + folder);
            project.paths().forEach(path -> out.println("  " + path));
            out.println("next: " + next());
        }

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", project.name());
            json.put("folder", folder.toString());
            json.put("files", project.paths());
            json.put("next", next());
            return json;
        }
    }
}
