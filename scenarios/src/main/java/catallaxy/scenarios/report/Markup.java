package catallaxy.scenarios.report;

/**
 * HTML being written. All text and attribute values are escaped here, so that data can never become markup; tag and
 * attribute names come from the program. One thread.
 */
final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Opens {@code tag} with attributes given as name, value, name, value…; an empty value leaves the attribute out. */
    Markup open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                text(attributes[i + 1]).out.append('"');
            }
        }
        out.append('>');
        return this;
    }

    Markup close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    /** A whole element with text inside. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    Markup text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append(c);
                default -> out.append(c < ' ' || c == 0x7F ? '\uFFFD' : c);
            }
        }
        return this;
    }

    /** Text of the program itself, or text that was made safe for where it stands. */
    Markup raw(String trusted) {
        out.append(trusted);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
