package catallaxy.scenarios.house;

import java.util.ArrayList;
import java.util.List;

/** Separates Java text into code and comments; knows strings, text blocks and character literals. */
final class CommentScanner {
    private final String source;
    private final StringBuilder code = new StringBuilder();
    private final List<Comment> comments = new ArrayList<>();
    private int position;
    private int line = 1;

    CommentScanner(String source) {
        this.source = source;
        while (position < source.length()) {
            step();
        }
    }

    /** The text with each comment character replaced by a blank; line breaks stay. */
    String code() {
        return code.toString();
    }

    List<Comment> comments() {
        return List.copyOf(comments);
    }

    private void step() {
        if (source.startsWith("//", position)) {
            comment(indexOr("\n", position, 0));
        } else if (source.startsWith("/*", position)) {
            comment(indexOr("*/", position + 2, 2));
        } else if (source.startsWith("\"\"\"", position)) {
            keep(literalEnd("\"\"\"", position + 3));
        } else if (source.charAt(position) == '"' || source.charAt(position) == '\'') {
            keep(literalEnd(source.substring(position, position + 1), position + 1));
        } else {
            keep(position + 1);
        }
    }

    private int indexOr(String delimiter, int from, int length) {
        int index = source.indexOf(delimiter, from);
        return index < 0 ? source.length() : index + length;
    }

    private int literalEnd(String delimiter, int from) {
        int end = from;
        while (end < source.length() && !source.startsWith(delimiter, end)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), end + delimiter.length());
    }

    private void comment(int end) {
        comments.add(new Comment(line, source.substring(position, end)));
        advance(end, false);
    }

    private void keep(int end) {
        advance(end, true);
    }

    private void advance(int end, boolean visible) {
        for (; position < end; position++) {
            char next = source.charAt(position);
            code.append(visible || next == '\n' ? next : ' ');
            line += next == '\n' ? 1 : 0;
        }
    }
}
