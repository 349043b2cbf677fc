using System.Text.Json.Serialization;
using Avance.Functions.Http;
using Avance.Functions.Plans.Policies;

namespace Avance.Functions.Plans.Amendments;

/// <summary>The legal document approves the protocol of a service, which is evaluated from then on.</summary>
public sealed record ApproveProtocol : Amendment
{
    /// <summary>The code of the service.</summary>
    public required string Service { get; init; }

    /// <summary>The day from which the protocol is in force, in the years of the plan or before.</summary>
    public required DateOnly Date { get; init; }

    [JsonIgnore]
    public override string Subject => Service;

    internal override Result<Plan> ApplyTo(Plan plan, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (plan.Policy is not { } policy || policy.FindService(Service) is not { } service)
        {
            return Error.Invalid("amendment-service-unknown", "service", Service);
        }

        if (Date > calendar.DayOf(now))
        {
            return Error.Invalid("amendment-protocol-date", "date");
        }

        var approved = service with
        {
            Protocol = ProtocolState.Approved,
            ProtocolDocument = LegalDocument.Trim(),
            ProtocolDate = Date,
            AmendedFields = PlanEdits.Amended(
                service.AmendedFields,
                PlanField.Protocol,
                PlanField.ProtocolDocument,
                PlanField.ProtocolDate
            ),
        };
        return plan with
        {
            Policy = policy with
            {
                Services = [.. policy.Services.Select(other => other == service ? approved : other)],
            },
        };
    }
}
