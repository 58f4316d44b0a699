package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResourceNamesTest {

    @Test
    void theLongestNameThatFitsFitsEverywhere() {
        ResourceNames names = new ResourceNames(new DeploymentName("a".repeat(28)));

        assertThat(names.derived()).noneMatch(DerivedName::isTooLong).hasSizeGreaterThan(8);
        assertThat(names.loadBalancer()).hasSize(32);
    }

    @Test
    void oneLetterMoreIsTooMuchForALoadBalancer() {
        ResourceNames names = new ResourceNames(new DeploymentName("a".repeat(29)));

        assertThat(names.derived())
                .filteredOn(DerivedName::isTooLong)
                .extracting(DerivedName::of, DerivedName::excess)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Network Load Balancer", 1));
    }

    @Test
    void eachLimitNamesItsSource() {
        assertThat(new ResourceNames(new DeploymentName("demo")).derived())
                .allSatisfy(name -> assertThat(name.source()).startsWith("https://docs.aws.amazon.com/"));
    }
}
