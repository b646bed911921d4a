package org.invisiblecollege.graphql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.invisiblecollege.export.Drawing;
import org.invisiblecollege.export.NetworkFormat;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.NetworkAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Networks as files to download, by the links that exportUrl gives. */
@Controller
class NetworkDownloadController {

    private final CollaborationController collaborations;
    private final OrganisationNetworkController organisations;
    private final NeighbourhoodController neighbourhoods;
    private final ExportLinks links;

    NetworkDownloadController(
            CollaborationController collaborations,
            OrganisationNetworkController organisations,
            NeighbourhoodController neighbourhoods,
            ExportLinks links) {
        this.collaborations = collaborations;
        this.organisations = organisations;
        this.neighbourhoods = neighbourhoods;
        this.links = links;
    }

    @GetMapping("/export/{file}.{extension}")
    void network(
            @PathVariable String file,
            @PathVariable String extension,
            @RequestParam String q,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        allowOrigin(request, response);
        Optional<NetworkFormat> format = Arrays.stream(NetworkFormat.values())
                .filter(each -> each.extension().equals(extension))
                .findFirst();
        Optional<NetworkKind> kind = NetworkKind.ofFile(file);
        if (format.isEmpty() || kind.isEmpty()) {
            say(response, HttpServletResponse.SC_NOT_FOUND, "There is no " + file + "." + extension + ".");
            return;
        }
        try {
            Drawing drawing = Drawings.of(answer(links.read(q, kind.get().input())));
            response.setContentType(format.get().mediaType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "." + extension + "\"");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            try (OutputStream to = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
                format.get().write(drawing, to);
            }
        } catch (DomainException e) {
            int status = switch (e.kind()) {
                case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
                case NOT_READY -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
                case INVALID, CONFLICT -> HttpServletResponse.SC_BAD_REQUEST;
            };
            say(response, status, String.valueOf(e.getMessage()));
        }
    }

    private NetworkAnswer<?, ?> answer(Object input) {
        return switch (input) {
            case CollaborationController.Input asked -> collaborations.collaborationNetwork(asked);
            case OrganisationNetworkController.Input asked -> organisations.organisationNetwork(asked);
            case NeighbourhoodController.Input asked -> neighbourhoods.topicNeighbourhood(asked);
            default -> throw new IllegalArgumentException("Nothing answers " + input.getClass());
        };
    }

    /** VOSviewer Online fetches with credentials, which a wildcard does not allow; there are none to be misused. */
    private static void allowOrigin(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin != null) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
    }

    private static void say(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
