package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ParseAndValidate;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operations that the pages send are valid and say what they answer. */
class OperationsTests {

    private static final Path SCHEMA = Path.of("graphql");

    @Test
    void eachIsValid() throws IOException {
        GraphQLSchema schema = schema();
        for (Path file : files(SCHEMA.resolve("operations"))) {
            assertThat(ParseAndValidate.validate(schema, Parser.parse(Files.readString(file)), Locale.ROOT))
                    .as("%s", file)
                    .isEmpty();
        }
    }

    @Test
    void eachIsAloneInItsFileAndSaysWhatItAnswers() throws IOException {
        for (Path file : files(SCHEMA.resolve("operations"))) {
            String document = Files.readString(file);
            assertThat(document).as("%s", file).startsWith("# ");
            assertThat(operations(document)).as("%s", file).hasSize(1);
        }
    }

    @Test
    void aQuestionWhoseVariablesHaveDefaultsIsAnsweredWithoutVariables() {
        assertThat(isAnsweredWithoutVariables("query($a: Int! = 1, $b: Int) { a }"))
                .isTrue();
        assertThat(isAnsweredWithoutVariables("query($a: Int!) { a }")).isFalse();
        assertThat(isAnsweredWithoutVariables("mutation($b: Int) { a }")).isFalse();
    }

    /** Returns whether an operation changes nothing and has no variable that must be given. */
    static boolean isAnsweredWithoutVariables(String document) {
        OperationDefinition operation = operations(document).getFirst();
        return operation.getOperation() == Operation.QUERY
                && operation.getVariableDefinitions().stream()
                        .noneMatch(variable ->
                                variable.getType() instanceof NonNullType && variable.getDefaultValue() == null);
    }

    private static List<OperationDefinition> operations(String document) {
        return Parser.parse(document).getDefinitionsOfType(OperationDefinition.class);
    }

    private static GraphQLSchema schema() throws IOException {
        TypeDefinitionRegistry types = new TypeDefinitionRegistry();
        for (Path file : files(SCHEMA)) {
            types.merge(new SchemaParser().parse(Files.readString(file)));
        }
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(types);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
