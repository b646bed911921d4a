package org.invisiblecollege.export;

import java.io.IOException;
import java.io.OutputStream;
import org.invisiblecollege.export.ExportedNetwork.Item;
import org.invisiblecollege.export.ExportedNetwork.Link;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes the formats that are JSON. */
final class JsonFormats {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final OutputStream to;

    JsonFormats(OutputStream to) {
        this.to = to;
    }

    /** Items are numbered, since VOSviewer Online wants numbers for ids; their own ids are in the description. */
    void vosViewer(ExportedNetwork drawing) throws IOException {
        write(json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("network");
            json.writeArrayPropertyStart("items");
            int[] degrees = drawing.degrees();
            for (int place = 0; place < drawing.items().size(); place++) {
                vosItem(json, place + 1, drawing.items().get(place), degrees[place]);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("links");
            for (Link link : drawing.links()) {
                json.writeStartObject();
                json.writeNumberProperty("source_id", link.source() + 1);
                json.writeNumberProperty("target_id", link.target() + 1);
                json.writeNumberProperty("strength", link.weight());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("clusters");
            for (int place = 0; place < drawing.communities().size(); place++) {
                json.writeStartObject();
                json.writeNumberProperty("cluster", place + 1);
                json.writeStringProperty("label", drawing.communities().get(place));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeObjectPropertyStart("config");
            json.writeObjectPropertyStart("terminology");
            json.writeStringProperty("item", drawing.unit());
            json.writeStringProperty("items", drawing.unit() + "s");
            json.writeEndObject();
            json.writeEndObject();
            json.writeObjectPropertyStart("info");
            json.writeStringProperty("title", drawing.title());
            json.writeStringProperty("description", drawing.description());
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void vosItem(JsonGenerator json, int number, Item item, int links) {
        json.writeStartObject();
        json.writeNumberProperty("id", number);
        json.writeStringProperty("label", item.label());
        json.writeStringProperty("description", item.id());
        if (item.x() != null && item.y() != null) {
            json.writeNumberProperty("x", item.x());
            json.writeNumberProperty("y", item.y());
        }
        if (item.community() != null) {
            json.writeNumberProperty("cluster", item.community() + 1);
        }
        json.writeObjectPropertyStart("weights");
        json.writeNumberProperty("Links", links);
        json.writeNumberProperty("Total link strength", item.weight());
        json.writeNumberProperty("Documents", item.papers());
        json.writeEndObject();
        json.writeEndObject();
    }

    void cytoscape(ExportedNetwork drawing) throws IOException {
        write(json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("name", drawing.title());
            json.writeStringProperty("description", drawing.description());
            json.writeEndObject();
            json.writeObjectPropertyStart("elements");
            json.writeArrayPropertyStart("nodes");
            for (Item item : drawing.items()) {
                json.writeStartObject();
                json.writeObjectPropertyStart("data");
                json.writeStringProperty("id", item.id());
                json.writeStringProperty("label", item.label());
                json.writeNumberProperty("depth", item.depth());
                json.writeNumberProperty("weight", item.weight());
                json.writeNumberProperty("papers", item.papers());
                if (item.community() != null) {
                    json.writeStringProperty("community", drawing.communities().get(item.community()));
                }
                json.writeEndObject();
                if (item.x() != null && item.y() != null) {
                    json.writeObjectPropertyStart("position");
                    // In pixels, downwards, as Cytoscape.js counts.
                    json.writeNumberProperty("x", item.x() * 1000);
                    json.writeNumberProperty("y", -item.y() * 1000);
                    json.writeEndObject();
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("edges");
            for (Link link : drawing.links()) {
                String source = drawing.items().get(link.source()).id();
                String target = drawing.items().get(link.target()).id();
                json.writeStartObject();
                json.writeObjectPropertyStart("data");
                json.writeStringProperty("id", source + "~" + target);
                json.writeStringProperty("source", source);
                json.writeStringProperty("target", target);
                json.writeNumberProperty("weight", link.weight());
                json.writeNumberProperty("papers", link.papers());
                if (link.firstYear() != null && link.lastYear() != null) {
                    json.writeNumberProperty("firstYear", link.firstYear());
                    json.writeNumberProperty("lastYear", link.lastYear());
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private interface Body {
        void write(JsonGenerator json);
    }

    private void write(Body body) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), to, JsonEncoding.UTF8)) {
            body.write(json);
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }
}
