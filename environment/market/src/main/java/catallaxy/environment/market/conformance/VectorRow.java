package catallaxy.environment.market.conformance;

import catallaxy.environment.base.number.UInt256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One row of a vector file.
 *
 * @param line line in the file, from 1
 * @param columns column names to field positions
 * @param fields as many as columns
 */
public record VectorRow(long line, Map<String, Integer> columns, List<String> fields) {
    /** The field of a column that the file is known to have. */
    public String text(String column) {
        Integer position = columns.get(column);
        if (position == null) {
            throw new IllegalArgumentException("no column " + column + " among " + columns.keySet());
        }
        return fields.get(position);
    }

    /** The number in a column, of at most 256 bits. */
    public UInt256 number(String column) throws CorruptVectorException {
        try {
            return UInt256.parse(text(column));
        } catch (NumberFormatException e) {
            throw corrupt(column, String.valueOf(e.getMessage()));
        }
    }

    /** The numbers of a column that is a list with semicolons between them. */
    public List<UInt256> numbers(String column) throws CorruptVectorException {
        List<UInt256> numbers = new ArrayList<>();
        for (String each : text(column).split(";", -1)) {
            try {
                numbers.add(UInt256.parse(each));
            } catch (NumberFormatException e) {
                throw corrupt(column, String.valueOf(e.getMessage()));
            }
        }
        return numbers;
    }

    /** The number in a column, less than 2^63. */
    public long longNumber(String column) throws CorruptVectorException {
        UInt256 number = number(column);
        if (number.bitLength() > 63) {
            throw corrupt(column, number + " is above 2^63−1");
        }
        return number.longValueExact();
    }

    /**
     * The row of others whose field of a column is that of this one.
     *
     * @throws CorruptVectorException if there is none
     */
    public VectorRow described(String column, List<VectorRow> others) throws CorruptVectorException {
        for (VectorRow other : others) {
            if (other.text(column).equals(text(column))) {
                return other;
            }
        }
        throw corrupt(column, "nothing is described under it: " + text(column));
    }

    /** What says that the field of a column is wrong. */
    public CorruptVectorException corrupt(String column, String message) {
        return new CorruptVectorException(line, column + ": " + message);
    }
}
