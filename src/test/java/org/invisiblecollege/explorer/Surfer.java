package org.invisiblecollege.explorer;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A Chromium of this machine that opens pages of one origin, and notes what leaves it and what goes wrong in a page. */
final class Surfer implements AutoCloseable {

    private static final double MAX_WAIT_MS = 30_000;

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext session;
    private final List<String> faults = new ArrayList<>();

    Surfer(Path chromium) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking")));
        session = browser.newContext(new Browser.NewContextOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true));
        session.setDefaultTimeout(MAX_WAIT_MS);
    }

    /** The first Chromium in the path. */
    static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page that is shown when the view has what it asked for. */
    Page open(String origin, String address, int width, int height, ColorScheme scheme) {
        Page page = session.newPage();
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.onRequest(request -> {
            if (Stream.of(origin + "/", "data:", "blob:").noneMatch(request.url()::startsWith)) {
                faults.add("asks " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add("console: " + message.text());
            }
        });
        page.onPageError(error -> faults.add("page: " + error));
        page.navigate(origin + address);
        settled(page);
        return page;
    }

    /** Waits until the view has what it asked for. */
    static void settled(Page page) {
        page.waitForCondition(() -> page.locator("main:not([aria-busy])").count() == 1
                && page.locator("main .place").count() == 1
                && page.locator("main .waiting, main [data-loading]").count() == 0);
    }

    /** What axe-core finds serious or worse. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getHtml())
                                        .toList())
                        .toList();
    }

    /** What went wrong since the last time. */
    List<String> faults() {
        List<String> all = List.copyOf(faults);
        faults.clear();
        return all;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
