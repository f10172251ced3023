package catallaxy.scenarios.template;

import catallaxy.environment.base.check.NearestWord;
import catallaxy.environment.market.role.RoleKind;
import catallaxy.environment.market.role.RoleKinds;
import catallaxy.scenarios.ShellWord;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project that a user asked for, whole before anything of it is written. Immutable. */
public final class Project {
    private static final String OTHER_ROLES = "any";

    private final ProjectName name;
    private final List<Template.File> files;

    private Project(ProjectName name, List<Template.File> files) {
        this.name = name;
        this.files = files;
    }

    /**
     * What a user asked for.
     *
     * @param kind        one of {@link #kinds}
     * @param name        lower-case words joined by dashes
     * @param role        of the agent's seat
     * @param packageName of its class
     */
    public record Wish(String kind, String name, String role, String packageName) {}

    /**
     * The program that the project is for.
     *
     * @param home         its checkout
     * @param version      of it
     * @param participants names that an agent cannot have, since the scenario to which it is added has them
     */
    public record ForProgram(Path home, String version, List<String> participants) {
        public ForProgram {
            participants = List.copyOf(participants);
        }
    }

    /** The kinds of projects. */
    public static List<String> kinds() {
        return Template.kinds();
    }

    /**
     * The project of a wish.
     *
     * @throws UserError if a part of the wish does not exist, or its name cannot be had
     */
    public static Project of(Wish wish, ForProgram program) {
        requireKnown("KIND", "kind of project", wish.kind(), kinds());
        requireKnown("--role", "role", wish.role(), RoleKinds.registered().names());
        ProjectName name = ProjectName.of(wish.name());
        if (program.participants().contains(name.text())) {
            throw UserError.usage("name: two-chains, to which the project adds an agent, has a participant "
                    + name.text() + " already; choose another, such as my-" + name.text());
        }
        Template template = new Template(wish.kind());
        List<Template.File> files = template.files(words(template, name, wish, program));
        requireOwn(name, files);
        return new Project(name, files);
    }

    private static void requireKnown(String argument, String what, String found, List<String> known) {
        if (!known.contains(found)) {
            throw UserError.usage(argument + ": " + NearestWord.missing(what, found, known));
        }
    }

    private static void requireOwn(ProjectName name, List<Template.File> files) {
        if (files.stream().anyMatch(file -> file.text().contains("." + name.className() + ";\n"))) {
            throw UserError.usage("name: " + name.text() + " would be the class " + name.className()
                    + ", which the project uses already; choose another, such as my-" + name.text());
        }
    }

    private static Map<String, String> words(Template template, ProjectName name, Wish wish, ForProgram program) {
        RoleKind<?> role = RoleKinds.registered().kind(wish.role()).orElseThrow();
        String packageName = ProjectName.packageName(wish.packageName());
        boolean ofItsOwn = template.has("role/" + role.name() + "/scenario.conf");
        return Map.ofEntries(
                Map.entry("name", name.text()),
                Map.entry("class", name.className()),
                Map.entry("package", packageName),
                Map.entry("folder", packageName.replace('.', '/')),
                Map.entry("role", role.name()),
                Map.entry("template", ofItsOwn ? role.name() : OTHER_ROLES),
                Map.entry("seat", seat(role)),
                Map.entry("venues", venues(role, name.text())),
                Map.entry("home", program.home().toString()),
                Map.entry(
                        "command",
                        ShellWord.of(program.home().resolve("catallaxy").toString())),
                Map.entry("version", program.version()));
    }

    /** A seat of the role in two-chains, as the role gives it; else the keys that it cannot do without, to be filled in. */
    private static String seat(RoleKind<?> role) {
        if (!role.example().isEmpty()) {
            return role.example();
        }
        return role.keys().stream()
                .filter(key -> key.initial().isEmpty())
                .map(key -> "# " + key.name() + " = …   " + key.meaning())
                .collect(Collectors.joining("\n  "));
    }

    /** The venues that the seat needs beside those of two-chains. */
    private static String venues(RoleKind<?> role, String agent) {
        return role.exampleVenues(agent).stream()
                .map(venue -> "\nvenues." + venue.name() + " " + venue.entry() + "\n")
                .collect(Collectors.joining());
    }

    /** Its name, and after it its scenario. */
    public String name() {
        return name.text();
    }

    /** The paths of its files in its folder. */
    public List<String> paths() {
        return files.stream().map(Template.File::path).toList();
    }

    /**
     * Writes it, all of it or nothing.
     *
     * @param folder that does not exist yet
     * @throws UserError   if it does
     * @throws IOException if it cannot be written
     */
    public void write(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw UserError.usage(
                    folder + ": exists already, and is left as it is; choose another name, or a folder by --dir");
        }
        Path whole = folder.toAbsolutePath().normalize();
        Path parent = Objects.requireNonNull(whole.getParent(), "the root exists");
        Path begun = parent.resolve(
                "." + whole.getFileName() + ".new-" + ProcessHandle.current().pid());
        Files.createDirectories(parent);
        try {
            for (Template.File file : files) {
                write(begun.resolve(file.path()), file);
            }
            Files.move(begun, whole);
        } catch (IOException | RuntimeException failed) {
            remove(begun);
            throw failed;
        }
    }

    private static void write(Path at, Template.File file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(at.getParent(), "a file of a folder"));
        Files.writeString(at, file.text());
        if (file.executable() && !at.toFile().setExecutable(true, false)) {
            throw new IOException(at + " cannot be made executable");
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
