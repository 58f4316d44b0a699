package dev.essha.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.diagram.Area;
import dev.essha.diagram.Box;
import dev.essha.diagram.DeploymentDrawing;
import dev.essha.diagram.Drawing;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgTest {

    @ParameterizedTest
    @MethodSource("dev.essha.export.Shape#some")
    void isWellFormedAndHoldsEveryBoxAndLine(Shape shape) throws Exception {
        Drawing drawing = DeploymentDrawing.of(shape.plan());
        Document svg = parse(Svg.render(drawing));
        int page = 1;
        assertThat(svg.getElementsByTagName("rect").getLength())
                .isEqualTo(drawing.boxes().size() + page);
        assertThat(svg.getElementsByTagName("line").getLength())
                .isEqualTo(drawing.lines().size());
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(drawing.title());
    }

    @Test
    void samePlanSameBytes() {
        assertThat(Svg.render(DeploymentDrawing.of(ExportPlans.preset())))
                .isEqualTo(Svg.render(DeploymentDrawing.of(ExportPlans.preset())));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfBoxHasAStyle(Box.Kind kind) throws Exception {
        Drawing drawing = new Drawing("one box", 100, 100, List.of(box(kind, "title", "detail")), List.of());
        Document svg = parse(Svg.render(drawing));
        Element drawn = (Element) svg.getElementsByTagName("rect").item(1);
        assertThat(svg.getElementsByTagName("style").item(0).getTextContent())
                .containsPattern("(?m)^\\.([a-z-]+, \\.)?" + drawn.getAttribute("class") + "[ ,]");
    }

    @ParameterizedTest
    @EnumSource(names = {"FRAME", "DATABASE"})
    void namesAreEscaped(Box.Kind kind) throws Exception {
        String title = "<script>alert('&')</script>";
        String detail = "\"R&D\" <dev>";
        Drawing drawing = new Drawing(title, 100, 100, List.of(box(kind, title, detail)), List.of());
        Document svg = parse(Svg.render(drawing));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(svg)).contains(title).contains(detail);
    }

    private static Box box(Box.Kind kind, String title, String detail) {
        return new Box("box", kind, title, detail, new Area(10, 10, 80, 50));
    }

    private static String texts(Document svg) {
        StringBuilder texts = new StringBuilder();
        NodeList nodes = svg.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.append(nodes.item(i).getTextContent()).append('\n');
        }
        return texts.toString();
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
