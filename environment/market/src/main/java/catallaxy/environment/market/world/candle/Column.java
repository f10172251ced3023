package catallaxy.environment.market.world.candle;

import catallaxy.environment.base.check.Checks;

/**
 * A column of a candle file, by its name in the header or by its number.
 *
 * @param name empty where the number counts
 * @param number 1 for the first column; 0 where the name counts
 */
public record Column(String name, int number) {
    private static final int MAX_NUMBER = 4096;

    public Column {
        boolean byName = number == 0 && !name.isBlank();
        boolean byNumber = number >= 1 && number <= MAX_NUMBER && name.isEmpty();
        Checks.that(byName || byNumber, "column", "a name, or a number from 1 to " + MAX_NUMBER, name + number);
    }

    /** The column of this name in the header; a blank name throws. */
    public static Column named(String name) {
        return new Column(name, 0);
    }

    /** The column of this number, 1 for the first. */
    public static Column at(int number) {
        return new Column("", number);
    }

    /**
     * The column that a text stands for: {@code #3} is the third, anything else a name.
     *
     * @throws IllegalArgumentException if what follows {@code #} is not a number, or the text is blank
     */
    public static Column parse(String text) {
        if (!text.startsWith("#")) {
            return named(text);
        }
        boolean digits = text.length() <= 5 && text.matches("#[0-9]+");
        Checks.that(digits, "column", "a name, or # and a number from 1 to " + MAX_NUMBER, text);
        return at(Integer.parseInt(text.substring(1)));
    }

    /** Whether the column is found by its name in the header; else by its number. */
    public boolean byName() {
        return number == 0;
    }

    @Override
    public String toString() {
        return byName() ? "column \"" + name + '"' : "column " + number;
    }
}
