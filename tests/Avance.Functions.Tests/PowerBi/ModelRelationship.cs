namespace Avance.Functions.Tests.PowerBi;

/// <summary>Many rows of one table to one row of another.</summary>
internal sealed record ModelRelationship(string FromTable, string FromColumn, string ToTable, string ToColumn)
{
    public override string ToString() => $"{FromTable}[{FromColumn}] → {ToTable}[{ToColumn}]";
}
