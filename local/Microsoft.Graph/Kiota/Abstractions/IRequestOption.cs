namespace Microsoft.Kiota.Abstractions;

/// <summary>Marks what a request may carry for the handlers on its way.</summary>
public interface IRequestOption;
