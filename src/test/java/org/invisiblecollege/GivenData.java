package org.invisiblecollege;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.slf4j.LoggerFactory;

/**
 * Marks a test that reads real data which the repository does not contain. The data lies in the folder that the environment
 * variable {@code COLLEGE_GIVEN_DATA} names, or else in {@code ../shared}. Without it the test is skipped with a warning; if
 * the variable is set and the data is missing, the test fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(GivenData.Condition.class)
public @interface GivenData {

    /** The folder of given data, which may not exist. */
    Path FOLDER = Path.of(Objects.requireNonNullElse(System.getenv(Condition.VARIABLE), "../shared"));

    /** The folder or file that the test reads, below the folder of given data. */
    String value();

    /** Skips with a word, or fails where data was promised. */
    final class Condition implements ExecutionCondition {

        private static final String VARIABLE = "COLLEGE_GIVEN_DATA";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), GivenData.class)
                    .map(GivenData::value)
                    .filter(name -> !Files.exists(FOLDER.resolve(name)))
                    .map(name -> missing(context, name))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("the data is there"));
        }

        private static ConditionEvaluationResult missing(ExtensionContext context, String name) {
            String reason = "%s reads %s, which is not there. Name the folder of given data in %s."
                    .formatted(context.getDisplayName(), FOLDER.resolve(name), VARIABLE);
            if (System.getenv(VARIABLE) != null) {
                throw new IllegalStateException(reason);
            }
            LoggerFactory.getLogger(GivenData.class).warn("Skipped: {}", reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
