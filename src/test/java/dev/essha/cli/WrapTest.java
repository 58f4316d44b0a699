package dev.essha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrapTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        # text;                     width; wrapped
        fits;                       4;     fits
        two words;                  9;     two words
        two words;                  8;     two|  words
        a   b keeps its blanks;     16;    a   b keeps its|  blanks
        far-too-long-a-word;        5;     far-too-long-a-word
        far-too-long-a-word end;    5;     far-too-long-a-word|  end
        one far-too-long-a-word;    5;     one|  far-too-long-a-word
        """)
    void linesEndBetweenWords(String text, int width, String wrapped) {
        assertThat(String.join("|", Wrap.lines(text, width, 2))).isEqualTo(wrapped);
    }
}
