package catallaxy.scenarios.file.text;

/** A piece of a user's text as messages show it: in quotes, on one line, not too long. */
final class Quotation {
    private static final int LIMIT = 60;

    private Quotation() {}

    static String of(String text) {
        String clipped = text.length() <= LIMIT ? text : text.substring(0, LIMIT) + "…";
        StringBuilder line = new StringBuilder("'");
        clipped.codePoints().forEach(c -> line.appendCodePoint(isPrintable(c) ? c : '�'));
        return line.append('\'').toString();
    }

    private static boolean isPrintable(int c) {
        return !Character.isISOControl(c) && Character.isDefined(c) && Character.getType(c) != Character.SURROGATE;
    }
}
