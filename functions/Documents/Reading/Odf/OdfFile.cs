using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Odf;

/// <summary>An OpenDocument file: a package of parts, or the flat kind, which has all of them in one XML.</summary>
internal sealed class OdfFile : IDisposable
{
    private readonly Stream content;
    private readonly Package? package;
    private readonly ReadingOptions options;
    private readonly CancellationToken cancellationToken;
    private readonly UnpackedBytes unpacked;

    /// <param name="content">Seekable; stays open.</param>
    /// <exception cref="UnreadableException">It needs a password.</exception>
    public OdfFile(Stream content, ReadingOptions options, CancellationToken cancellationToken)
    {
        this.content = content;
        this.options = options;
        this.cancellationToken = cancellationToken;
        unpacked = new UnpackedBytes(options, cancellationToken);
        if (Package.IsPackage(content))
        {
            package = Package.Open(content, options, cancellationToken);
            OdfEncryption.Check(package);
        }
    }

    /// <summary>The part with the headers and footers of all pages; null if there is none.</summary>
    public PackageXml? TryOpenStyles() => package is null ? Flat() : package.TryOpenXml("styles.xml");

    public PackageXml OpenContent() => package is null ? Flat() : package.OpenXml("content.xml");

    public void Dispose() => package?.Dispose();

    private PackageXml Flat()
    {
        content.Position = 0;
        return PackageXml.Open(
            new GuardedPart(new UnclosedStream(content), unpacked),
            options.XmlDepth,
            cancellationToken
        );
    }
}
