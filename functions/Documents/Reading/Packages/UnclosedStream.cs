namespace Avance.Functions.Documents.Reading.Packages;

/// <summary>Reads on in a stream that stays open when a reader of it is closed.</summary>
internal sealed class UnclosedStream(Stream inner) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer) => inner.Read(buffer);
}
