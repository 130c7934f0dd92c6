package org.teishutsu.report.filing.pdf;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.teishutsu.common.print.Xml;

/** The XHTML of a page. Whatever is printed is escaped, unless the template says that it is markup of ours. */
final class FilingTemplate {
    private static final String FOLDER = "/templates/";
    private static final String STYLE = "/filing/filing.css";

    private final Template template;
    private final RawString style;

    FilingTemplate() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new Escaping())
                .build();
        include(engine, "filing/part");
        include(engine, "filing/copy");
        template = engine.parse(read(FOLDER + "filing/filing.html"));
        style = new RawString(read(STYLE));
    }

    String xhtml(FilingPage page) {
        return template.data("page", page).data("style", style).render();
    }

    private static void include(Engine engine, String name) {
        engine.putTemplate(name, engine.parse(read(FOLDER + name + ".html")));
    }

    private static String read(String resource) {
        try (InputStream in = FilingTemplate.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Escaping implements ResultMapper {
        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return !(result instanceof RawString);
        }

        @Override
        public String map(Object result, Expression expression) {
            return Xml.escape(String.valueOf(result));
        }
    }
}
