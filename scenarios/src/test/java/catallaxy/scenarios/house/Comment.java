package catallaxy.scenarios.house;

/**
 * A comment of a source file.
 *
 * @param line its first line, from one
 * @param text with its delimiters
 */
record Comment(int line, String text) {
    boolean isDocumentation() {
        return text.startsWith("/**") || text.startsWith("///");
    }

    /** The words without delimiters and leading asterisks. */
    String words() {
        return text.replaceAll("(?m)^\\s*(/\\*+|\\*/|\\*|//+)|\\*/$", "").strip();
    }
}
