package dev.essha.cloud.aws;

import dev.essha.cloud.signin.Prompt;

/** The page that a browser shows once it came back. It loads nothing and runs nothing. */
final class AnswerHtml {

    private static final String PAGE = """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        :root { color-scheme: light dark; }
        body { display: grid; min-height: 90vh; margin: 0; place-items: center;
               font: 1rem/1.6 system-ui, sans-serif; }
        main { max-width: 32rem; padding: 2rem; text-align: center; }
        h1 { font-size: 1.5rem; font-weight: 600; }
        </style>
        </head>
        <body><main><h1>%s</h1><p>%s</p></main></body>
        </html>
        """;

    private AnswerHtml() {}

    static String of(Prompt.AnswerPage page) {
        String title = escaped(page.title());
        return PAGE.formatted(escaped(page.language()), title, title, escaped(page.text()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
