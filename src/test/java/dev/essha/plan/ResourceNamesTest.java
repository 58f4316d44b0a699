package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class ResourceNamesTest {

    @Test
    void theLongestNameThatFitsFitsEverywhere() {
        ResourceNames names = new ResourceNames(new DeploymentName("a".repeat(24)));

        assertThat(names.derived()).noneMatch(DerivedName::isTooLong).hasSizeGreaterThan(16);
        assertThat(names.internalLoadBalancer(EdgePlan.LoadBalancing.SINGLE)).hasSize(32);
    }

    @Test
    void oneLetterMoreIsTooMuchForALoadBalancer() {
        ResourceNames names = new ResourceNames(new DeploymentName("a".repeat(25)));

        assertThat(names.derived())
                .filteredOn(DerivedName::isTooLong)
                .extracting(DerivedName::of, DerivedName::excess)
                .containsExactly(tuple("load balancer inside the VPC", 1));
    }

    @Test
    void eachLimitNamesItsSource() {
        assertThat(new ResourceNames(new DeploymentName("demo")).derived())
                .allSatisfy(name -> assertThat(name.source()).startsWith("https://docs.aws.amazon.com/"));
    }
}
