package org.invisiblecollege.graphql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.SchemaReport;

/** Keeps the reports of Spring's comparison of schema and code. */
@Configuration(proxyBeanMethods = false)
public class SchemaReports {

    static final List<SchemaReport> FOUND = Collections.synchronizedList(new ArrayList<>());

    @Bean
    GraphQlSourceBuilderCustomizer keepSchemaReport() {
        return builder -> builder.inspectSchemaMappings(FOUND::add);
    }
}
