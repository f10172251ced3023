package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.VectorRow;
import java.util.List;
import java.util.stream.Stream;

/** The arguments of a recorded function call: separated by bars, each a number or a list with semicolons. */
record FunctionArguments(VectorRow row, List<String> texts) {
    static final List<String> COLUMNS = List.of("fn", "args", "out", "result");

    private static final String COLUMN = "args";

    static FunctionArguments of(VectorRow row, int expected) throws CorruptVectorException {
        List<String> texts = List.of(row.text(COLUMN).split("\\|", -1));
        if (texts.size() != expected) {
            throw row.corrupt(COLUMN, "expected " + expected + " of them, found " + texts.size());
        }
        return new FunctionArguments(row, texts);
    }

    /** Whether an argument of a row is there, and is a list. */
    static boolean isList(VectorRow row, int index) {
        String[] texts = row.text(COLUMN).split("\\|", -1);
        return index < texts.length && texts[index].contains(";");
    }

    UInt256 number(int index) throws CorruptVectorException {
        return parsed(() -> UInt256.parse(texts.get(index)));
    }

    Int256 signed(int index) throws CorruptVectorException {
        return parsed(() -> Int256.parse(texts.get(index)));
    }

    UInt256[] list(int index) throws CorruptVectorException {
        return parsed(() ->
                Stream.of(texts.get(index).split(";", -1)).map(UInt256::parse).toArray(UInt256[]::new));
    }

    /** A list of as many numbers as another has. */
    UInt256[] list(int index, UInt256[] like) throws CorruptVectorException {
        UInt256[] list = list(index);
        if (list.length != like.length) {
            throw row.corrupt(COLUMN, "lists of " + like.length + " and " + list.length);
        }
        return list;
    }

    /** The index of an asset in a list of balances. */
    int asset(int index, UInt256[] balances) throws CorruptVectorException {
        UInt256 asset = number(index);
        if (!asset.isLessThan(UInt256.of(balances.length))) {
            throw row.corrupt(COLUMN, asset + " is none of " + balances.length + " assets");
        }
        return (int) asset.longValueExact();
    }

    private interface Parse<T> {
        T parse();
    }

    private <T> T parsed(Parse<T> parse) throws CorruptVectorException {
        try {
            return parse.parse();
        } catch (NumberFormatException e) {
            throw row.corrupt(COLUMN, String.valueOf(e.getMessage()));
        }
    }
}
