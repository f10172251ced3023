package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import java.util.Arrays;

/** A recorded sequence of book commands, four words each, so that a replay costs next to nothing but the book's work. */
final class CommandTape {
    static final int REST = 0;
    static final int TAKE = 1;
    static final int CANCEL = 2;
    static final int MOVE = 3;

    private static final int WORDS = 4;

    private long[] words = new long[WORDS * 1024];
    private int size;

    int size() {
        return size;
    }

    /** Appends a command; a cancel has neither price nor lots, and a move names the lots that stay open. */
    void add(int kind, long orderId, int owner, Side side, long priceTicks, long lots) {
        int at = size++ * WORDS;
        if (at == words.length) {
            words = Arrays.copyOf(words, Math.multiplyExact(words.length, 2));
        }
        words[at] = orderId;
        words[at + 1] = priceTicks;
        words[at + 2] = lots;
        words[at + 3] = (long) owner << 32 | BookSide.index(side) << 8 | kind;
    }

    long orderId(int at) {
        return words[at * WORDS];
    }

    long priceTicks(int at) {
        return words[at * WORDS + 1];
    }

    long lots(int at) {
        return words[at * WORDS + 2];
    }

    int owner(int at) {
        return (int) (words[at * WORDS + 3] >> 32);
    }

    Side side(int at) {
        return BookSide.at((int) (words[at * WORDS + 3] >> 8) & 1);
    }

    int kind(int at) {
        return (int) words[at * WORDS + 3] & 0xFF;
    }
}
