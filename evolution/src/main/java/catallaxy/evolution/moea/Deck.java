package catallaxy.evolution.moea;

import catallaxy.environment.base.random.RandomStream;

/** Numbers from 0 up, drawn without putting back and shuffled when all are drawn, so that each comes as often as another. */
final class Deck {
    private final int[] cards;
    private final RandomStream random;
    private int drawn;

    /** A deck of so many, at least one. */
    Deck(int size, RandomStream random) {
        cards = new int[size];
        for (int i = 0; i < size; i++) {
            cards[i] = i;
        }
        this.random = random;
    }

    int next() {
        if (drawn == cards.length) {
            drawn = 0;
        }
        int at = drawn + random.nextInt(cards.length - drawn);
        int card = cards[at];
        cards[at] = cards[drawn];
        cards[drawn++] = card;
        return card;
    }
}
