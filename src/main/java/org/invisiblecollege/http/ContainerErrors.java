package org.invisiblecollege.http;

import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that the container refuses before any filter, such as those with an unreadable address. */
public final class ContainerErrors extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int code = response.getStatus();
        if (code < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(code);
        HttpStatus status = known == null ? HttpStatus.BAD_REQUEST : known;
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try {
            response.getOutputStream()
                    .write(Refusals.body(JSON, status.name(), FailedRequestController.message(status), Map.of()));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A refusal of the container could not be sent", e);
        }
    }
}
