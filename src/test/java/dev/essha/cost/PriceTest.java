package dev.essha.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

    private static final Source SOURCE = new Source(Source.Origin.PRICE_LIST, "SKU", "test", PlainPrices.DAY);

    private final Price tiered = price(tier("50", "0.5"), tier("0", "1"), tier("100", "0.25"));

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "50, 50", "51, 50.5", "100, 75", "104, 76"})
    void eachPartOfAQuantityHasThePriceOfItsTier(BigDecimal quantity, BigDecimal sum) {
        assertThat(tiered.of(quantity)).isEqualByComparingTo(sum);
    }

    @Test
    void theFirstPriceIsThatOfTheFirstTier() {
        assertThat(tiered.first()).isEqualByComparingTo("1");
    }

    @Test
    void aPriceWithoutABeginningIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> price(tier("1", "1")));
        assertThatIllegalArgumentException().isThrownBy(() -> price());
        assertThatIllegalArgumentException().isThrownBy(() -> tier("0", "-1"));
    }

    private static Price price(Price.Tier... tiers) {
        return new Price(Currency.getInstance("USD"), List.of(tiers), SOURCE);
    }

    private static Price.Tier tier(String from, String amount) {
        return new Price.Tier(new BigDecimal(from), new BigDecimal(amount));
    }
}
