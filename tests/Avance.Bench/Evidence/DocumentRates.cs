using System.Diagnostics;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Testing;

namespace Avance.Bench.Evidence;

/// <summary>
/// How many documents a second go the app's own way: from the blob that the trigger finds to the facts, the index and the
/// findings of the claim; beside a tool that does nothing but take the text out of the same files.
/// </summary>
internal static class DocumentRates
{
    private const int Rounds = 3;
    private const int PerClaim = 5;

    /// <summary>Files of each kind that warm the app up: all are sent in one plan, which has 65 activities.</summary>
    private const int Warming = 100;
    private const int ToolsAtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly DocumentKind[] Kinds =
    [
        new(
            "digital PDFs",
            BenchFiles.Pdfs,
            "pdftotext",
            ["pdftotext", "-enc", "UTF-8", "-layout", "FILE", "/dev/null"],
            0.5
        ),
        new("DOCX", BenchFiles.Docx, "unzip -p", ["unzip", "-p", "FILE"], 0.2, "txt:Text"),
        new("XLSX", BenchFiles.Xlsx, "unzip -p", ["unzip", "-p", "FILE"], 0.2, "csv"),
    ];

    public static async Task<Measured> MeasureAsync(int count, CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken);
        var storage = azurite.NewAccount();
        await Seeding.PlansAsync(storage, (Kinds.Length * Rounds) + 1, progress: false, cancellationToken);
        await using var app = await AppProcess.StartAsync(
            AppProcess.Built,
            "/api/health",
            AppProcess.Settings(storage),
            cancellationToken
        );
        var store = new EvidenceStore(storage);
        var perRound = Math.Max(count / Rounds / PerClaim, 1) * PerClaim;
        Console.WriteLine("Reading a few documents of each kind first…");
        BenchFile[] warm = [.. Kinds.SelectMany(kind => kind.Make(900_000, Math.Min(perRound, Warming)))];
        await ReadAsync(app, store, SamplePlan.Id(Kinds.Length * Rounds), warm, cancellationToken);
        var figures = new List<Figure>();
        var notes = new List<string>();
        for (var i = 0; i < Kinds.Length; i++)
        {
            var kind = Kinds[i];
            Console.WriteLine($"Reading {perRound * Rounds:N0} {kind.Name}…");
            var rounds = new List<DocumentRound>();
            for (var round = 0; round < Rounds; round++)
            {
                BenchFile[] files = [.. kind.Make(1 + (round * perRound), perRound)];
                var plan = SamplePlan.Id((i * Rounds) + round);
                var (computed, azuriteComputed) = (app.ProcessorTime, azurite.ProcessorTime);
                var seconds = await ReadAsync(app, store, plan, files, cancellationToken);
                (computed, azuriteComputed) = (app.ProcessorTime - computed, azurite.ProcessorTime - azuriteComputed);
                using var folder = new FileFolder(files);
                rounds.Add(
                    new DocumentRound(
                        perRound / seconds,
                        perRound / await Readings.RunAsync(folder.Path, ToolsAtOnce, cancellationToken),
                        perRound / await Tool.ForEachAsync(folder.Path, ToolsAtOnce, kind.Command, cancellationToken),
                        computed / perRound,
                        azuriteComputed / perRound
                    )
                );
            }

            figures.AddRange(await FiguresAsync(kind, rounds, cancellationToken));
            notes.Add(Note(kind, perRound, rounds));
        }

        return new Measured(figures, notes);
    }

    private static async Task<IEnumerable<Figure>> FiguresAsync(
        DocumentKind kind,
        List<DocumentRound> rounds,
        CancellationToken cancellationToken
    )
    {
        var whole = Statistics.Median(rounds.Select(round => round.PerSecond));
        var read = Statistics.Median(rounds.Select(round => round.ReadPerSecond));
        var bare = Statistics.Median(rounds.Select(round => round.BarePerSecond));
        var (wholeName, readName) = ($"{kind.Name}/s to findings, {kind.Tool}", $"{kind.Name}/s read, {kind.Tool}");
        return kind.OfficeFormat is null
            ?
            [
                Figure.AtLeast(wholeName, $"{whole:N1}", $"{bare:N1}", whole / bare, kind.Aim),
                Figure.Shown(readName, $"{read:N1}", $"{bare:N1}", read / bare),
            ]
            :
            [
                Figure.AtLeast(readName, $"{read:N1}", $"{bare:N1}", read / bare, kind.Aim),
                Figure.Shown(wholeName, $"{whole:N1}", $"{bare:N1}", whole / bare),
                await LibreOffice.CompareAsync(kind, read, cancellationToken),
            ];
    }

    private static string Note(DocumentKind kind, int perRound, List<DocumentRound> rounds) =>
        $"{kind.Name}: {Rounds} rounds of {perRound}, {string.Join(", ", rounds.Select(r => $"{r.PerSecond:N1}"))} a second; "
        + $"for a document the app computed {Median(rounds, r => r.Computed)} ms without its children and Azurite "
        + $"{Median(rounds, r => r.AzuriteComputed)} ms.";

    private static string Median(List<DocumentRound> rounds, Func<DocumentRound, TimeSpan> time) =>
        $"{Statistics.Median(rounds.Select(round => time(round).TotalMilliseconds)):N0}";

    /// <returns>Seconds from the moment when the trigger can see the files until the last finding is stored.</returns>
    private static async Task<double> ReadAsync(
        AppProcess app,
        EvidenceStore store,
        PlanId plan,
        BenchFile[] files,
        CancellationToken cancellationToken
    )
    {
        var stored = await store.AnnounceAsync(plan, files, PerClaim, cancellationToken);
        ProgressAddress[] claims = [.. stored.Select(file => file.Row.Address).Distinct()];
        foreach (var claim in claims)
        {
            // With all files that it has.
            await Claims.SendAsync(app, claim, [], null, cancellationToken);
        }

        // The app sleeps while the files are stored, and finds all of them when it wakes.
        app.Pause();
        await store.StoreAsync(stored, cancellationToken);
        var since = Stopwatch.GetTimestamp();
        app.Resume();
        await store.WaitAsync(SamplePlan.Create(plan), claims, Patience, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var states = await store.StatesAsync(claims, cancellationToken);
        return states.Count == files.Length && states.All(state => state == EvidenceState.Read)
            ? seconds
            : throw app.Failure($"Of {files.Length} files: {string.Join(' ', states)}.");
    }
}
