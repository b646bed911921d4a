package org.invisiblecollege.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.TestNeo4j;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page in a browser, over the bundled data; what is clicked is found by the words that its visitors see. */
@Neo4jTest
@TestInstance(Lifecycle.PER_CLASS)
class ExplorerIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    @SuppressWarnings("NullAway.Init")
    private Surfer surfer;

    @SuppressWarnings("NullAway.Init")
    private Page page;

    @LocalServerPort
    private int port;

    @BeforeAll
    void startsTheBrowser() {
        Optional<Path> chromium = Surfer.chromium();
        assumeTrue(chromium.isPresent(), "The explorer is not tested: there is no chromium in the path.");
        surfer = new Surfer(chromium.orElseThrow());
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @AfterAll
    void endsTheBrowser() {
        if (surfer != null) {
            surfer.close();
        }
    }

    @BeforeEach
    void forgets() {
        surfer.faults();
    }

    /** No request left the origin, and no script failed. */
    @AfterEach
    void staysAtHome() {
        if (page != null) {
            page.close();
        }
        assertThat(surfer.faults()).isEmpty();
    }

    @Test
    void findsAPersonWithoutDiacriticsAndShowsTheNetwork() {
        open("/?view=load");
        search("ustun", "Ahmet Üstün");
        assertThat(map()).hasAttribute("aria-label", Pattern.compile("^Map of \\d+ people and \\d+ ties.*Ahmet Üstün"));
        assertThat(page.url()).contains("given=");
    }

    @Test
    void aTieOpensItsPapers() throws Exception {
        networkOf("Ahmet Üstün");
        search("ahmadian", "Arash Ahmadian");
        Locator card = page.getByLabel("Card", new Page.GetByLabelOptions().setExact(true));
        assertThat(card.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("Arash Ahmadian")))
                .isVisible();
        card.getByTitle("Show the papers")
                .filter(new Locator.FilterOptions().setHasText("Ahmet Üstün"))
                .click();
        assertThat(card.getByText("Together: 6 papers")).isVisible();
        assertThat(card.locator(".papers > li")).hasCount(6);
    }

    @Test
    void aNarrowerWindowIsUndone() throws Exception {
        networkOf("Ahmet Üstün");
        String before = described();
        page.getByRole(AriaRole.SLIDER, role("First year")).press("PageUp");
        page.waitForURL(Pattern.compile("[?&]from=\\d{4}").asPredicate());
        Surfer.settled(page);
        assertThat(described()).isNotEqualTo(before);
        page.getByLabel(Pattern.compile("^Map\\.")).press("Backspace");
        assertThat(map()).hasAttribute("aria-label", before);
        assertThat(page.url()).doesNotContain("from=");
    }

    @Test
    void anotherWayOfCountingIsInTheAddress() throws Exception {
        networkOf("Ahmet Üstün");
        button("Settings").click();
        page.getByLabel("A joint paper counts").selectOption("FRACTIONAL");
        assertThat(page.getByText("fractional counting").first()).isVisible();
        assertThat(page.url()).contains("counting=FRACTIONAL");
    }

    @ParameterizedTest
    @CsvSource({
        "/, LIGHT, 1440, 900",
        "/?view=network&given=USTUN&select=USTUN, DARK, 390, 844",
        "/?view=person&id=USTUN, LIGHT, 390, 844",
        "/?view=load, DARK, 1440, 900",
        "/?view=curation, LIGHT, 390, 844",
    })
    void nothingSeriousIsInAnybodysWay(String address, ColorScheme scheme, int width, int height) throws Exception {
        page = surfer.open(origin(), address.replace("USTUN", id("Ahmet Üstün")), width, height, scheme);
        assertThat(Surfer.barriers(page)).isEmpty();
    }

    /** Stephan Sportel has one paper, with two others; Ahmet Üstün has many co-authors. */
    @Test
    void whoWasShownStaysWhenSomebodyIsExpandedAndTheAddressLeadsToTheSamePicture() throws Exception {
        networkOf("Stephan Sportel");
        assertThat(map()).hasAttribute("aria-label", Pattern.compile("^Map of 3 people"));
        search("ustun", "Ahmet Üstün");
        button("Expand").click();
        assertThat(map()).hasAttribute("aria-label", Pattern.compile("^Map of 28 people"));
        Surfer.settled(page);
        assertThat(Double.parseDouble(page.locator("[data-moved]").getAttribute("data-moved")))
                .isLessThan(0.05);
        String picture = new String(taken("SVG"), StandardCharsets.UTF_8);
        page.reload();
        Surfer.settled(page);
        assertThat(new String(taken("SVG"), StandardCharsets.UTF_8)).isEqualTo(picture);
    }

    @Test
    void aPathLeadsOverAJointCoAuthor() throws Exception {
        open("/?view=paths&from=" + id("Stephan Sportel") + "&to=" + id("Arash Ahmadian"));
        assertThat(page.getByText("They are 2 steps apart.")).isVisible();
        assertThat(page.getByRole(AriaRole.REGION, role("Path 1"))).containsText("Ahmet Üstün");
    }

    @Test
    void aTopicHasAMapOfItsNeighbourhood() {
        open("/?view=load");
        search("mixture of experts", "ixture of");
        Surfer.settled(page);
        page.getByRole(AriaRole.LINK, role("Map of its neighbourhood")).click();
        assertThat(page.getByRole(AriaRole.IMG, role(Pattern.compile("^Map of \\d+ topics"))))
                .isVisible();
    }

    @Test
    void theTableSortsAndSelects() throws Exception {
        networkOf("Ahmet Üstün");
        button("Table").click();
        Locator table = page.getByRole(AriaRole.TABLE);
        Locator first = table.getByRole(AriaRole.ROWHEADER).first();
        assertThat(first).hasText("Ahmet Üstün");
        Locator person = table.getByRole(AriaRole.COLUMNHEADER, new Locator.GetByRoleOptions().setName("Person"));
        person.getByRole(AriaRole.BUTTON).click();
        assertThat(person).hasAttribute("aria-sort", "ascending");
        String name = first.textContent();
        assertThat(name)
                .isEqualTo(table.getByRole(AriaRole.ROWHEADER).allTextContents().stream()
                        .min(Collator.getInstance(Locale.ENGLISH))
                        .orElseThrow());
        first.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.HEADING, role(name).setExact(true)).first())
                .isVisible();
        assertThat(table.locator("tbody tr[aria-selected=true]")).containsText(name);
    }

    @Test
    void theFilesAreWhatTheySay() throws Exception {
        networkOf("Ahmet Üstün");
        assertThat(ImageIO.read(new ByteArrayInputStream(taken("PNG"))).getWidth())
                .isGreaterThan(500);
        assertThat(xml(taken("SVG")).getDocumentElement().getTagName()).isEqualTo("svg");
        JsonNode network = JSON.readTree(taken("VOSviewer (JSON)")).get("network");
        assertThat(network.get("items")
                        .valueStream()
                        .map(item -> item.get("label").asString()))
                .contains("Ahmet Üstün", "Arash Ahmadian");
        Document gexf = xml(taken("Gephi (GEXF)"));
        assertThat(gexf.getElementsByTagName("node").getLength())
                .isEqualTo(network.get("items").size());
        assertThat(gexf.getElementsByTagName("edge").getLength())
                .isEqualTo(network.get("links").size());
    }

    @Test
    void aMergeIsUndone() throws Exception {
        String kept = id("Stephan Sportel");
        open("/?view=curation&id=" + kept);
        page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(TestNeo4j.API_KEY);
        button("Use this key").click();
        Surfer.settled(page);
        String other = id("Arianna Bisazza");
        page.getByRole(AriaRole.COMBOBOX, role("The other one")).fill("bisazza");
        page.getByRole(AriaRole.OPTION).first().click();
        button("Merge into Stephan Sportel").click();
        assertThat(page.getByText("They are one person now:")).isVisible();
        page.locator(".done").getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByText("It is undone.")).isVisible();
        assertThat(id("Arianna Bisazza")).isEqualTo(other);
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    private String id(String name) throws IOException, InterruptedException {
        String query = "{ authorsByName(name: \"%s\", first: 1) { nodes { id } } }".formatted(name);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(origin() + "/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body())
                .at("/data/authorsByName/nodes/0/id")
                .asString();
    }

    private void open(String address) {
        page = surfer.open(origin(), address, WIDTH, HEIGHT, ColorScheme.LIGHT);
    }

    private void networkOf(String name) throws Exception {
        open("/?view=network&given=" + id(name));
        assertThat(page.getByRole(AriaRole.HEADING, role(Pattern.compile(name))).first())
                .isVisible();
    }

    private void search(String text, String name) {
        Locator box = page.getByRole(AriaRole.COMBOBOX, role(Pattern.compile("^Search people")));
        box.fill(text);
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
    }

    private byte[] taken(String item) {
        page.getByText("Take away", new Page.GetByTextOptions().setExact(true)).click();
        Download download = page.waitForDownload(() -> button(item).click());
        page.getByText("Take away", new Page.GetByTextOptions().setExact(true)).click();
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document xml(byte[] file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private Locator map() {
        return page.getByRole(AriaRole.IMG, role(Pattern.compile("^Map of")));
    }

    private String described() {
        return map().getAttribute("aria-label");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, role(name).setExact(true));
    }

    private static Page.GetByRoleOptions role(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions role(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
