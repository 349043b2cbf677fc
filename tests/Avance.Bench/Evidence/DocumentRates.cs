namespace Avance.Bench.Evidence;

/// <summary>
/// How many documents a second go the app's own way: from the blob that the trigger finds to the facts, the index and the
/// findings of the claim; beside a tool that does nothing but take the text out of the same files.
/// </summary>
internal sealed class DocumentRates(int count, CancellationToken token)
{
    private const int Rounds = 3;
    private const int PerClaim = 5;

    /// <summary>Files of each kind that warm the app up: all are sent in one plan, which has 65 activities.</summary>
    private const int Warming = 100;
    private const int ToolsAtOnce = 2;
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    private static readonly DocumentKind[] Kinds =
    [
        new(
            "digital PDFs",
            BenchFiles.Pdfs,
            "pdftotext",
            ["pdftotext", "-enc", "UTF-8", "-layout", "FILE", "/dev/null"],
            0.35
        ),
        new("DOCX", BenchFiles.Docx, "unzip -p", ["unzip", "-p", "FILE"], 0.2, "txt:Text"),
        new("XLSX", BenchFiles.Xlsx, "unzip -p", ["unzip", "-p", "FILE"], 0.2, "csv"),
    ];

    private readonly int perRound = Math.Max(count / Rounds / PerClaim, 1) * PerClaim;

    public async Task MeasureAsync(Report report)
    {
        await using var azurite = await Azurite.StartAsync(token);
        var storage = azurite.NewAccount();
        await Seeding.PlansAsync(storage, (Kinds.Length * Rounds) + 1, progress: false, token);
        await using var app = await AppProcess.StartAsync(storage, token);
        var store = new EvidenceStore(storage, token);
        Console.WriteLine("Reading a few documents of each kind first…");
        BenchFile[] warm = [.. Kinds.SelectMany(kind => kind.Make(900_000, Math.Min(perRound, Warming)))];
        await ReadAsync(app, store, SamplePlan.Id(Kinds.Length * Rounds), warm);
        foreach (var (place, kind) in Kinds.Index())
        {
            Console.WriteLine($"Reading {perRound * Rounds:N0} {kind.Name}…");
            var files = kind.Make(1, perRound * Rounds).Chunk(perRound).ToList();
            var before = Computed();
            var rates = await Turns.TakeAsync(
                0,
                Rounds,
                async round =>
                    perRound / await ReadAsync(app, store, SamplePlan.Id((place * Rounds) + round), files[round]),
                round => RateAsync(files[round], folder => Readings.RunAsync(folder, ToolsAtOnce, token)),
                round => RateAsync(files[round], folder => Tool.ForEachAsync(folder, ToolsAtOnce, kind.Command, token))
            );
            var computed = Computed()
                .Zip(before, (after, start) => $"{(after - start) * 1_000 / perRound / Rounds:N0} ms");
            var (whole, read, bare) = (rates[0].Median(), rates[1].Median(), rates[2].Median());
            var toFindings = Figure.Of($"{kind.Name}/s to findings, {kind.Tool}", whole, bare, "#,0.0");
            var alone = Figure.Of($"{kind.Name}/s read, {kind.Tool}", read, bare, "#,0.0");
            if (kind.OfficeFormat is { } format)
            {
                report.Add(alone.AtLeast(kind.Aim));
                report.Add(toFindings);
                report.Add(await LibreOffice.CompareAsync(kind.Name, kind.Make, format, read, token));
            }
            else
            {
                report.Add(toFindings.AtLeast(kind.Aim));
                report.Add(alone);
            }

            report.Note(
                $"{kind.Name}: {Rounds} rounds of {perRound}, {string.Join(", ", rates[0].Select(r => $"{r:N1}"))} a second; for "
                    + "a document the worker without its children, the host and Azurite computed "
                    + $"{string.Join(", ", computed)}."
            );
        }

        double[] Computed() =>
            [app.Worker.ProcessorSeconds, app.Host.ProcessorSeconds, azurite.ProcessorTime.TotalSeconds];
    }

    private static async Task<double> RateAsync(BenchFile[] files, Func<string, Task<double>> read)
    {
        using var folder = new TemporaryFolder(files);
        return files.Length / await read(folder.Path);
    }

    /// <returns>Seconds from the moment when the trigger can see the files until the last finding is stored.</returns>
    private static async Task<double> ReadAsync(AppProcess app, EvidenceStore store, PlanId plan, BenchFile[] files)
    {
        var stored = await store.AnnounceAsync(plan, files, PerClaim);
        ProgressAddress[] claims = [.. stored.Select(file => file.Row.Address).Distinct()];
        foreach (var claim in claims)
        {
            // With all files that it has.
            await Claims.SendAsync(app, claim, [], null);
        }

        // The app sleeps while the files are stored, and finds all of them when it wakes.
        app.Signal("STOP");
        await store.StoreAsync(stored);
        app.Signal("CONT");
        return await store.WaitAsync(app, SamplePlan.Create(plan), claims, files.Length, MaxWait);
    }

    /// <summary>A kind of documents, and with what their reading is compared.</summary>
    /// <param name="Name">What they are called in the table.</param>
    /// <param name="Make">Makes some of them, from a number on.</param>
    /// <param name="Tool">The name of the baseline.</param>
    /// <param name="Command">The baseline, <c>FILE</c> for the file.</param>
    /// <param name="Aim">App ÷ baseline, at least.</param>
    /// <param name="OfficeFormat">What LibreOffice is to make of them; null to leave it out.</param>
    private sealed record DocumentKind(
        string Name,
        Func<int, int, IEnumerable<BenchFile>> Make,
        string Tool,
        string[] Command,
        double Aim,
        string? OfficeFormat = null
    );
}
