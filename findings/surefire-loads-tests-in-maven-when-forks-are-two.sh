#!/usr/bin/env bash
# Surefire 3.5.4 runs JUnit 5 tests in a forked JDK that a toolchain names, while Maven itself runs on an older one: with one fork.
# With forkCount 2 it loads the test classes in Maven's own JVM first, to share them out, and fails with UnsupportedClassVersionError:
# tests for Java 25 cannot be run in two processes by a Maven on Java 17, though none of them would run there.
#
# Seen with Maven on OpenJDK 17 and a toolchain of Temurin 25.0.3: forkCount 1 passes, forkCount 2 fails.
# Needs Maven on a JDK older than 25 (OLD_HOME, by default JAVA_HOME) and a JDK 25 (JDK25_HOME). Ends with 1 if that has changed.
set -euo pipefail
new=${JDK25_HOME:?set JDK25_HOME to a JDK 25}
export JAVA_HOME=${OLD_HOME:-${JAVA_HOME:?set OLD_HOME to a JDK older than 25}}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p src/test/java
cat >src/test/java/OneTest.java <<'JAVA'
import org.junit.jupiter.api.Test;

class OneTest {
    @Test
    void passes() {}
}
JAVA
cat >toolchains.xml <<XML
<toolchains><toolchain><type>jdk</type><provides><version>25</version></provides>
<configuration><jdkHome>$new</jdkHome></configuration></toolchain></toolchains>
XML
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>forks</artifactId><version>1</version>
  <properties>
    <maven.compiler.release>25</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies><dependency>
    <groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><version>6.1.3</version><scope>test</scope>
  </dependency></dependencies>
  <build><plugins>
    <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId><version>3.14.0</version>
      <configuration><jdkToolchain><version>25</version></jdkToolchain></configuration></plugin>
    <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-surefire-plugin</artifactId><version>3.5.4</version>
      <configuration><jdkToolchain><version>25</version></jdkToolchain></configuration></plugin>
  </plugins></build>
</project>
XML
# $1: number of forks
tests() { mvn -B -t toolchains.xml test -DforkCount="$1" >"forks$1.log" 2>&1; }

if tests 1; then echo "forkCount 1: passed"; else tail -20 forks1.log; exit 1; fi
if tests 2; then
  echo "forkCount 2: passed, which it did not"
  exit 1
fi
grep -m1 -o "UnsupportedClassVersionError: OneTest has been compiled by a more recent version" forks2.log
