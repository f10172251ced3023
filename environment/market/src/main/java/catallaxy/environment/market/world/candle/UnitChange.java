package catallaxy.environment.market.world.candle;

/** Times since 1970 in another unit than is stated, or than the lines before have: no single bad row, but a wrong file. */
final class UnitChange extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnitChange(String problem) {
        super(problem);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
