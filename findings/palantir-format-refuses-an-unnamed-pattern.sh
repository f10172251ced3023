#!/usr/bin/env bash
# palantir-java-format 2.103.0, run by Spotless on a JDK 25, formats an unnamed lambda parameter (`_ -> 1`) and an unnamed pattern
# variable (`case Point _`), but refuses an unnamed component of a record pattern (`case Point(_, int y)`, JEP 456, final in Java 22):
# "expected token: '_'; generated , instead". A file with one cannot be formatted; naming the component (`int x`) helps.
#
# Seen with Spotless 3.11.0 (Maven) on Temurin 25.0.3. Needs a JDK 25 (JAVA_HOME) and Maven. Ends with 1 if that has changed.
set -euo pipefail
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p src/main/java
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>format</artifactId><version>1</version>
  <build><plugins><plugin>
    <groupId>com.diffplug.spotless</groupId><artifactId>spotless-maven-plugin</artifactId><version>3.11.0</version>
    <configuration><java>
      <includes><include>src/main/java/**/*.java</include></includes>
      <palantirJavaFormat><version>2.103.0</version></palantirJavaFormat>
    </java></configuration>
  </plugin></plugins></build>
</project>
XML
# $1: the pattern; writes a program that is valid Java 25
program() {
  cat >src/main/java/Shapes.java <<JAVA
import java.util.function.IntUnaryOperator;

class Shapes {
    record Point(int x, int y) {}

    static final IntUnaryOperator ONE = _ -> 1;

    static int of(Object shape) {
        return switch (shape) {
            case $1;
            default -> ONE.applyAsInt(0);
        };
    }
}
JAVA
  "$JAVA_HOME/bin/javac" --release 25 -d classes src/main/java/Shapes.java
}
format() { mvn -B spotless:apply >format.log 2>&1; }

program 'Point _ -> 2'
if format; then echo "case Point _: formatted"; else tail -5 format.log; exit 1; fi
program 'Point(_, int y) -> y'
if format; then
  echo "case Point(_, int y): formatted, which it was not"
  exit 1
fi
grep -m1 -o "expected token: '_'; generated , instead" format.log
