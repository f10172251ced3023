#!/usr/bin/env bash
# Three ways of DJL 0.35.1 with PyTorch to copy an array, of which two cut it off from the gradient without a word: NDArrays.concat of a
# list that holds a single array, and NDArray.duplicate(). With two arrays in the list concat passes the gradient, as stack of one and
# reshape do. Where such a copy is one term of a loss among others, nothing fails: what lies behind it just does not learn.
#
# Seen with ai.djl:api and pytorch-engine 0.35.1, pytorch-jni 2.7.1-0.35.1 (CPU, Linux x86-64). Gradient of sum(2 f(x) + x): 3 where f passes
# it, 1 where it does not.
# Needs a JDK 25 (JAVA_HOME) and Maven. Ends with 1 if that has changed.
set -euo pipefail
jdk=${JAVA_HOME:?set JAVA_HOME to a JDK 25}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>x</groupId><artifactId>x</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>ai.djl.pytorch</groupId><artifactId>pytorch-engine</artifactId><version>0.35.1</version></dependency>
    <dependency><groupId>ai.djl.pytorch</groupId><artifactId>pytorch-jni</artifactId><version>2.7.1-0.35.1</version></dependency>
    <dependency><groupId>ai.djl.pytorch</groupId><artifactId>pytorch-native-cpu</artifactId><version>2.7.1</version><classifier>linux-x86_64</classifier></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.18</version></dependency>
  </dependencies>
</project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib >mvn.log 2>&1
cat >Copies.java <<'JAVA'
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;

public class Copies {
    static void tell(String name, UnaryOperator<NDArray> copy) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray x = manager.create(new float[] {1, 2, 3});
            x.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(copy.apply(x).mul(2).sum().add(x.sum()));
            }
            System.out.println(name + ": gradient " + x.getGradient().toFloatArray()[0]);
        }
    }

    public static void main(String[] arguments) {
        tell("concat of one", x -> NDArrays.concat(new NDList(x)));
        tell("duplicate", NDArray::duplicate);
        tell("concat of two", x -> NDArrays.concat(new NDList(x, x)).get("0:3"));
        tell("stack of one", x -> NDArrays.stack(new NDList(x)));
        tell("reshape", x -> x.reshape(3, 1));
    }
}
JAVA
found=$("$jdk/bin/java" --enable-native-access=ALL-UNNAMED -Dai.djl.offline=true -cp 'lib/*' Copies.java 2>error.log)
printf '%s\n' "$found"
[ "$(grep -c '^\(concat of one\|duplicate\): gradient 1.0$' <<<"$found")" -eq 2 ] \
  && [ "$(grep -c '^\(concat of two\|stack of one\|reshape\): gradient 3.0$' <<<"$found")" -eq 3 ] || { echo "changed"; exit 1; }
