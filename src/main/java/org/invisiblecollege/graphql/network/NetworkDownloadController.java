package org.invisiblecollege.graphql.network;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.coyote.CloseNowException;
import org.invisiblecollege.export.ExportedNetwork;
import org.invisiblecollege.export.NetworkFormat;
import org.invisiblecollege.graphql.limit.Cancelled;
import org.invisiblecollege.graphql.limit.FileLimits;
import org.invisiblecollege.graphql.limit.RunningRequests;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.invisiblecollege.network.NetworkQuestion;
import org.invisiblecollege.network.NetworkResult;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Serves networks as files, under the links that exportUrl returns. Large files share permits with large answers. */
@Controller
class NetworkDownloadController {

    private static final String RETRY_SECONDS = "10";

    private final NetworkQueries queries;
    private final ExportLinks links;
    private final NetworkMethods methods;
    private final FileLimits files;
    private final RunningRequests requests;
    private final JsonMapper json;

    NetworkDownloadController(
            NetworkQueries queries,
            ExportLinks links,
            NetworkMethods methods,
            FileLimits files,
            RunningRequests requests,
            JsonMapper json) {
        this.queries = queries;
        this.links = links;
        this.methods = methods;
        this.files = files;
        this.requests = requests;
        this.json = json;
    }

    @GetMapping("/export/{file}.{extension}")
    void network(
            @PathVariable String file,
            @PathVariable String extension,
            @RequestParam String q,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            NetworkFormat format = Arrays.stream(NetworkFormat.values())
                    .filter(each -> each.extension().equals(extension))
                    .findFirst()
                    .orElseThrow(() -> unknownFile(file, extension));
            NetworkKind<?> kind = NetworkKind.ofFile(file).orElseThrow(() -> unknownFile(file, extension));
            requests.run(request::getAttribute, cancellation -> {
                answerInTime(kind, q, format, response, cancellation);
                return file;
            });
        } catch (DomainException e) {
            refuse(response, e);
        }
    }

    private void answerInTime(
            NetworkKind<?> kind,
            String link,
            NetworkFormat format,
            HttpServletResponse response,
            Cancellation cancellation)
            throws IOException {
        try {
            answer(kind, link, format, response);
        } catch (IOException | RuntimeException e) {
            Cancellation.Reason reason = cancellation.reason();
            if (reason == null) {
                throw e;
            }
            if (response.isCommitted()) {
                // The client must not take what it has for the whole file.
                throw new CloseNowException("The request was cancelled: " + reason, e);
            }
            response.resetBuffer();
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
            Cancelled told = requests.told(reason);
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, told.message(), told.extensions());
        }
    }

    private <Q extends NetworkQuestion<Q>> void answer(
            NetworkKind<Q> kind, String link, NetworkFormat format, HttpServletResponse response) throws IOException {
        Q question = links.read(link, kind.signedAs(), kind.question());
        files.write(question.limits(), question.layout(), () -> write(kind, question, format, response));
    }

    private <Q extends NetworkQuestion<Q>> void write(
            NetworkKind<Q> kind, Q question, NetworkFormat format, HttpServletResponse response) throws IOException {
        NetworkResult<?, ?> answer = kind.answer().apply(queries, question);
        ExportedNetwork network = NetworkExports.of(answer, methods.of(answer));
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + kind.file() + "." + format.extension() + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        // Not closed, since a part of a file that is closed looks like the whole.
        OutputStream to = new BufferedOutputStream(new CheckedStream(response.getOutputStream()), 1 << 16);
        format.write(network, to);
        to.flush();
    }

    private static DomainException unknownFile(String file, String extension) {
        return new DomainException(
                ErrorKind.NOT_FOUND,
                "NOT_FOUND",
                "There is no file " + file + "." + extension + "; use a link that exportUrl returned.",
                Map.of());
    }

    private record Refusal(String message, Map<String, Object> extensions) {}

    /** Writes an error in the form of a GraphQL response. */
    private void refuse(HttpServletResponse response, DomainException why) throws IOException {
        if (why.kind() == ErrorKind.NOT_READY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        Map<String, Object> extensions = new HashMap<>(why.properties());
        extensions.put("code", why.code());
        int status = switch (why.kind()) {
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case NOT_READY -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case INVALID, CONFLICT, REFUSED -> HttpServletResponse.SC_BAD_REQUEST;
        };
        refuse(response, status, String.valueOf(why.getMessage()), extensions);
    }

    private void refuse(HttpServletResponse response, int status, String message, Map<String, Object> extensions)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(Map.of("errors", List.of(new Refusal(message, extensions)))));
    }
}
