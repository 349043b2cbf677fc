using System.Diagnostics;
using System.Globalization;
using System.Text;
using Avance.Functions.Reports.Workbooks;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.House;
using CsvHelper;
using CsvHelper.Configuration;

namespace Avance.Functions.Tests.Reports.Workbooks;

/// <summary>What another program than ours reads in the workbook.</summary>
public sealed class LibreOfficeTests
{
    /// <summary>Every sheet as a file of its own: semicolons, quotes, UTF-8, cells as they are stored and not as they are shown.</summary>
    private const string EachSheetAsCsv =
        "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1";

    private static readonly string? Office = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice"))
        .FirstOrDefault(File.Exists);

    [Fact]
    public async Task Open_Workbook_HasTheRowsOfEachSheet()
    {
        Assert.SkipWhen(Office is null, "LibreOffice is not installed: no other program than ours opens the workbook.");
        var folder = Directory.CreateTempSubdirectory("avance-office-");
        try
        {
            var file = Path.Combine(folder.FullName, "reporte.xlsx");
            await using (var output = File.Create(file))
            {
                ExcelWriter.Write("Plan de prueba", WorkbookBuilder.Sheets, output);
            }

            await ConvertAsync(folder.FullName, file, EachSheetAsCsv);

            foreach (var sheet in WorkbookBuilder.Sheets)
            {
                Read(Path.Combine(folder.FullName, $"reporte-{sheet.Title}.csv"))
                    .ShouldBe(
                        [
                            sheet.Columns.Select(column => column.Title).ToArray(),
                            .. sheet.Rows.Select(row => row.Select(TextOf).ToArray()),
                        ],
                        sheet.Title
                    );
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Print_Workbook_HasTheHeadsOfEachSheet()
    {
        Assert.SkipWhen(
            Office is null,
            "LibreOffice is not installed: no other program than ours prints the workbook."
        );
        var folder = Directory.CreateTempSubdirectory("avance-office-");
        try
        {
            var file = Path.Combine(folder.FullName, "reporte.xlsx");
            await using (var output = File.Create(file))
            {
                ExcelWriter.Write("Plan de prueba", WorkbookBuilder.Sheets, output);
            }

            await ConvertAsync(folder.FullName, file, "pdf");

            var printed = await Tool.RunAsync("pdftotext", Path.Combine(folder.FullName, "reporte.pdf"), "-");
            foreach (var sheet in WorkbookBuilder.Sheets)
            {
                printed.ShouldContain(sheet.Columns[0].Title.Split(' ')[0], Case.Sensitive, sheet.Title);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ConvertAsync(string folder, string file, string format)
    {
        var start = new ProcessStartInfo(Office!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            $"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            format,
            "--outdir",
            folder,
            file,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var office = Process.Start(start)!;
        var texts = await Task.WhenAll(
            office.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            office.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
        );
        await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        office.ExitCode.ShouldBe(0, string.Concat(texts));
    }

    private static string[][] Read(string file)
    {
        using var text = new StreamReader(file, Encoding.UTF8);
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }

        return [.. rows];
    }

    private static string TextOf(object value) =>
        value switch
        {
            DateTime time => time.ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => (string)value,
        };
}
