using System.Net;

namespace Avance.FunctionsHost.Tests.Drivers;

/// <summary>A body of so many bytes, of which none is kept. It may stop halfway until told to go on.</summary>
internal sealed class LongContent(long length, bool isChunked, Task? half = null) : HttpContent
{
    private static readonly byte[] Part = new byte[65_536];

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var rest = length;
        while (rest > 0)
        {
            // More than half is on its way by then.
            if (half is not null && rest <= length / 2)
            {
                await stream.FlushAsync();
                await half;
            }

            var part = (int)Math.Min(rest, Part.Length);
            await stream.WriteAsync(Part.AsMemory(0, part));
            rest -= part;
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return !isChunked;
    }
}
