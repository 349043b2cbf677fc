namespace Avance.Bench.Evidence;

/// <summary>
/// LibreOffice converts documents to text: started for each, as anybody would who does not trust them, two at a time.
/// It is half a gigabyte that nothing else needs: where it is not installed nothing is measured.
/// </summary>
internal static class LibreOffice
{
    private const int AtOnce = 2;
    private const int Files = 8;
    private const double Aim = 20;

    /// <param name="name">What the documents are called.</param>
    /// <param name="make">Makes some of them.</param>
    /// <param name="format">What is to be made of them.</param>
    /// <param name="ours">How many the app reads a second.</param>
    public static async Task<Figure> CompareAsync(
        string name,
        Func<int, int, IEnumerable<BenchFile>> make,
        string format,
        double ours,
        CancellationToken token
    )
    {
        var figure = Figure.Of($"{name}/s read, LibreOffice to text", ours, double.NaN, "#,0.0#");
        if (!Tool.Exists("soffice"))
        {
            return figure with { Baseline = "not measured", Ratio = null, Aim = $"at least {Aim:0.0}" };
        }

        Console.WriteLine($"Converting {Files} {name} by LibreOffice…");
        using var work = new TemporaryFolder();
        // The first of each writes its profile.
        await ConvertAsync(make(1, AtOnce));
        var seconds = await ConvertAsync(make(1 + AtOnce, Files));
        return Figure.Of(figure.Name, ours, Files / seconds, "#,0.0#").AtLeast(Aim);

        async Task<double> ConvertAsync(IEnumerable<BenchFile> files)
        {
            using var source = new TemporaryFolder(files);
            var profile = $"-env:UserInstallation=file://{work.Path}/profile-$SLOT";
            var convert = $"soffice {profile} --headless --convert-to {format} --outdir {work.Path} FILE";
            return await Tool.ForEachAsync(source.Path, AtOnce, ["sh", "-c", convert], token);
        }
    }
}
