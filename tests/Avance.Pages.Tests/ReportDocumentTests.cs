using System.IO.Compression;
using System.Text;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The documents of a report: made in the background, read on the screen, printed.</summary>
public sealed class ReportDocumentTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Fact]
    public async Task Documents_ThatAreAskedFor_AreMadeAndDownloaded()
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app);
        var word = visitor.Page.GetByRole(
            AriaRole.Link,
            new() { Name = "Descargar informe-plan-de-prueba-2023-II.docx" }
        );
        var excel = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Descargar datos-plan-de-prueba-2023.xlsx" });

        await visitor.Button("Hacer el documento").ClickAsync();
        await visitor.Page.GetByLabel("Documento", new() { Exact = true }).SelectOptionAsync("excel");
        await visitor.Page.GetByLabel("De", new() { Exact = true }).First.SelectOptionAsync("year");
        await visitor.Button("Hacer el documento").ClickAsync();

        await Assertions.Expect(word).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(excel).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions
            .Expect(visitor.Page.Locator("p.unseen[role=status]"))
            .ToContainTextAsync("listo para descargar");
        await visitor.InspectAsync("documentos");
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => word.ClickAsync());
        file.SuggestedFilename.ShouldBe("informe-plan-de-prueba-2023-II.docx");
        (await EntriesAsync(file)).ShouldContain("word/document.xml");
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Document_UnderWayOrFailed_ShowsHowFarItIsAndWhatToDo(int width)
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, width: width);
        var isFailed = false;
        await visitor.Page.RouteAsync(
            "**/exports",
            route => route.FulfillAsync(new() { ContentType = "application/json", Body = Exports(isFailed) })
        );
        await visitor.Page.GotoAsync("/informes");
        var progress = visitor.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Informe en Word" });
        await Assertions.Expect(progress).ToHaveAttributeAsync("value", "60");
        await Assertions.Expect(visitor.Text("60 % · Se escribe el documento")).ToBeVisibleAsync();
        await visitor.InspectAsync($"documento-en-curso-{width}");

        isFailed = true;

        await Assertions.Expect(visitor.Text("No se pudo leer la plantilla.")).ToBeVisibleAsync();
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Pedirlo otra vez" }))
            .ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("p.unseen[role=status]")).ToContainTextAsync("no se pudo hacer");
        await visitor.InspectAsync($"documento-fallido-{width}");
    }

    [Fact]
    public async Task Template_ThatIsNone_IsNotTakenAndOneThatIsIsKeptAndRemoved()
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app);
        var field = visitor.Page.GetByLabel("Plantilla con el membrete");
        await field.SetInputFilesAsync(File("nota.docx", Encoding.UTF8.GetBytes("texto")));
        await visitor.Button("Usar esta plantilla").ClickAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.InspectAsync("plantilla-error");

        await field.SetInputFilesAsync(File("membrete.docx", WordTemplate.Create()));
        await visitor.Button("Usar esta plantilla").ClickAsync();

        await visitor.ShouldSayAsync("La plantilla quedó guardada");
        await visitor.InspectAsync("plantilla");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() =>
            visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Descargar la plantilla actual" }).ClickAsync()
        );
        download.SuggestedFilename.ShouldBe("plantilla-plan-de-prueba.docx");
        await visitor.Button("Quitar la plantilla").ClickAsync();
        await Assertions.Expect(visitor.Text("No hay ninguna: el informe sale")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Evidence_OfAUnit_IsDownloadedAsOneFile()
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app);
        await visitor.Page.GetByLabel("De", new() { Exact = true }).Last.SelectOptionAsync("DTEG");

        var download = await visitor.Page.RunAndWaitForDownloadAsync(() =>
            visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Descargar la evidencia (ZIP)" }).ClickAsync()
        );

        download.SuggestedFilename.ShouldEndWith(".zip");
        (await EntriesAsync(download)).ShouldContain("Actividad 037/lista.csv");
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Reading_OfAReport_HasContentsNumbersNotesAndIsPrinted(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await ReportsApp.EvaluateAsync(app);
        await ReportsApp.ImportYearAsync(app);
        await ReportsApp.CompileAsync(app);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/informes/lectura", width);
        await Assertions.Expect(visitor.Heading("Índice")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Heading("1. Resumen ejecutivo")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("Cuadro 1. ")).ToBeVisibleAsync();
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Img, new() { Name = "Gráfico 1. " }))
            .ToBeVisibleAsync();
        await visitor.InspectAsync($"lectura-{width}");

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Nota 1", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Text("El informe no tiene número en el SGD. ↑")).ToBeInViewportAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Volver al texto de la nota 1" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#llamada-1")).ToBeInViewportAsync();

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(visitor.Button("Imprimir o guardar como PDF")).ToBeHiddenAsync();
        await Assertions.Expect(visitor.Page.Locator("#pages")).ToBeHiddenAsync();
        var pdf = await visitor.Page.PdfAsync(
            new()
            {
                Path = RepositoryRoot.File(Path.Combine("artifacts", "screenshots", $"lectura-{width}.pdf")),
                PreferCSSPageSize = true,
            }
        );
        // In points: A4 as it stands, and turned for the wide table.
        var text = Encoding.Latin1.GetString(pdf);
        text.ShouldContain("/MediaBox [0 0 594.95996 841.91998]");
        text.ShouldContain("/MediaBox [0 0 841.91998 594.95996]");
    }

    private static FilePayload File(string name, byte[] content) =>
        new()
        {
            Name = name,
            MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Buffer = content,
        };

    private static async Task<string[]> EntriesAsync(IDownload download)
    {
        await using var stream = await download.CreateReadStreamAsync();
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, TestContext.Current.CancellationToken);
        using var archive = new ZipArchive(memory, ZipArchiveMode.Read);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static string Exports(bool isFailed) =>
        $$"""
            [{
              "id": "0c2f3a57-5b0e-4b0e-9d2c-8f4a1f6f7a01", "format": "word", "scope": "semester",
              "state": "{{(isFailed ? "failed" : "running")}}", "progress": 60, "step": "Se escribe el documento",
              "fileName": "informe-plan-de-prueba-2023-II.docx", "size": 0, "runId": "", "by": "dev:secretariat",
              "at": "2023-12-11T05:00:00Z", "failedBecause": "{{(isFailed ? "No se pudo leer la plantilla." : "")}}"
            }]
            """;
}
