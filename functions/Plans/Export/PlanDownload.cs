namespace Avance.Functions.Plans.Export;

/// <summary>A file to be saved.</summary>
/// <param name="Content">Its bytes, which depend on the plan only: no clock, no names of who asked.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Name">What the browser is to call it.</param>
public sealed record PlanDownload(byte[] Content, string ContentType, string Name);
