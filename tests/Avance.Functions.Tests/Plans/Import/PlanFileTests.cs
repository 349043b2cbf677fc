using System.IO.Compression;
using System.Text;
using Avance.Functions.Plans.Import;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans.Import;

public sealed class PlanFileTests
{
    [Fact]
    public void Read_ThreeFormats_GiveTheSamePlan()
    {
        var file = new PlanFileBuilder();

        var plan = file.Build();

        PlanBuilder.Read(file.ToXlsx()).Draft.ShouldBe(plan);
        PlanBuilder.Read(file.ToJson()).Draft.ShouldBe(plan);
    }

    [Theory]
    [InlineData(';', "utf-8")]
    [InlineData(';', "windows-1252")]
    [InlineData('\t', "utf-16")]
    [InlineData(',', "windows-1252")]
    public void Read_CsvAsExcelSavesIt_GivesTheSamePlan(char separator, string name)
    {
        var encoding =
            CodePagesEncodingProvider.Instance.GetEncoding(name)
            ?? (name == "utf-8" ? new UTF8Encoding(true) : Encoding.GetEncoding(name));

        PlanBuilder
            .Read(new PlanFileBuilder().ToCsv(separator, encoding))
            .Draft.ShouldBe(new PlanFileBuilder().Build());
    }

    [Fact]
    public void Read_CsvWithExcelsFirstLine_KeepsTheRowNumbers()
    {
        var file = new PlanFileBuilder().Set("Metas", 3, 2, "0").ToCsv(';');

        var reading = PlanBuilder.Read(Edit(file, "plan/metas.csv", text => "sep=;\r\n" + text));

        reading.Problems.ShouldHaveSingleItem().Row.ShouldBe(4);
    }

    [Fact]
    public void Read_CsvWithBlankLines_KeepsTheRowNumbers()
    {
        var file = new PlanFileBuilder().Set("Metas", 3, 2, "0").ToCsv();

        var reading = PlanBuilder.Read(Edit(file, "plan/metas.csv", text => "\r\n,,,,\r\n" + text));

        reading.Problems.ShouldHaveSingleItem().Row.ShouldBe(5);
    }

    [Fact]
    public void Read_CsvWithAColonAndMacEntries_IsRead()
    {
        var file = Edit(new PlanFileBuilder().ToCsv(), "__MACOSX/plan/._metas.csv", _ => "\u0000\u0005");

        PlanBuilder.Read(file).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Read_CellShownAsPercent_IsTheNumberShown()
    {
        // 0.7 is written where the builder writes a day's number, in a style that then becomes a percentage.
        var file = new PlanFileBuilder().Set("Metas", 2, 2, "31/12/1899").ToXlsx();
        file = Edit(file, "xl/styles.xml", text => text.Replace("numFmtId=\"14\"", "numFmtId=\"9\""));
        file = Edit(file, "xl/worksheets/sheet4.xml", text => text.Replace("<v>1</v>", "<v>0.7</v>"));

        PlanFile.Read(file).ShouldSucceed().Sheets[3].Rows[1][2].Number.ShouldBe(70);
    }

    [Fact]
    public void Read_HiddenSheet_IsLeftOut()
    {
        var file = new PlanFileBuilder().Add("Listas", "una nota").ToXlsx();

        PlanBuilder.Read(file).Problems.ShouldHaveSingleItem().Code.ShouldBe("sheet-unknown");
        PlanBuilder
            .Read(
                Edit(
                    file,
                    "xl/workbook.xml",
                    text => text.Replace("name=\"Listas\"", "name=\"Listas\" state=\"hidden\"")
                )
            )
            .Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Nombre;Entidad")]
    [InlineData("[1,2]")]
    [InlineData("%PDF-1.7")]
    [InlineData("--form\r\nContent-Disposition: form-data")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")]
    public void Read_AnythingElse_IsRefusedAsAType(string content) =>
        PlanFile.Read(Encoding.Latin1.GetBytes(content)).ShouldBeRefused("plan-file-type").Status.ShouldBe(415);

    [Fact]
    public void Read_ZipWithoutSheets_IsRefusedAsAType() =>
        PlanFile.Read(Edit(Zip(), "acta.docx", _ => "texto")).ShouldBeRefused("plan-file-type");

    [Fact]
    public void Read_BrokenJson_SaysTheLine() =>
        PlanFile.Read("{\n\"plan\": }"u8.ToArray()).ShouldBeRefused("invalid-json").Arguments.ShouldBe([2L]);

    [Fact]
    public void Read_ZipThatUnpacksTooLarge_IsRefused()
    {
        var large = Edit(Zip(), "metas.csv", _ => new string('0', (int)ImportLimits.MaxUnpackedBytes + 1));
        large.Length.ShouldBeLessThan(1_000_000);

        PlanFile.Read(large).ShouldBeRefused("plan-file-too-large").Status.ShouldBe(413);
    }

    [Fact]
    public void Read_ZipOfTooManyEntries_IsRefused()
    {
        var file = Zip();
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var package = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            for (var entry = 0; entry <= ImportLimits.MaxEntries; entry++)
            {
                package.CreateEntry($"{entry}.csv");
            }
        }

        PlanFile.Read(stream.ToArray()).ShouldBeRefused("plan-file-too-large");
    }

    [Fact]
    public void Read_TooManyRows_IsAProblem()
    {
        var file = new PlanFileBuilder();
        for (var row = 0; row < ImportLimits.MaxRows; row++)
        {
            file.Add("Unidades", $"U{row}", $"Unidad {row}", "", "");
        }

        foreach (var content in new[] { file.ToXlsx(), file.ToCsv(), file.ToJson() })
        {
            PlanBuilder.Read(content).Problems.ShouldContain(problem => problem.Code == "too-many-rows");
        }
    }

    [Fact]
    public void Read_DamagedFiles_NeverThrows()
    {
        var random = new Random(20231115);
        foreach (
            var content in new[]
            {
                new PlanFileBuilder().ToXlsx(),
                new PlanFileBuilder().ToCsv(),
                new PlanFileBuilder().ToJson(),
            }
        )
        {
            for (var attempt = 0; attempt < 300; attempt++)
            {
                var damaged = content.ToArray();
                for (var hit = 0; hit <= attempt % 5; hit++)
                {
                    damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
                }

                damaged = attempt % 3 == 0 ? damaged[..random.Next(4, damaged.Length)] : damaged;
                if (PlanFile.Read(damaged).Succeeded(out var file, out var error))
                {
                    PlanParser.Parse(PlanBuilder.Id, file, null, PlanBuilder.Lima).ShouldNotBeNull();
                }
                else
                {
                    error.Status.ShouldBeOneOf(400, 413, 415, 422);
                }
            }
        }
    }

    private static byte[] Zip()
    {
        using var file = new MemoryStream();
        new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true).Dispose();
        return Edit(file.ToArray(), "LEEME.txt", _ => "nota");
    }

    private static byte[] Edit(byte[] file, string entry, Func<string, string> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var package = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var old = package.GetEntry(entry);
            var text = "";
            if (old is not null)
            {
                using (var reader = new StreamReader(old.Open()))
                {
                    text = reader.ReadToEnd();
                }

                old.Delete();
            }

            using var writer = new StreamWriter(package.CreateEntry(entry).Open());
            writer.Write(edit(text));
        }

        return stream.ToArray();
    }
}
