using Microsoft.Playwright;

namespace Avance.Pages.Tests.Drivers;

/// <summary>
/// A person at a browser of their own. What no page may do fails the test at its end: ask another host, break the
/// content security policy, throw.
/// </summary>
public sealed class Visitor : IAsyncDisposable
{
    private const float MaxWait = 15_000;

    private readonly AppDriver app;
    private readonly IBrowserContext context;
    private readonly List<string> faults = [];
    private ICDPSession? devtools;

    private Visitor(AppDriver app, IBrowserContext context, IPage page)
    {
        this.app = app;
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    public IBrowserContext Context => context;

    /// <summary>What the browser's console said that should not be there.</summary>
    public IReadOnlyList<string> Faults => faults;

    public static async Task<Visitor> ComeAsync(
        ChromiumFixture chromium,
        AppDriver app,
        int width = 1024,
        int height = 900,
        ColorScheme colors = ColorScheme.Light
    )
    {
        var own = await chromium.Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = app.Address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = height },
                ColorScheme = colors,
                Locale = "es-PE",
                TimezoneId = "America/Lima",
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        own.SetDefaultTimeout(MaxWait);
        Assertions.SetDefaultExpectTimeout(MaxWait);
        var visitor = new Visitor(app, own, await own.NewPageAsync());
        visitor.Watch();
        return visitor;
    }

    /// <summary>Opens a form link of the unit, and presses the button of its page.</summary>
    public async Task EnterAsync(string? unit = "OGRH", string? period = "2023-II", PlanId? plan = null)
    {
        await Page.GotoAsync($"/entrar#{await Browser.LinkAsync(app, unit, period, plan)}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Entrar" }).ClickAsync();
        // What only that page has, not an event of its loading: that may have come and gone before anybody waits for it.
        await Page.Locator("#page").WaitForAsync();
    }

    public Task ShouldFitAsync() => Page.ShouldFitAsync();

    /// <inheritdoc cref="PageInspection.PhotographAsync"/>
    public Task PhotographAsync(string name) => Page.PhotographAsync(name);

    /// <summary>The page breaks no rule, has the shape it should have, and its picture is kept.</summary>
    public async Task InspectAsync(string name)
    {
        await Page.ShouldBeAccessibleAsync([.. PageInspection.Wcag, "best-practice"]);
        await ShouldFitAsync();
        await PhotographAsync(name);
        faults.ShouldBeEmpty();
    }

    /// <summary>Opens a new link in a second window of the same browser.</summary>
    public async Task EnterInAnotherWindowAsync()
    {
        var window = await context.NewPageAsync();
        await window.GotoAsync($"/entrar#{await Browser.LinkAsync(app)}");
        await window.GetByRole(AriaRole.Button, new() { Name = "Entrar" }).ClickAsync();
        await window.WaitForURLAsync("**/inicio");
        await window.CloseAsync();
    }

    /// <summary>Says that it is so, if the page has not noticed by itself that its window is looked at again.</summary>
    public async Task ComeBackAsync()
    {
        await Page.BringToFrontAsync();
        await Page.EvaluateAsync("dispatchEvent(new Event('focus'))");
    }

    /// <summary>Presses Tab until the element has the focus, as somebody without a mouse does.</summary>
    public async Task TabToAsync(ILocator element)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await element.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        await Assertions.Expect(element).ToBeFocusedAsync();
    }

    /// <summary>Sends as slowly as a bad line does; -1 as fast as it can.</summary>
    public async Task SlowDownAsync(int uploadBytesASecond)
    {
        devtools ??= await context.NewCDPSessionAsync(Page);
        await devtools.SendAsync("Network.enable");
        await devtools.SendAsync(
            "Network.emulateNetworkConditions",
            new Dictionary<string, object>
            {
                ["offline"] = false,
                ["latency"] = 0,
                ["downloadThroughput"] = -1,
                ["uploadThroughput"] = uploadBytesASecond,
            }
        );
    }

    /// <summary>Drags files of the machine over an element, as with a mouse, and lets go of them there if told to.</summary>
    public async Task DragAsync(ILocator element, IEnumerable<string> files, bool drops = true)
    {
        await element.ScrollIntoViewIfNeededAsync();
        var box = (await element.BoundingBoxAsync())!;
        var data = new Dictionary<string, object>
        {
            ["items"] = Array.Empty<object>(),
            ["files"] = files,
            ["dragOperationsMask"] = 1,
        };
        devtools ??= await context.NewCDPSessionAsync(Page);
        foreach (var type in (string[])["dragEnter", "dragOver", .. drops ? ["drop"] : Array.Empty<string>()])
        {
            await devtools.SendAsync(
                "Input.dispatchDragEvent",
                new Dictionary<string, object>
                {
                    ["type"] = type,
                    ["x"] = box.X + (box.Width / 2),
                    ["y"] = box.Y + (box.Height / 2),
                    ["data"] = data,
                }
            );
        }
    }

    /// <summary>The element of the page with that id.</summary>
    public ILocator Id(string id) => Page.Locator($"#{id}");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name });

    /// <summary>The field to search in, by its label.</summary>
    public ILocator Search(string label) => Page.GetByRole(AriaRole.Searchbox, new() { Name = label });

    /// <summary>The part of the page with that heading.</summary>
    public ILocator Region(string name) => Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    /// <summary>Whatever shows that text, in any case.</summary>
    public ILocator Text(string text) => Page.GetByText(text);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Watch()
    {
        Page.PageError += (_, error) => faults.Add(error);
        Page.Console += (_, message) =>
        {
            // Chromium reports each answer that is no success; what pages make of those is tested by itself.
            if (
                message.Type == "error"
                && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            )
            {
                faults.Add(message.Text);
            }
        };
        // Pages that ask again and again may do so once more after the app has ended, which then has no address.
        var own = app.Address.Authority;
        Page.Request += (_, request) =>
        {
            if (!new Uri(request.Url).Authority.Equals(own, StringComparison.Ordinal))
            {
                faults.Add($"Asked another host: {request.Url}");
            }
        };
    }
}
