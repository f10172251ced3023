package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MarkupTest {
    private static String text(String text) {
        return new Markup().text(text).toString();
    }

    private static String table(Table table) {
        Markup page = new Markup();
        table.write(page);
        return page.toString();
    }

    @Test
    void whatMeansSomethingInMarkupIsWrittenAsText() {
        assertThat(text("<b> & \"c\" 'd'")).isEqualTo("&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
        assertThat(text("&lt;")).as("escaped once more").isEqualTo("&amp;lt;");
    }

    @Test
    void charactersThatNoPageMayHoldAreReplaced() {
        assertThat(text("a\u0000b\u001bc\u007fd\re")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
        assertThat(text("a\tb\nc")).isEqualTo("a\tb\nc");
        assertThat(text("ü → \uD83D\uDE00")).isEqualTo("ü → \uD83D\uDE00");
    }

    /** Whatever the text, a reader of the page gets it back, and finds no tag in it. */
    @Test
    void anyTextComesBackAndNoneIsMarkup() {
        String letters = "<>&\"'; abcé/=#";
        for (long seed = 1; seed <= 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder any = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                any.append(letters.charAt(random.nextInt(letters.length())));
            }
            String written = text(any.toString());
            assertThat(written).as("seed %d", seed).doesNotContain("<", ">", "\"", "'");
            assertThat(written.replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&#39;", "'")
                            .replace("&amp;", "&"))
                    .as("seed %d", seed)
                    .isEqualTo(any.toString());
        }
    }

    @Test
    void attributesAreEscapedAndEmptyOnesLeftOut() {
        assertThat(new Markup()
                        .element("a", "<x>", "title", "\"y\" & <z>", "class", "", "href", "#q")
                        .toString())
                .isEqualTo("<a title=\"&quot;y&quot; &amp; &lt;z&gt;\" href=\"#q\">&lt;x&gt;</a>\n");
        assertThat(new Markup().raw("<br>").toString()).isEqualTo("<br>");
    }

    @Test
    void aTablesNamesAreTextInEveryPlace() {
        String evil = "<img src=\"x\"> & a long, long name";
        String page = table(
                new Table().text(evil).number(Term.PNL).row().cell(evil, evil).signed(evil, 1));
        assertThat(page).doesNotContain("<img").contains("title=\"&lt;img src=&quot;x&quot;&gt; &amp; a long");
        assertThat(page.split("&lt;img src=&quot;x&quot;&gt;", -1))
                .as("heading, cells, titles and a note")
                .hasSize(7);
    }

    @Test
    void numbersStandToTheRightAndShowTheirSign() {
        Table table = new Table().text("agent").number("PnL").number(Term.SHARPE);
        assertThat(table.isEmpty()).isTrue();
        table.row("sum")
                .cell("arb")
                .signed("+1", 1)
                .signed("−1", -1)
                .row()
                .cell("fund")
                .signed("0", 0)
                .cell("", "none");
        String page = table(table);
        assertThat(table.isEmpty()).isFalse();
        assertThat(page)
                .contains("<tr class=\"sum\"><th scope=\"row\">arb</th>")
                .contains("<td class=\"number gain\">+1</td>")
                .contains("<td class=\"number loss\">−1</td>")
                .contains("<td class=\"number\">0</td>")
                .contains("<small>none</small>")
                .contains("<a href=\"#" + Term.SHARPE.anchor() + "\" title=\"Mean of the agent&#39;s equity returns");
    }
}
