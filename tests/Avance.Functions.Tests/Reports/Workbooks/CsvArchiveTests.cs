using System.IO.Compression;
using System.Text;
using Avance.Functions.Reports.Workbooks;
using Avance.Functions.Tests.Builders;
using CsvHelper;
using CsvHelper.Configuration;

namespace Avance.Functions.Tests.Reports.Workbooks;

public sealed class CsvArchiveTests
{
    [Fact]
    public void Write_Report_HasEachSheetAsAFile() =>
        Write()
            .Keys.ShouldBe(
                WorkbookBuilder.Sheets.Select(sheet => $"{sheet.Name}.csv").Prepend("legend.csv"),
                ignoreOrder: true
            );

    [Fact]
    public void Write_Figures_AreWrittenAsExcelInPeruReadsThem()
    {
        var text = Encoding.UTF8.GetString(Write()["reportunit.csv"]);
        var lines = text.Split("\r\n");

        text.ShouldStartWith("\ufeffPlan;Periodo;Año;Semestre;Unidad;");
        lines[1]
            .ShouldBe(
                "plan-de-prueba;2023-I;2023;1;DTEG;plan-de-prueba|DTEG;Oficina DTEG;1;0;0;0;Rojo;1;1;0;08/01/2024 22:05;run-1;"
                    + "plan-de-prueba|2023-I|DTEG"
            );
        Encoding.UTF8.GetString(Write()["dimplan.csv"]).ShouldContain(";95;75;");
    }

    [Fact]
    public void Write_AnythingAPersonWrote_IsReadBackAndBeginsNoFormula()
    {
        var fields = Read(Write()["reportfactor.csv"]);

        fields.SelectMany(row => row).Where(CellText.LooksLikeFormula).ShouldBeEmpty();
        fields
            .Skip(1)
            .Take(WorkbookBuilder.Hostile.Length)
            .Select(row => row[11])
            .ShouldBe(
                WorkbookBuilder.Hostile.Select(text =>
                    CellText.Clean(text) is var clean && CellText.LooksLikeFormula(clean) ? $"'{clean}" : clean
                )
            );
    }

    private static Dictionary<string, byte[]> Write()
    {
        using var output = new MemoryStream();
        CsvArchive.Write(WorkbookBuilder.Sheets, output);
        using var archive = new ZipArchive(new MemoryStream(output.ToArray()), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var content = entry.Open();
                using var copy = new MemoryStream();
                content.CopyTo(copy);
                return copy.ToArray();
            }
        );
    }

    private static string[][] Read(byte[] file)
    {
        using var text = new StreamReader(new MemoryStream(file), Encoding.UTF8);
        using var csv = new CsvParser(
            text,
            new CsvConfiguration(Messages.Culture)
            {
                Delimiter = ";",
                NewLine = "\r\n",
                MaxFieldSize = 0,
            }
        );
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }

        return [.. rows];
    }
}
