namespace Avance.Functions.Reports.Exports;

/// <summary>The template of a plan's reports as the API answers that it was kept.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its content, 64 lower-case hexadecimal digits.</param>
public sealed record TemplateView(int Size, string Sha256);
