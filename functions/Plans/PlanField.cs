namespace Avance.Functions.Plans;

/// <summary>Names of the fields that an amendment sets and a later import leaves alone, as JSON writes them.</summary>
public static class PlanField
{
    public const string Code = "code";
    public const string Name = "name";
    public const string Kind = "kind";
    public const string Target = "target";
    public const string CarriedTo = "carriedTo";
    public const string Due = "due";
    public const string Closes = "closes";
    public const string Semesters = "semesters";
    public const string Protocol = "protocol";
    public const string ProtocolDocument = "protocolDocument";
    public const string ProtocolDate = "protocolDate";
}
