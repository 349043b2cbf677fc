namespace Microsoft.Kiota.Authentication.Azure;

/// <summary>Only there because signatures name it: nothing is traced here.</summary>
public class ObservabilityOptions;
