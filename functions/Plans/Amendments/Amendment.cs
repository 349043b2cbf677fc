using System.Text.Json;
using System.Text.Json.Serialization;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Http;

namespace Avance.Functions.Plans.Amendments;

/// <summary>
/// A change that a norm or an act makes to a plan while it runs. In JSON <c>kind</c> says which one it is. It is stored
/// as it was sent.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RenameUnit), "renameUnit")]
[JsonDerivedType(typeof(ReplaceUnit), "replaceUnit")]
[JsonDerivedType(typeof(CarryGoalOver), "carryGoalOver")]
[JsonDerivedType(typeof(SuspendActivity), "suspendActivity")]
[JsonDerivedType(typeof(ReformulateActivity), "reformulateActivity")]
[JsonDerivedType(typeof(ChangeTarget), "changeTarget")]
[JsonDerivedType(typeof(ApproveProtocol), "approveProtocol")]
[JsonDerivedType(typeof(RescheduleProduct), "rescheduleProduct")]
[JsonDerivedType(typeof(MoveDeadline), "moveDeadline")]
[JsonDerivedType(typeof(ReopenPeriod), "reopenPeriod")]
public abstract record Amendment
{
    /// <summary>Made by the client: sending the same amendment again changes nothing more.</summary>
    public Guid Id { get; init; }

    /// <summary>Why, 10 to 1,000 characters.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The norm or act that it rests on, 3 to 300 characters, for example <c>Acta 002-2023-CSIG</c>.</summary>
    public string LegalDocument { get; init; } = "";

    /// <summary>The agreement of the plan's group that it rests on, where there is one; it must exist.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AgreementReference? Agreement { get; init; }

    /// <summary>Its <c>kind</c> in JSON, for the audit.</summary>
    [JsonIgnore]
    public string KindName => JsonNamingPolicy.CamelCase.ConvertName(GetType().Name);

    /// <summary>What it changes, for the audit.</summary>
    [JsonIgnore]
    public abstract string Subject { get; }

    /// <summary>False where the secretariat decides by itself.</summary>
    [JsonIgnore]
    public virtual bool NeedsLegalDocument => true;

    /// <summary>The plan as amended, or why that cannot be.</summary>
    internal abstract Result<Plan> ApplyTo(Plan plan, BusinessCalendar calendar, DateTimeOffset now);
}
