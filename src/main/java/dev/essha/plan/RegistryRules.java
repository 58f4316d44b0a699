package dev.essha.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Amazon ECR asks of repositories (R14). */
final class RegistryRules {

    static final List<Rule> ALL = List.of(
            Rule.format(
                    "registry.source",
                    Format.REGISTRY_HOST,
                    plan -> plan.registry().source()),
            Rule.of(RegistryRules::thereAreImages, "registry.repositories"),
            Rule.few(
                    "registry.repositories",
                    Limits.REPOSITORIES,
                    plan -> plan.registry().repositories()),
            Rule.of(RegistryRules::repositoriesAreAccepted, "registry.repositories"),
            Rule.range(
                    "registry.keepImages",
                    Limits.KEEP_IMAGES,
                    plan -> plan.registry().keepImages()));

    private RegistryRules() {}

    private static List<Problem> thereAreImages(Plan plan) {
        boolean some = !plan.registry().repositories().isEmpty();
        return Rule.unless(some, "registry.repositories", "registry.no-repositories");
    }

    private static List<Problem> repositoriesAreAccepted(Plan plan) {
        List<String> repositories = plan.registry().repositories();
        Set<String> seen = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < repositories.size(); i++) {
            String image = repositories.get(i);
            String path = "registry.repositories[" + i + "]";
            problems.addAll(Rule.unless(
                    Format.REPOSITORY.matches(image), path, "text.format", image, Format.REPOSITORY.example()));
            problems.addAll(Rule.unless(
                    image.length() <= Limits.REPOSITORY_NAME,
                    path,
                    "registry.name-too-long",
                    image.length(),
                    Limits.REPOSITORY_NAME));
            problems.addAll(Rule.unless(seen.add(image), path, "registry.repository-twice", image));
        }
        return problems;
    }
}
