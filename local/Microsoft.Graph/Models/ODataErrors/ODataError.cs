using Microsoft.Kiota.Abstractions;

namespace Microsoft.Graph.Models.ODataErrors;

/// <summary>What Graph answered instead of data.</summary>
public class ODataError : ApiException
{
    public MainError? Error { get; set; }

    public override string Message => Error?.Message ?? "";
}
