package catallaxy.environment.market.book;

/** The side of an order: a bid buys, an ask sells. */
public enum Side {
    BID(0),
    ASK(1);

    final int index;

    Side(int index) {
        this.index = index;
    }

    public Side opposite() {
        return this == BID ? ASK : BID;
    }

    static Side at(int index) {
        return index == 0 ? BID : ASK;
    }
}
