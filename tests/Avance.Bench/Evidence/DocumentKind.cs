namespace Avance.Bench.Evidence;

/// <summary>A kind of documents, and with what their reading is compared.</summary>
/// <param name="Name">What they are called in the table.</param>
/// <param name="Make">Makes some of them, from a number on.</param>
/// <param name="Tool">The name of the baseline.</param>
/// <param name="Command">The baseline, <c>FILE</c> for the file.</param>
/// <param name="Aim">App ÷ baseline, at least.</param>
/// <param name="OfficeFormat">What LibreOffice is to make of them; null to leave it out.</param>
internal sealed record DocumentKind(
    string Name,
    Func<int, int, IEnumerable<BenchFile>> Make,
    string Tool,
    string[] Command,
    double Aim,
    string? OfficeFormat = null
);
