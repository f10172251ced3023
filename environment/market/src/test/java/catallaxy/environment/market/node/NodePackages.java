package catallaxy.environment.market.node;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A node, a compiler and published bytecode from npm, in a folder of the build; the test that asks is skipped where they cannot be had. */
final class NodePackages {
    private static final List<String> ALWAYS = List.of("@foundry-rs/anvil@1.7.1", "solc@0.8.30");
    private static final Pattern BYTECODE =
            Pattern.compile("\"(?:bytecode|creationCode)\":\\s*(?:\\{\"object\":)?\"(?:0x)?([0-9a-zA-Z_$]+)\"");
    private static final Pattern LIBRARY = Pattern.compile(
            "\"(contracts/[^\"]+)\":\\s*\\{\\s*\"(\\w+)\":\\s*\\[\\s*\\{\\s*\"length\":\\s*20,\\s*\"start\":\\s*(\\d+)");
    private static final int ADDRESS_DIGITS = 40;

    private final Path modules;

    private NodePackages(Path modules) {
        this.modules = modules;
    }

    /** Node and compiler, and packages of bytecode with their versions; those that are not there are fetched. */
    static NodePackages fetched(String... published) {
        Path folder = Path.of("target", "node").toAbsolutePath();
        NodePackages packages = new NodePackages(folder.resolve("node_modules"));
        List<String> missing = Stream.concat(ALWAYS.stream(), Stream.of(published))
                .filter(each -> !Files.exists(packages.modules.resolve(each.substring(0, each.lastIndexOf('@')))))
                .toList();
        if (!missing.isEmpty()) {
            install(folder, missing);
        }
        return packages;
    }

    private static void install(Path folder, List<String> missing) {
        List<String> command =
                new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", folder.toString()));
        command.addAll(missing);
        try {
            Files.createDirectories(folder);
            Process npm = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start();
            if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                npm.destroyForcibly();
                abort("npm cannot fetch the node and its contracts: see " + folder.resolve("npm.log"));
            }
        } catch (IOException absent) {
            abort("without Node.js there is no node to compare with: " + absent.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The node's program. */
    Path node() {
        return modules.resolve("@foundry-rs/anvil-linux-amd64/bin/anvil");
    }

    /**
     * The code that deploys a contract, as its authors published it, hexadecimal digits.
     *
     * @param addresses gives the address of a library that the code calls, 40 digits, by its artifact
     */
    String bytecode(String artifact, UnaryOperator<String> addresses) {
        try {
            String json = Files.readString(modules.resolve(artifact));
            Matcher found = BYTECODE.matcher(json);
            if (!found.find()) {
                throw new IllegalStateException("no bytecode in " + artifact);
            }
            return linked(artifact, json, found.group(1), addresses);
        } catch (IOException absent) {
            throw new UncheckedIOException(artifact, absent);
        }
    }

    /** The code of a contract that calls no library. */
    String bytecode(String artifact) {
        return bytecode(artifact, library -> {
            throw new IllegalStateException(artifact + " calls " + library);
        });
    }

    private static String linked(String artifact, String json, String code, UnaryOperator<String> addresses) {
        String linked = code;
        Matcher library = LIBRARY.matcher(json);
        while (library.find()) {
            int start = 2 * Integer.parseInt(library.group(3));
            String hole = linked.substring(start, Math.min(linked.length(), start + ADDRESS_DIGITS));
            if (hole.startsWith("__")) {
                String folder = artifact.substring(0, artifact.indexOf("contracts/"));
                String other = folder + library.group(1) + "/" + library.group(2) + ".json";
                linked = linked.replace(hole, addresses.apply(other));
            }
        }
        return linked;
    }

    /** What the compiler answers, in its JSON, of one contract of sources by their names. */
    String compile(Map<String, String> sources, String contract) {
        String contents = sources.entrySet().stream()
                .map(each -> quoted(each.getKey()) + ":{\"content\":" + quoted(each.getValue()) + "}")
                .collect(Collectors.joining(","));
        String input = """
                {"language":"Solidity","sources":{%s},"settings":{"optimizer":{"enabled":true},
                "outputSelection":{"*":{"%s":["evm.bytecode.object","evm.methodIdentifiers"]}}}}
                """.formatted(contents, contract);
        try {
            Process compiler = new ProcessBuilder(
                            "node", modules.resolve("solc/solc.js").toString(), "--standard-json")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            compiler.outputWriter(StandardCharsets.UTF_8).append(input).close();
            return new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
