package dev.essha.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.wording.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EstimateTextTest {

    private static final Pattern TEXT = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    private final EstimateText text = EstimateText.english();

    @Test
    void everyWordIsUsed() throws IOException {
        Set<String> used = used();
        for (Section section : Section.values()) {
            used.add("section." + section.label());
        }
        for (Unit unit : Unit.values()) {
            used.add("unit." + unit.label());
            used.add("per." + unit.label());
        }

        assertThat(words()).isSubsetOf(used);
    }

    @Test
    void everySectionAndUnitHasAWord() throws IOException {
        assertThat(words())
                .containsAll(Stream.of(Section.values())
                        .map(s -> "section." + s.label())
                        .toList())
                .containsAll(
                        Stream.of(Unit.values()).map(u -> "unit." + u.label()).toList())
                .containsAll(
                        Stream.of(Unit.values()).map(u -> "per." + u.label()).toList());
    }

    @Test
    void aPriceIsShownForAsManyAsCanBeRead() {
        assertThat(text.price(line(Product.Kind.NAT_GATEWAY, "0.052"))).isEqualTo("0.052 USD/h");
        assertThat(text.price(line(Product.Kind.OBJECT_READS, "0.00000043"))).isEqualTo("0.43 USD/million requests");
        assertThat(text.price(new Line(item(Product.Kind.KEY), Optional.empty())))
                .isEqualTo("price not known");
    }

    @Test
    void figuresAreWrittenAsTheLanguageWritesThem() {
        assertThat(text.money(new BigDecimal("1234.5"))).isEqualTo("1,234.50");
        assertThat(new EstimateText(Locale.GERMAN).money(new BigDecimal("1234.5")))
                .isEqualTo("1.234,50");
        assertThat(text.rounded(new BigDecimal("1612.5"), Currency.getInstance("USD")))
                .isEqualTo("1,613 USD");
    }

    @Test
    void whatAnItemIsCalledIsAPhraseLikeAnyOther() {
        Item named = item(Product.Kind.KEY, Phrase.asIs("Key of {0}"));
        Item nested = item(Product.Kind.NODE, Phrase.of("item.node", Phrase.of("section.network")));

        assertThat(text.item(named)).isEqualTo("Key of {0}");
        assertThat(new EstimateText(Locale.GERMAN).item(nested)).isEqualTo("Knoten Netzwerk");
    }

    @Test
    void aSizeIsWrittenAsInThePlan() {
        Item disk = item(Product.Kind.BROKER_STORAGE, Phrase.of("item.broker-storage", 1000));

        assertThat(text.item(disk)).isEqualTo("Disks of the brokers, 1000 GB each");
        assertThat(new EstimateText(Locale.GERMAN).item(disk)).isEqualTo("Platten der Broker, je 1000 GB");
    }

    private static Line line(Product.Kind kind, String amount) {
        return new Line(item(kind), Optional.of(PlainPrices.dollars(amount)));
    }

    private static Item item(Product.Kind kind) {
        return item(kind, Phrase.of("item.key"));
    }

    private static Item item(Product.Kind kind, Phrase what) {
        return new Item(Section.NETWORK, "key", what, Product.of(kind), new Quantity.ByUse(Optional.empty()));
    }

    private static Set<String> words() throws IOException {
        Properties words = new Properties();
        try (InputStream in = EstimateText.class.getResourceAsStream("estimate.properties")) {
            words.load(in);
        }
        return words.stringPropertyNames();
    }

    /** Every text in the sources, as itself and as the id of an item. */
    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/essha/cost"))) {
            for (Path source :
                    sources.filter(f -> f.toString().endsWith(".java")).collect(Collectors.toSet())) {
                Matcher m = TEXT.matcher(Files.readString(source));
                while (m.find()) {
                    used.add(m.group(1));
                    used.add("item." + m.group(1));
                }
            }
        }
        return used;
    }
}
