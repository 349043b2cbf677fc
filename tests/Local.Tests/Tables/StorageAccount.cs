using System.Security.Cryptography;
using System.Text;

namespace Local.Tests.Tables;

/// <summary>The parts of a connection string with a key.</summary>
internal sealed class StorageAccount(string connectionString)
{
    private readonly Dictionary<string, string> parts = connectionString
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2))
        .ToDictionary(part => part[0], part => part[1]);

    public string Name => parts["AccountName"];

    public string Key => parts["AccountKey"];

    public Uri Endpoint => new(parts["TableEndpoint"]);

    /// <summary>https://learn.microsoft.com/rest/api/storageservices/create-account-sas</summary>
    public string SharedAccessSignature(DateTimeOffset until)
    {
        var expiry = until.ToString("yyyy-MM-ddTHH:mm:ssZ");
        var text = $"{Name}\nrwdlacu\nt\nsco\n\n{expiry}\n\n\n2019-02-02\n";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(text));
        return $"sv=2019-02-02&ss=t&srt=sco&sp=rwdlacu&se={Uri.EscapeDataString(expiry)}"
            + $"&sig={Uri.EscapeDataString(Convert.ToBase64String(signature))}";
    }
}
