using Microsoft.Playwright;

namespace Avance.Pages.Tests.Drivers;

/// <summary>One Chromium for all tests of the assembly; each visitor gets a context of its own.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>
    /// What Chromium is told to leave out. Of two such lists the later one counts, so the first of these repeat Playwright's
    /// own: https://github.com/microsoft/playwright/blob/main/packages/playwright-core/src/server/chromium/chromiumSwitches.ts
    /// </summary>
    private static readonly string[] LeftOut =
    [
        "AimEnabled",
        "AutoDeElevate",
        "AvoidCorsURLLoaderRestartOnRedirect",
        "AvoidUnnecessaryBeforeUnloadCheckSync",
        "BlockOriginHeaderModificationOnRedirect",
        "DestroyProfileOnBrowserClose",
        "DialMediaRouteProvider",
        "GlobalMediaControls",
        "HttpsUpgrades",
        "LensOverlay",
        "MediaRouter",
        "NetworkTimeServiceQuerying",
        "OptimizationHints",
        "PaintHolding",
        "ThirdPartyStoragePartitioning",
        "Translate",
        // The suggestions below the address bar are two pages of Chromium's own, in a process for each visitor: without
        // them a visit takes almost half the processor time.
        "WebUIOmniboxAimPopup",
        "WebUIOmniboxPopup",
    ];

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-proxy-server",
        $"--disable-features={string.Join(',', LeftOut)}",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public IBrowser Browser => browser ?? throw new InvalidOperationException("Chromium has not been started.");

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                // Debian's. The driver would otherwise download one of its own.
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args = Arguments,
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
