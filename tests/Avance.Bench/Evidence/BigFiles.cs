using Avance.Functions.Plans;
using Avance.Samples;

namespace Avance.Bench.Evidence;

/// <summary>How much memory the largest files take that are read: of the worker and, besides, of its largest child.</summary>
internal sealed class BigFiles(CancellationToken token)
{
    private const int Rows = 120_000;
    private const int Pages = 1_000;
    private const double Most = 300;
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(3);

    public async Task MeasureAsync(Report report)
    {
        await using var azurite = await Azurite.StartAsync(token);
        var usual = await ReadAsync(azurite, BenchFiles.Pdf(1, 7));
        var list = Workbook();
        await AddAsync($"{list.Content.Length / 1e6:N0} MB XLSX", list);
        await AddAsync($"{Pages:N0}-page PDF", BenchFiles.Pdf(1, Pages));

        async Task AddAsync(string name, BenchFile file)
        {
            var peak = await ReadAsync(azurite, file);
            var figure = Figure.Of($"peak memory, {name} and a usual PDF", peak.Both, usual.Both, "#,0 MB");
            report.Add(figure with { Aim = $"below {Most:N0} MB", Reached = peak.Both < Most });
            report.Note(
                $"{name}: {peak.Worker:N0} MB of the worker and {peak.Child:N0} MB of its largest child, beside {peak.Host:N0} "
                    + $"MB of the host ({usual.Host:N0} MB for a usual PDF)."
            );
        }
    }

    private async Task<Peak> ReadAsync(Azurite azurite, BenchFile file)
    {
        var storage = azurite.NewAccount();
        await Seeding.PlansAsync(storage, 1, progress: false, token);
        await using var app = await AppProcess.StartAsync(storage, token);
        Console.WriteLine($"Reading {file.Name}, {file.Content.Length / 1e6:N1} MB…");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var child = app.Worker.WatchChildrenAsync(stop.Token);
        var store = new EvidenceStore(storage, token);
        var stored = await store.AnnounceAsync(SamplePlan.Id(0), [file], 1);
        ProgressAddress[] claims = [stored[0].Row.Address];
        await store.StoreAsync(stored);
        await store.WaitAsync(app, SamplePlan.Create(claims[0].Plan), claims, 1, MaxWait);
        await stop.CancelAsync();
        return new Peak(app.Host.PeakMegabytes!.Value, app.Worker.PeakMegabytes!.Value, await child);
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

    /// <summary>The most memory in megabytes; of the children that of the largest: they read a document one after the other.</summary>
    private sealed record Peak(double Host, double Worker, double Child)
    {
        public double Both => Worker + Child;
    }
}
