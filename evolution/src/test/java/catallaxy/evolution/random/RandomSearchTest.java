package catallaxy.evolution.random;

import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.VectorSearchContract;

class RandomSearchTest extends VectorSearchContract<RandomSearchKind.Settings> {
    @Override
    protected SearchKind<RandomSearchKind.Settings> kind() {
        return new RandomSearchKind();
    }

    @Override
    protected RandomSearchKind.Settings settings() {
        return new RandomSearchKind.Settings();
    }
}
