using System.Diagnostics;

namespace Avance.Bench.Evidence;

/// <summary>
/// LibreOffice converts documents to text: started for each, as anybody would who does not trust them, two at a time.
/// It is half a gigabyte that nothing else needs: where it is not installed nothing is measured.
/// </summary>
internal static class LibreOffice
{
    private const int AtOnce = 2;
    private const int PerProfile = 4;
    private const double Aim = 20;

    public static async Task<Figure> CompareAsync(DocumentKind kind, double ours, CancellationToken cancellationToken)
    {
        var name = $"{kind.Name}/s read, LibreOffice to text";
        if (!Tool.Exists("soffice"))
        {
            return Figure.NotMeasured(name, $"{ours:N1}", $"at least {Aim:0.0}");
        }

        Console.WriteLine($"Converting {AtOnce * PerProfile} {kind.Name} by LibreOffice…");
        var rate = await RateAsync(kind, cancellationToken);
        return Figure.AtLeast(name, $"{ours:N1}", $"{rate:N2}", ours / rate, Aim);
    }

    private static async Task<double> RateAsync(DocumentKind kind, CancellationToken cancellationToken)
    {
        using var work = new FileFolder([]);
        BenchFile[] files = [.. kind.Make(1, AtOnce * (PerProfile + 1))];
        // The first of each writes its profile.
        await Task.WhenAll(files.Take(AtOnce).Select((file, i) => ConvertAsync(file, i)));
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(WorkAsync));
        return AtOnce * PerProfile / Stopwatch.GetElapsedTime(since).TotalSeconds;

        async Task WorkAsync(int profile)
        {
            foreach (var file in files.Skip(AtOnce + (profile * PerProfile)).Take(PerProfile))
            {
                await ConvertAsync(file, profile);
            }
        }

        async Task ConvertAsync(BenchFile file, int profile)
        {
            using var source = new FileFolder([file]);
            await Tool.RunAsync(
                [
                    "soffice",
                    $"-env:UserInstallation=file://{work.Path}/profile-{profile}",
                    "--headless",
                    "--convert-to",
                    kind.OfficeFormat!,
                    "--outdir",
                    work.Path,
                    Path.Combine(source.Path, file.Name),
                ],
                "",
                cancellationToken
            );
        }
    }
}
