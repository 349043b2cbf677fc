using System.Text.RegularExpressions;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.Reports.Word;

/// <summary>The report as another program than Word reads and lays it out.</summary>
public sealed partial class WordPdfTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("avance-word-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Convert_Sample_HasItsHeadingsAndFiguresOnItsPages()
    {
        var pages = await PagesAsync(WordFile.Write(SampleReport.Document()));

        pages.Count.ShouldBeInRange(20, 45);
        pages[0].ShouldContain("Informe de seguimiento y evaluación");
        pages[0].ShouldContain("II semestre de 2023");
        pages[0].ShouldNotContain("Página");
        pages[1].ShouldContain("Contenido");
        pages[1].ShouldContain("Recomendaciones");
        pages[2].ShouldContain("1 Resumen ejecutivo");
        pages[2].ShouldContain("70.8 %");
        pages[2].ShouldContain($"Página 3 de {pages.Count}");
        var evaluation = pages
            .Where(page =>
                page.Contains("Medio de", StringComparison.Ordinal) && page.Contains("Enlace", StringComparison.Ordinal)
            )
            .ToList();
        evaluation.Count.ShouldBeGreaterThan(5, "the head of the table is repeated");
        string.Concat(evaluation).ShouldContain("123 %");
        string.Concat(pages).ShouldContain("81.5 %");
    }

    [Fact]
    public async Task Convert_Template_HasTheLetterheadOnEachPage()
    {
        var pages = await PagesAsync(WordFile.Write(SampleReport.Document(), LetterheadBuilder.Build()));

        pages[0].ShouldContain("Membrete de la carátula");
        pages.Skip(1).ShouldAllBe(page => page.Contains("Membrete", StringComparison.Ordinal));
        // The cover has only what the template has for a first page.
        pages.Skip(1).ShouldAllBe(page => page.Contains("Pie del ministerio", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> PagesAsync(byte[] content)
    {
        Assert.SkipUnless(IsInstalled("soffice"), "LibreOffice is not installed: nothing can lay the pages out.");
        Assert.SkipUnless(IsInstalled("pdftotext"), "poppler is not installed: nothing can read the pages.");
        var file = Path.Combine(folder, "informe.docx");
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        await Tool.RunAsync(
            "soffice",
            "--headless",
            $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            file
        );
        var text = await Tool.RunAsync("pdftotext", "-layout", Path.Combine(folder, "informe.pdf"), "-");
        return [.. text.TrimEnd('\f').Split('\f').Select(page => Spaces.Replace(page, " "))];
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(path => File.Exists(Path.Combine(path, program)));

    [GeneratedRegex(@"\s+", RegexOptions.None, 1_000)]
    private static partial Regex Spaces { get; }
}
