package dev.essha.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.said.Said;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Preparation;
import dev.essha.inventory.Why;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was seen is said in each language. */
class FactsTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/essha/checklist");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\.?)\"");

    /** Words of nearly every English sentence of the bundle, and of no German one. */
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|is|are|has|have|its|with|not|of|by|from|found|leads|may|what|which)\\b");

    /** Nothing but names, numbers and states in an order. */
    private static final Set<String> DATA =
            Set.of("list", "interface.at", "database.member", "database.states", "cluster.groups");

    private static final ResourceBundle IN_ENGLISH = Wording.texts(Texts.FACTS, Locale.ENGLISH);
    private static final ResourceBundle IN_GERMAN = Wording.texts(Texts.FACTS, Locale.GERMAN);

    /** Keys have their first part in common with others; other names with dots, as of Kafka's settings, have not. */
    @Test
    void eachKeyThatIsNamedHasASentence() {
        Set<String> families = keys().map(FactsTest::family).collect(Collectors.toSet());
        List<String> named = literals().stream()
                .filter(l -> l.contains("."))
                .filter(l -> families.contains(family(l)))
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(200)
                .allSatisfy(literal -> assertThat(keys())
                        .anyMatch(key -> literal.endsWith(".") ? key.startsWith(literal) : key.equals(literal)));
    }

    /** An adapter may speak in the middle of a fact; each sentence is to be found by its key alone. */
    @Test
    void noKeyIsAlsoOneOfTheAdapters() {
        assertThat(keys())
                .doesNotContainAnyElementsOf(
                        Wording.texts(Said.BUNDLE, Locale.ENGLISH).keySet());
    }

    @Test
    void noSentenceIsLeftOver() {
        Set<String> literals = literals();
        Set<String> reasons = Stream.of(Why.Kind.values()).map(Why.Kind::key).collect(Collectors.toSet());

        assertThat(keys().filter(key -> !reasons.contains(key)))
                .allSatisfy(key -> assertThat(
                                literals.contains(key) || literals.contains(key.substring(0, key.lastIndexOf('.') + 1)))
                        .as(key)
                        .isTrue());
    }

    @Test
    void eachGoalHasItsSentences() {
        assertThat(DnsGoal.What.values()).allSatisfy(goal -> {
            String label = goal.name().toLowerCase(Locale.ROOT);
            assertThat(IN_ENGLISH.keySet()).contains("goal." + label, "goal.addresses." + label, "missing." + label);
        });
    }

    @Test
    void eachReasonWhySomethingIsUnseenHasItsSentence() {
        assertThat(Why.Kind.values())
                .allSatisfy(kind -> assertThat(IN_ENGLISH.keySet()).contains(kind.key()));
    }

    @Test
    void onlyDataIsTheSameInBothLanguages() {
        assertThat(keys().filter(key -> IN_ENGLISH.getString(key).equals(IN_GERMAN.getString(key))))
                .containsExactlyInAnyOrderElementsOf(DATA);
    }

    @Test
    void noGermanSentenceHasEnglishWords() {
        assertThat(keys())
                .allSatisfy(key -> assertThat(IN_GERMAN.getString(key)).as(key).doesNotContainPattern(ENGLISH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.essha.checklist.Breaks#all")
    void whatSomebodyBrokeIsToldInGerman(Breaks.Break broken) {
        World world = new World(ExamplePlan.inRoute53());
        broken.change().accept(world);

        toldInGerman(world);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.essha.checklist.FrontBreaks#all")
    void whatIsBrokenInFrontIsToldInGerman(FrontBreaks.Break broken) {
        World world = new World(broken.plan());
        broken.change().accept(world);

        toldInGerman(world);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "dev.essha.checklist.NetworkChecksTest#regional",
        "dev.essha.checklist.NetworkChecksTest#secluded",
        "dev.essha.checklist.NetworkChecksTest#existing"
    })
    void whatIsBrokenInTheNetworkIsToldInGerman(NetworkChecksTest.Break broken) {
        World world = NetworkWorld.of(broken.egress());
        broken.change().accept(world);

        toldInGerman(world);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.essha.checklist.DatabaseFindingsTest#breaks")
    void whatIsBrokenInDatabasesIsToldInGerman(DatabaseFindingsTest.Break broken) {
        World world = new World(ExamplePlan.withDatabase(broken.topology(), broken.sharing()));
        broken.change().accept(world);

        toldInGerman(world);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.essha.checklist.PreflightChecksTest#obstacles")
    void whatIsInTheWayIsToldInGerman(PreflightChecksTest.Obstacle obstacle) {
        Prospect prospect = new Prospect();
        obstacle.change().accept(prospect);
        Plan plan = ExamplePlan.inRoute53();
        Preparation found = prospect.preparation();

        toldInGerman(PreflightChecks.CHECKS.stream().map(c -> c.judgment().apply(plan, found)));
    }

    private static void toldInGerman(World world) {
        Inventory seen = world.inventory();
        toldInGerman(Checklist.CHECKS.stream().map(c -> c.judgment().apply(world.plan, seen)));
    }

    /** A fact is a sentence of the bundle, or data; what it speaks of is such, too. */
    private static void toldInGerman(Stream<Ruling> rulings) {
        Texts english = Texts.of(Locale.ENGLISH);
        Texts german = Texts.of(Locale.GERMAN);

        assertThat(rulings.flatMap(r -> r.evidence().stream()))
                .hasSizeGreaterThan(20)
                .allSatisfy(said -> {
                    assertThat(english.facts().of(said).equals(german.facts().of(said)))
                            .as(english.facts().of(said))
                            .isEqualTo(isData(said) && data(said).noneMatch(FactsTest::isSaid));
                    assertThat(data(said).filter(String.class::isInstance))
                            .allSatisfy(text -> assertThat((String) text).doesNotContainPattern(ENGLISH));
                });
    }

    /** Everything that a phrase and those in it speak of. */
    private static Stream<Object> data(Phrase said) {
        return said.args().stream()
                .flatMap(a -> a instanceof Phrase inner ? Stream.concat(Stream.of(inner), data(inner)) : Stream.of(a));
    }

    private static boolean isSaid(Object part) {
        return part instanceof Phrase inner && !isData(inner);
    }

    private static boolean isData(Phrase said) {
        return said.key().isEmpty() || DATA.contains(said.key());
    }

    private static Stream<String> keys() {
        return IN_ENGLISH.keySet().stream();
    }

    private static String family(String key) {
        return key.substring(0, (key + ".").indexOf('.'));
    }

    private static Set<String> literals() {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .flatMap(f -> LITERAL.matcher(read(f)).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
