using Azure.Core;

namespace Azure.Data.Tables;

public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        Version = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, message: null),
        };

        // A signature or a value is never logged, the shape of a query is.
        foreach (var parameter in (string[])["$format", "$filter", "$top", "$select"])
        {
            Diagnostics.LoggedQueryParameters.Add(parameter);
        }
    }

#pragma warning disable CA1034, CA1707 // The official name.
    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }
#pragma warning restore CA1034, CA1707

    internal string Version { get; }
}
