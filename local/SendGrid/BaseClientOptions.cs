using System.Net.Http.Headers;

namespace SendGrid;

public class BaseClientOptions
{
    public Dictionary<string, string>? RequestHeaders { get; set; } = [];

    /// <summary>Scheme and host; a path in it is kept.</summary>
    public string? Host { get; set; }

    /// <summary>The first segment of each path.</summary>
    public string? Version { get; set; } = "v3";

    public string? UrlPath { get; set; }

    public AuthenticationHeaderValue? Auth { get; set; }
}
