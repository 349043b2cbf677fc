namespace Avance.Testing;

/// <summary>The storage accounts of an Azurite, handed out one by one.</summary>
/// <param name="ports">Of blobs, queues and tables.</param>
internal sealed class StorageAccounts(int[] ports)
{
    private const int Count = 2_000;

    // Short, since the system bounds the length of a variable.
    private static readonly string Key = Convert.ToBase64String("avance tests"u8);

    private int next = -1;

    /// <summary>Names and keys as the variable AZURITE_ACCOUNTS takes them.</summary>
    public static string ForAzurite =>
        string.Join(';', Enumerable.Range(0, Count).Select(number => $"{Name(number)}:{Key}"));

    /// <summary>The connection string of a storage account that nothing has used yet.</summary>
    public string New()
    {
        var number = Interlocked.Increment(ref next);
        if (number >= Count)
        {
            throw new InvalidOperationException($"More than {Count} storage accounts asked of one Azurite.");
        }

        var name = Name(number);
        return $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/{name};"
            + $"QueueEndpoint=http://127.0.0.1:{ports[1]}/{name};"
            + $"TableEndpoint=http://127.0.0.1:{ports[2]}/{name};";
    }

    private static string Name(int number) => $"test{number:D4}";
}
