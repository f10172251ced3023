package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.exchange.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages show the very files that are compiled and run here, and leave out no command. */
class PageTest {
    private static final Path ROOT = Path.of(System.getProperty("catallaxy.root", ".."));
    private static final Pattern BLOCK = Pattern.compile("<!-- (\\S+\\.java) -->\n```java\n(.*?)```\n", Pattern.DOTALL);

    private static String page(String name) throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve(name));
    }

    @ParameterizedTest
    @CsvSource({"your-own-agent.md, 4", "commands.md, 28"})
    void showsTheFilesAsTheyAre(String name, int files) throws IOException {
        String page = page(name);
        List<MatchResult> blocks = BLOCK.matcher(page).results().toList();
        assertThat(blocks).hasSize(files);
        assertThat(page.split("```java", -1)).as("blocks without a file").hasSize(files + 1);
        for (MatchResult block : blocks) {
            assertThat(block.group(2)).as(block.group(1)).isEqualTo(Files.readString(ROOT.resolve(block.group(1))));
        }
    }

    /** Sealed commands, and calls of the kinds that the program registers. */
    static List<Class<?>> commands() {
        Stream<Class<?>> calls = Kinds.registered().all().stream()
                .flatMap(kind -> kind.calls().stream())
                .<Class<?>>map(CallKind::type)
                .filter(type -> type.getName().startsWith("catallaxy."));
        return Stream.concat(Arrays.stream(MarketCommand.class.getPermittedSubclasses()), calls)
                .toList();
    }

    @Test
    void everyCommandHasASectionWithAnExampleThatSendsIt() throws IOException {
        String page = page("commands.md");
        assertThat(commands())
                .contains(MarketCommand.PlaceOrder.class, Call.Swap.class)
                .hasSizeGreaterThan(14);
        for (Class<?> command : commands()) {
            String name = command.getSimpleName();
            String section = Arrays.stream(page.split("\n(?=##)"))
                    .filter(each -> each.lines().findFirst().orElse("").contains("`" + name + "`"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("docs/commands.md has no section `" + name + "`"));
            assertThat(BLOCK.matcher(section).results().map(block -> block.group(2)))
                    .as(name)
                    .anyMatch(code -> code.contains(name + "(") || code.contains(".transaction("));
            assertThat(section).as(name).contains("new ").containsPattern("[Rr]efused|Reverts|reverts");
        }
    }

    @Test
    void everyRefusalOfAnExchangeIsOnThePage() throws IOException {
        String page = page("commands.md");
        for (Rejection reason : Rejection.values()) {
            assertThat(page).contains(reason.name());
        }
    }
}
