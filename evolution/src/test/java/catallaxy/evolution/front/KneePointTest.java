package catallaxy.evolution.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KneePointTest {
    @Test
    void whereTheFrontBendsMost() {
        double[][] front = {{0, 10}, {1, 4}, {2, 1.5}, {6, 0.5}, {10, 0}};
        assertThat(KneePoint.of(front)).isEqualTo(2);
    }

    @Test
    void unitsDoNotMatter() {
        double[][] front = {{0, 10e6}, {1, 4e6}, {2, 1.5e6}, {6, 0.5e6}, {10, 0}};
        assertThat(KneePoint.of(front)).isEqualTo(2);
        for (double[] point : front) {
            point[0] = 1e-3 * point[0] - 7;
        }
        assertThat(KneePoint.of(front)).isEqualTo(2);
    }

    @Test
    void ofAConvexCurveTheMiddle() {
        double[][] front = new double[101][];
        for (int i = 0; i <= 100; i++) {
            double x = i / 100.0;
            front[i] = new double[] {x, 1 - Math.sqrt(x)};
        }
        assertThat(KneePoint.of(front)).isEqualTo(25);
    }

    @Test
    void belowThePlaneOfThreeExtremes() {
        double[][] front = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.3, 0.3, 0.3}, {0.2, 0.3, 0.25}, {0.5, 0.5, 0.1}};
        assertThat(KneePoint.of(front)).isEqualTo(4);
    }

    @Test
    void extremesThatAreOneMemberLeaveThePlaneOfTheExtents() {
        double[][] front = {{1, 1, 0}, {0, 0, 1}, {0.4, 0.4, 0.3}};
        assertThat(KneePoint.of(front)).isEqualTo(1);
        assertThat(KneePoint.of(new double[][] {{3, 4}})).isZero();
        assertThatThrownBy(() -> KneePoint.of(new double[0][])).isInstanceOf(IllegalArgumentException.class);
    }
}
