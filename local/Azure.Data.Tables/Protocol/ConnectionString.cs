namespace Azure.Data.Tables.Protocol;

/// <summary>What a storage connection string says about the table service.</summary>
/// <remarks>https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string</remarks>
internal sealed record ConnectionString(Uri Endpoint, TableSharedKeyCredential? Key, AzureSasCredential? Sas)
{
    private const string NoCombination = "No valid combination of account information found.";

    // Published for the local emulator: no secret.
    // https://learn.microsoft.com/azure/storage/common/storage-use-azurite#well-known-storage-account-and-key
    private const string DevelopmentAccount = "devstoreaccount1";
    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Reads the parts of the string, in any order and case.</summary>
    /// <exception cref="InvalidOperationException">The text is no connection string.</exception>
    /// <exception cref="ArgumentException">It names no table service, or no credential.</exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, value) = part.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
                ? (part[..equals], part[(equals + 1)..])
                : throw new InvalidOperationException("The connection string has a part that is not name=value.");
            settings[name] = value;
        }

        if (settings.GetValueOrDefault("UseDevelopmentStorage") == "true")
        {
            var proxy = settings.GetValueOrDefault("DevelopmentStorageProxyUri") ?? "http://127.0.0.1";
            return new(
                new UriBuilder(proxy) { Port = 10002, Path = DevelopmentAccount }.Uri,
                new TableSharedKeyCredential(DevelopmentAccount, DevelopmentKey),
                Sas: null
            );
        }

        var account = settings.GetValueOrDefault("AccountName");
        var endpoint = settings.GetValueOrDefault("TableEndpoint");
        if (endpoint is null && account is not null && settings.GetValueOrDefault("EndpointSuffix") is { } suffix)
        {
            var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https";
            endpoint = $"{protocol}://{account}.table.{suffix}";
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri))
        {
            throw new ArgumentException(NoCombination, nameof(text));
        }

        if (settings.GetValueOrDefault("SharedAccessSignature") is { Length: > 0 } signature)
        {
            return new(uri, Key: null, new AzureSasCredential(signature));
        }

        return account is not null && settings.GetValueOrDefault("AccountKey") is { } key
            ? new(uri, new TableSharedKeyCredential(account, key), Sas: null)
            : throw new ArgumentException(NoCombination, nameof(text));
    }
}
