package org.invisiblecollege;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.invisiblecollege.graphql.SchemaReports;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** The whole service with the bundled data on a real Neo4j, started once for all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {InvisibleCollege.class, SchemaReports.class, IndexInTests.class, LoadsInTests.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "college.index.poll-interval=20ms")
@ExtendWith(IndexInTests.Current.class)
@ContextConfiguration(initializers = TestNeo4j.class)
public @interface Neo4jTest {}
