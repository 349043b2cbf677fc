using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Reports.Word;
using Avance.Functions.Reports.Workbooks;

namespace Avance.Bench.Reports;

/// <summary>Writes one large file in a process of its own, which tells how much memory it had at most.</summary>
internal static class WrittenFile
{
    public const string Command = "write";
    public const string Word = "word";
    public const string Excel = "excel";

    private static readonly DateTimeOffset At = new(2024, 1, 31, 14, 0, 0, TimeSpan.Zero);

    /// <returns>Megabytes.</returns>
    public static async Task<double> MeasureAsync(string format, int size, CancellationToken token)
    {
        using var output = new MemoryStream();
        await Tool.RunAsync(
            ["dotnet", typeof(WrittenFile).Assembly.Location, Command, format, $"{size}"],
            token,
            output: output
        );
        return double.Parse(System.Text.Encoding.UTF8.GetString(output.ToArray()), CultureInfo.InvariantCulture);
    }

    /// <summary>What the process does: it writes the file as an export does, to the disk, and prints its memory.</summary>
    public static void Write(string format, int size)
    {
        using (
            var file = new FileStream(
                Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.ReadWrite,
                    Options = FileOptions.DeleteOnClose,
                }
            )
        )
        {
            if (format == Word)
            {
                WordWriter.Write(ReportComposer.Compose(SampleDocument.Large(size)), file, null);
            }
            else
            {
                ExcelWriter.Write("Plan", Sheets(size), file);
            }
        }

        Console.WriteLine(
            new LinuxProcess(Environment.ProcessId).PeakMegabytes!.Value.ToString("R", CultureInfo.InvariantCulture)
        );
    }

    /// <summary>A report with that many files of evidence, all of them in memory as those of a compiled report are.</summary>
    private static ValueList<ReportSheet> Sheets(int rows)
    {
        var sources = SampleDocument.Large(SamplePlan.Activities);
        var report = sources.Latest with { Evidence = Enumerable.Range(0, rows).Select(Evidence).ToValueList() };
        var calendar = new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById("America/Lima"), Holidays.Peru);
        return new ReportSheets(calendar).Of(
            new WorkbookSources(
                sources.Plan.Id,
                [new WorkbookPeriod(report, "run", At)],
                new ReportDimensions([], [], [], [], [])
            )
        );
    }

    private static ReportEvidenceRow Evidence(int place) =>
        new(
            $"{place % SamplePlan.Activities:D3}|{place:x32}",
            (place % SamplePlan.Activities) + 1,
            $"plan-0000|{place % SamplePlan.Activities:D3}",
            $"UNIDAD-{place % 14:D3}",
            $"plan-0000|UNIDAD-{place % 14:D3}",
            "AttendanceList",
            "Pdf",
            $"INFORME N° D{place:D6}-2023-MIMP-OGRH",
            1,
            "Read",
            1,
            1,
            4,
            0,
            30,
            20,
            10,
            0,
            20_480 + place,
            $"{place:x64}",
            At
        );
}
