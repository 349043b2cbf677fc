namespace Microsoft.Graph.Models.ODataErrors;

/// <summary>The body of an error: an exception cannot be read from JSON itself.</summary>
internal sealed record ODataErrorBody(MainError? Error);
