package org.invisiblecollege.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import graphql.language.AstPrinter;
import graphql.parser.Parser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.invisiblecollege.graphql.limit.PreparsedDocumentCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PersistedDocumentsTests {

    private static final String TYPE = "{ __typename }";

    /** By {@code printf '{ __typename }' | sha256sum}. */
    private static final String HASH = "7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b";

    private static final String OTHER = "{ other: __typename }";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apollo.json | {\"format\":\"apollo-persisted-query-manifest\",\"version\":1,\"operations\":[{\"id\":\"given\",\"name\":\"T\",\"type\":\"query\",\"body\":\"{ __typename }\"}]} | given",
                "relay.json   | {\"given\":\"{ __typename }\"}        | given",
                "codegen.json | {\"sha256:" + HASH + "\":\"{ __typename }\"} | sha256:" + HASH,
                "t.graphql    | { __typename }                        |",
            })
    void aDocumentOfTheFolderHasItsIdAndItsHash(String file, String content, String id) throws Exception {
        Files.writeString(folder.resolve(file), content);
        PersistedDocuments documents = documents(true);
        assertThat(answered(documents, byId(HASH))).isEqualTo(TYPE);
        assertThat(answered(documents, byText(TYPE))).isEqualTo(TYPE);
        if (id != null) {
            assertThat(answered(documents, byId(id))).isEqualTo(TYPE);
        }
    }

    @Test
    void otherFilesOfTheFolderAreNotRead() throws Exception {
        Files.writeString(folder.resolve("readme.md"), TYPE);
        assertThat(answered(documents(true), byText(TYPE))).isEqualTo("DOCUMENT_NOT_TRUSTED");
    }

    @Test
    void onlyTrustedDocumentsAreAnswered() throws Exception {
        Files.writeString(folder.resolve("t.graphql"), TYPE);
        PersistedDocuments documents = documents(true);
        assertThat(answered(documents, byText(OTHER))).isEqualTo("DOCUMENT_NOT_TRUSTED");
        assertThat(answered(documents, named(OTHER, TrustedDocuments.id(OTHER))))
                .isEqualTo("DOCUMENT_NOT_TRUSTED");
        assertThat(answered(documents, byId(TrustedDocuments.id(OTHER)))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(answered(documents, named(TYPE, HASH))).isEqualTo(TYPE);
    }

    @Test
    void otherwiseAClientMayRegisterAnyValidDocument() {
        PersistedDocuments documents = documents(false);
        assertThat(answered(documents, byId(HASH))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(answered(documents, named(OTHER, HASH))).isEqualTo("PERSISTED_QUERY_HASH_MISMATCH");
        assertThat(answered(documents, named(TYPE, HASH))).isEqualTo(TYPE);
        assertThat(answered(documents, byId(HASH))).isEqualTo(TYPE);
        assertThat(answered(documents, byText(OTHER))).isEqualTo(OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"given\":{\"text\":\"{ __typename }\"}}",
                "{\"operations\":[{\"body\":\"{ __typename }\"}]}",
                "{\"operations\":[{\"id\":\"given\"}]}",
                "[\"{ __typename }\"]",
                "7"
            })
    void aManifestOfAnotherShapeIsAnErrorThatNamesTheFile(String content) throws Exception {
        Files.writeString(folder.resolve("documents.json"), content);
        assertThatThrownBy(() -> documents(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        folder.resolve("documents.json")
                                + " must be an object of ids and documents, or have a list \"operations\" of objects with \"id\" and \"body\"");
    }

    @Test
    void aManifestThatIsNoJsonIsAnErrorThatNamesTheFile() throws Exception {
        Files.writeString(folder.resolve("documents.json"), "{ __typename }");
        assertThatThrownBy(() -> documents(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(folder.resolve("documents.json") + " is no JSON: ");
    }

    @Test
    void aMissingFolderIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> new TrustedDocuments(folder.resolve("none"), new JsonMapper()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(folder.resolve("none").toString());
    }

    private PersistedDocuments documents(boolean isTrustedOnly) {
        return new PersistedDocuments(
                new TrustedDocuments(folder, new JsonMapper()), isTrustedOnly, new PreparsedDocumentCache(400));
    }

    private static ExecutionInput byText(String document) {
        return ExecutionInput.newExecutionInput(document).build();
    }

    private static ExecutionInput byId(String id) {
        return named(PersistedQuerySupport.PERSISTED_QUERY_MARKER, id);
    }

    private static ExecutionInput named(String document, String id) {
        return ExecutionInput.newExecutionInput(document)
                .extensions(Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", id)))
                .build();
    }

    /** Returns the text of the document that a request means, on one line, or the code of the error. */
    private static String answered(PersistedDocuments documents, ExecutionInput request) {
        PreparsedDocumentEntry entry = documents
                .getDocumentAsync(
                        request, input -> new PreparsedDocumentEntry(new Parser().parseDocument(input.getQuery())))
                .join();
        return entry.hasErrors()
                ? String.valueOf(entry.getErrors().getFirst().getExtensions().get("code"))
                : AstPrinter.printAst(entry.getDocument())
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
