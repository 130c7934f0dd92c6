package org.teishutsu.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;

/** The words and tables of a filing as a plain page, for printers that take HTML. */
public final class HtmlOfFiling {
    private final StringBuilder html = new StringBuilder();

    private HtmlOfFiling() {}

    public static String of(JsonNode document) {
        return new HtmlOfFiling().page(document);
    }

    private String page(JsonNode document) {
        html.append("""
                <!DOCTYPE html>
                <html lang="ja"><head><meta charset="UTF-8"><title>filing</title><style>
                @page { size: A4; margin: 27mm 25mm 24mm; @bottom-center { content: counter(page) "/" counter(pages) } }
                body { font: 10.5pt/1.75 "BIZ UDMincho" }
                table { border-collapse: collapse; width: 100%; font-size: 9.5pt }
                th, td { border: 0.5pt solid #555; padding: 1mm 1.5mm }
                </style></head><body>
                """);
        tag("h1", document.path("title").asText());
        document.path("preamble").asText().lines().forEach(line -> tag("p", line));
        document.path("sections").forEach(this::section);
        document.path("annexes").forEach(this::section);
        return html.append("</body></html>\n").toString();
    }

    private void section(JsonNode section) {
        tag("h2", section.path("number").asText() + "　" + section.path("title").asText());
        section.path("blocks").forEach(this::block);
    }

    private void block(JsonNode block) {
        switch (block.path("type").asText()) {
            case "heading" -> tag("h3", block.path("text").asText());
            case "paragraph" -> block.path("text").asText().lines().forEach(line -> tag("p", line));
            case "items" -> {
                html.append("<ul>");
                block.path("items").forEach(item -> tag("li", item.asText()));
                html.append("</ul>\n");
            }
            case "table" -> table(block);
            default -> tag("p", block.path("altText").asText());
        }
    }

    private void table(JsonNode table) {
        tag("p", table.path("caption").asText());
        html.append("<table><thead><tr>");
        table.path("columns").forEach(column -> tag("th", column.path("label").asText()));
        html.append("</tr></thead><tbody>");
        table.path("rows").forEach(row -> {
            html.append("<tr>");
            row.forEach(cell -> tag("td", cell.asText()));
            html.append("</tr>\n");
        });
        html.append("</tbody></table>\n");
    }

    private void tag(String name, String text) {
        html.append('<').append(name).append('>');
        html.append(text.replace("&", "&amp;").replace("<", "&lt;"));
        html.append("</").append(name).append(">\n");
    }
}
