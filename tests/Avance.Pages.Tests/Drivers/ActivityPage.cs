using Microsoft.Playwright;

namespace Avance.Pages.Tests.Drivers;

/// <summary>The page of an activity, by what is written on it.</summary>
public sealed class ActivityPage(Visitor visitor, int number)
{
    /// <summary>A list of three people, of whom two are women.</summary>
    public const string People =
        "N°;Apellidos y nombres;Sexo\n1;Quispe Mamani, Rosa;F\n2;Flores Rojas, Ana;F\n3;Rojas Soto, Luis;M\n";

    private IPage Page => visitor.Page;

    public ILocator Narrative => Page.GetByLabel("Qué se hizo");

    public ILocator Status => Page.Locator(".status");

    public ILocator Send => visitor.Button("Revisar y enviar");

    public ILocator Received => Page.GetByRole(AriaRole.List, new() { Name = "Archivos recibidos" });

    public ILocator Sending => Page.GetByRole(AriaRole.List, new() { Name = "Archivos que se están enviando" });

    public ILocator Summary => Page.Locator("#page > .box.bad[role=alert]");

    /// <summary>A new visitor who has come by a link and opened the activity.</summary>
    public static async Task<ActivityPage> OpenAsync(Visitor visitor, int number = 35)
    {
        await visitor.EnterAsync();
        var page = new ActivityPage(visitor, number);
        await page.GoAsync();
        return page;
    }

    public async Task GoAsync()
    {
        await Page.GotoAsync($"/actividades/{number}");
        await Assertions.Expect(visitor.Heading("Qué se pide")).ToBeVisibleAsync();
    }

    public ILocator Executed(int year = 2023) => Goal(year).GetByLabel("Cantidad ejecutada en este semestre");

    public ILocator Goal(int year = 2023) =>
        Page.GetByRole(
            AriaRole.Group,
            new()
            {
                NameRegex = new(
                    $"de {year}:",
                    System.Text.RegularExpressions.RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                ),
            }
        );

    /// <summary>Waits until the server has what was typed.</summary>
    public Task SavedAsync() =>
        Assertions.Expect(Status).ToContainTextAsync("Borrador guardado a las", new() { Timeout = 20_000 });

    public Task UploadAsync(string name, string content, string type = "text/plain") =>
        Page.GetByLabel("Elegir archivos")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = type,
                    Buffer = System.Text.Encoding.UTF8.GetBytes(content),
                }
            );

    public ILocator File(string name) => Received.GetByRole(AriaRole.Listitem).Filter(new() { HasText = name }).First;

    /// <summary>Goes through the summary and sends.</summary>
    public async Task SendAsync()
    {
        await Send.ClickAsync();
        await visitor.Button("Enviar").ClickAsync();
    }

    public Task ArrivedAsync() => Page.WaitForURLAsync($"**/actividades/{number}/constancia");

    /// <summary>What the API says of the activity.</summary>
    public Task<Answer> ProgressAsync(AppDriver app) => app.Reporter().GetAsync(AppDriver.Progress(number));
}
