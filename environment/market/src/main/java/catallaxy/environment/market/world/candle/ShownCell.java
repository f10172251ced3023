package catallaxy.environment.market.world.candle;

/** A cell as far as a message may show it: its beginning, in quotation marks, without control characters. */
final class ShownCell {
    private static final int MOST = 160;

    private ShownCell() {}

    static String of(String cell) {
        return cell.isEmpty() ? "nothing" : '"' + plain(cell) + '"';
    }

    static String plain(String text) {
        String shown = text.length() <= MOST ? text : text.substring(0, MOST) + "…";
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
