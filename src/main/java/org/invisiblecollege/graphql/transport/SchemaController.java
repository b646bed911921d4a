package org.invisiblecollege.graphql.transport;

import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.util.List;
import java.util.Set;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Serves the schema as a text, without what the engine defines but this service does not do. */
@Controller
class SchemaController {

    /** Directives of answers in parts and of experiments. */
    private static final Set<String> NOT_SUPPORTED = Set.of("defer", "experimental_disableErrorPropagation");

    private final String printed;

    SchemaController(GraphQlSource source) {
        this.printed = new SchemaPrinter(
                        SchemaPrinter.Options.defaultOptions().includeDirectives(name -> !NOT_SUPPORTED.contains(name)))
                .print(source.schema());
    }

    /** Returns the directives that clients may use. */
    static List<GraphQLDirective> directives(GraphQLSchema schema) {
        return schema.getDirectives().stream()
                .filter(directive -> !NOT_SUPPORTED.contains(directive.getName()))
                .toList();
    }

    @ResponseBody
    @GetMapping(path = "/graphql/schema", produces = "text/plain;charset=UTF-8")
    String schema() {
        return printed;
    }
}
