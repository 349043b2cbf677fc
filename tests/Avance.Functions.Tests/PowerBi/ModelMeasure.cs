namespace Avance.Functions.Tests.PowerBi;

internal sealed record ModelMeasure(string Table, string Name, string Expression, TmdlNode Node);
