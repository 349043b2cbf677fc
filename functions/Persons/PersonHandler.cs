using Avance.Functions.Http;
using Avance.Functions.Storage;
using Microsoft.Extensions.Hosting;

namespace Avance.Functions.Persons;

/// <summary>Takes requests about a person's data (Ley N° 29733), and records them without saying whom they are about.</summary>
public sealed class PersonHandler(
    PersonSearch search,
    PersonContacts contacts,
    PersonEraser eraser,
    AuditTable audit,
    TimeProvider clock,
    IHostApplicationLifetime lifetime
)
{
    private const int MaxReason = 500;

    /// <summary>Where such requests stand in the audit: they belong to no plan.</summary>
    public static PlanId Partition { get; } = new("personal-data");

    public async Task<Result<PersonExport>> ExportAsync(
        PersonRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (request is { Address: null, ObjectId: null })
        {
            return Error.Invalid("person-unnamed", "address");
        }

        const string Action = "exportPerson";
        var entry = new AuditEntry(Partition, $"{Action}|{Guid.NewGuid():N}", clock.GetUtcNow(), caller.Name, Action);
        await audit.AddAsync(entry, cancellationToken);
        return new PersonExport(search, contacts, new Person(request.Address, request.ObjectId));
    }

    public async Task<Result<ErasureReceipt>> EraseAsync(
        ErasureRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (request is { Address: null, ObjectId: null })
        {
            return Error.Invalid("person-unnamed", "address");
        }

        var person = new Person(request.Address, request.ObjectId);
        if (request.Reason.Trim() is not { Length: > 0 and <= MaxReason } reason || person.IsIn(reason))
        {
            return Error.Invalid("person-reason", "reason", MaxReason);
        }

        var pseudonym = new Pseudonym(request.Id);
        // Before anything is changed: if it fails, nothing is. A repeated request has an entry of its own.
        var entry = new AuditEntry(
            Partition,
            $"{PersonEraser.Action}|{request.Id:D}",
            clock.GetUtcNow(),
            caller.Name,
            PersonEraser.Action,
            pseudonym.Name,
            reason
        );
        await audit.AddAsync(entry, cancellationToken);
        // What stands before the app may end a connection after some minutes: the work goes on until the process stops.
        return await eraser.EraseAsync(person, pseudonym, entry, lifetime.ApplicationStopping);
    }
}
