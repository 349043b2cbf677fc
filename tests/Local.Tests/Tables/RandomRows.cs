using System.Text;
using Azure.Data.Tables;

namespace Local.Tests.Tables;

/// <summary>Rows with columns of random types and values, edges included.</summary>
internal sealed class RandomRows(int seed)
{
    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random random = new(seed);

    public TableEntity Next(string partitionKey, string rowKey)
    {
        var row = new TableEntity(partitionKey, rowKey);
        var columns = random.Next(12);
        for (var column = 0; column < columns; column++)
        {
            row[$"C{column}"] = Value();
        }

        return row;
    }

    private object Value() =>
        random.Next(10) switch
        {
            0 => random.Next(int.MinValue, int.MaxValue),
            1 => random.NextInt64(long.MinValue, long.MaxValue),
            2 => (long)random.Next(10),
            3 => random.NextDouble() * Math.Pow(10, random.Next(-20, 20)),
            4 => (double)random.Next(-5, 5),
            5 => random.Next(2) == 0,
            6 => new Guid(Bytes(16)),
            7 => Earliest.AddTicks(random.NextInt64((DateTimeOffset.MaxValue - Earliest).Ticks)),
            8 => Bytes(random.Next(50)),
            _ => Text(random.Next(30)),
        };

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Text(int count)
    {
        var text = new StringBuilder();
        while (text.Length < count)
        {
            var rune = random.Next(4) == 0 ? random.Next(0x1F300, 0x1F900) : random.Next(0x20, 0x3000);
            if (Rune.IsValid(rune))
            {
                text.Append(new Rune(rune));
            }
        }

        return text.ToString();
    }
}
