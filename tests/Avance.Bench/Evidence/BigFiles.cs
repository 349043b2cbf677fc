using System.Globalization;
using Avance.Functions.Evidence;
using Avance.Functions.Progress;
using Avance.Samples;
using Avance.Testing;

namespace Avance.Bench.Evidence;

/// <summary>How much memory the largest files take that are read: of the app and, besides, of its largest child.</summary>
internal static class BigFiles
{
    private const int Rows = 120_000;
    private const int Pages = 1_000;
    private const double Most = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<Measured> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken);
        var usual = await ReadAsync(azurite, BenchFiles.Pdf(1, 7), cancellationToken);
        var list = Workbook();
        var figures = new List<Figure>();
        var notes = new List<string>();
        foreach (
            var (name, file) in new[]
            {
                ($"{list.Content.Length / 1e6:N0} MB XLSX", list),
                ($"{Pages:N0}-page PDF", BenchFiles.Pdf(1, Pages)),
            }
        )
        {
            var peak = await ReadAsync(azurite, file, cancellationToken);
            figures.Add(
                new Figure(
                    $"peak memory, {name} and a usual PDF",
                    $"{peak.Both:N0} MB",
                    $"{usual.Both:N0} MB",
                    peak.Both / usual.Both,
                    $"below {Most:N0} MB",
                    peak.Both < Most
                )
            );
            notes.Add($"{name}: {peak.App:N0} MB of the app and {peak.Child:N0} MB of its largest child.");
        }

        return new Measured(figures, notes);
    }

    private static async Task<PeakMemory> ReadAsync(
        Azurite azurite,
        BenchFile file,
        CancellationToken cancellationToken
    )
    {
        var storage = azurite.NewAccount();
        await Seeding.PlansAsync(storage, 1, progress: false, cancellationToken);
        await using var app = await AppProcess.StartAsync(
            AppProcess.Built,
            "/api/health",
            AppProcess.Settings(storage),
            cancellationToken
        );
        Console.WriteLine($"Reading {file.Name}, {file.Content.Length / 1e6:N1} MB…");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var children = ChildMemory.WatchAsync(app.Id, stop.Token);
        var store = new EvidenceStore(storage);
        var stored = await store.AnnounceAsync(SamplePlan.Id(0), [file], 1, cancellationToken);
        ProgressAddress[] claims = [stored[0].Row.Address];
        await store.StoreAsync(stored, cancellationToken);
        await store.WaitAsync(SamplePlan.Create(claims[0].Plan), claims, Patience, cancellationToken);
        await stop.CancelAsync();
        var states = await store.StatesAsync(claims, cancellationToken);
        return states is [EvidenceState.Read]
            ? new PeakMemory(app.PeakMemory / 1e6, await children / 1e6)
            : throw app.Failure($"{file.Name}: {string.Join(' ', states)}.");
    }

    /// <summary>A list whose parts are not packed, so that the file is as large as what is in it.</summary>
    private static BenchFile Workbook()
    {
        var random = new Random(1);
        var workbook = new XlsxWriter();
        object[] header = ["N°", "APELLIDOS Y NOMBRES", "SEXO", "UNIDAD", "DNI", "TEMA"];
        workbook.AddSheet("Lista", [8, 40, 8, 20, 12, 40], [header, .. Enumerable.Range(1, Rows).Select(Row)]);
        return new BenchFile("lista.xlsx", workbook.ToArray());

        object[] Row(int number) =>
            [
                (decimal)number,
                BenchFiles.Sentence(random, 3).ToUpper(CultureInfo.InvariantCulture),
                number % 3 == 0 ? "M" : "F",
                "OGRH",
                random.Next(10_000_000, 80_000_000).ToString(CultureInfo.InvariantCulture),
                BenchFiles.Sentence(random, 5),
            ];
    }
}
