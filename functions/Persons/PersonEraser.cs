using System.Text.Json.Nodes;
using Avance.Functions.Backups;
using Avance.Functions.Groups;
using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Storage;

namespace Avance.Functions.Persons;

/// <summary>
/// Takes a person out of the tables: contacts, members and what was read of the directory are removed; what is a record (the
/// audit, versions that were sent, minutes, mails) is kept with a pseudonym. Each step may be repeated.
/// </summary>
public sealed class PersonEraser(
    PersonSearch search,
    PersonContacts contacts,
    PlanDataTable rows,
    OutboxTable outbox,
    TimeProvider clock
)
{
    public const string Action = "erasePerson";

    private const string Member = "member|";

    /// <param name="entry">What the audit says of the request.</param>
    public async Task<ErasureReceipt> EraseAsync(
        Person person,
        Pseudonym pseudonym,
        AuditEntry entry,
        CancellationToken cancellationToken
    )
    {
        var (replaced, removed) = (
            new SortedDictionary<string, int>(StringComparer.Ordinal),
            new SortedDictionary<string, int>(StringComparer.Ordinal)
        );
        var cancelled = 0;
        await foreach (var plan in search.ListAsync(cancellationToken))
        {
            if (plan is { } known)
            {
                Count(removed, "contacts", await contacts.RemoveAsync(known, person, entry, cancellationToken));
            }

            await foreach (var (table, row) in search.RowsAsync(plan, cancellationToken))
            {
                if (IsRemoved(table, row, person))
                {
                    await rows.DeleteAsync(table, row, cancellationToken);
                    Count(removed, table, 1);
                }
                else if (PersonColumns.Find(table, row, person).Any())
                {
                    cancelled += table == OutboxTable.Name ? await CancelAsync(row, person, cancellationToken) : 0;
                    Count(replaced, table, await ReplaceAsync(table, row, person, pseudonym, cancellationToken));
                }
            }
        }

        return new ErasureReceipt(pseudonym.Name, replaced, removed, cancelled, KeptData.All);
    }

    /// <summary>The person's roles, and members of the directory's groups, which are read again from the directory.</summary>
    private static bool IsRemoved(string table, BackupRow row, Person person) =>
        table == PlansTable.Name
            ? row.RowKey.StartsWith(Member, StringComparison.Ordinal) && person.IsIn(row.RowKey)
            : (table, row.PartitionKey) == (RemindersTable.Name, GroupTable.Partition)
                && PersonColumns.Find(table, row, person).Any();

    /// <summary>Replaces the person in a row as it is now.</summary>
    private async Task<int> ReplaceAsync(
        string table,
        BackupRow row,
        Person person,
        Pseudonym pseudonym,
        CancellationToken cancellationToken
    )
    {
        // Mails would go to the address that a group has.
        var keepsAddress = table != WorkingGroupTable.Name;
        for (BackupRow? read = row; read is not null; )
        {
            var key = await KeyAsync(table, row, person, pseudonym, cancellationToken);
            var next = read with
            {
                Columns = Renamed(
                    PersonColumns.Replace(read, person, pseudonym, keepsAddress) ?? read.Columns,
                    row.RowKey,
                    key
                ),
            };
            if (
                key == row.RowKey
                    ? await rows.TryReplaceAsync(table, next, cancellationToken)
                    : await rows.TryMoveAsync(table, next, key, cancellationToken)
            )
            {
                return 1;
            }

            read = await rows.FindAsync(table, row.PartitionKey, row.RowKey, cancellationToken);
        }

        return 0;
    }

    /// <summary>
    /// The key of the row without the person: that of an entry of the audit may name an account, and that of a mail is made of
    /// its address, by which its page looks for it. Who guesses an address must not find a mail under it.
    /// </summary>
    private async Task<string> KeyAsync(
        string table,
        BackupRow row,
        Person person,
        Pseudonym pseudonym,
        CancellationToken cancellationToken
    ) =>
        table != OutboxTable.Name ? person.Replace(row.RowKey, pseudonym)
        : MailId.TryParse(row.RowKey, null, out var id)
        && await outbox.FindAsync(row.PartitionKey, id, cancellationToken) is { Mail: var mail }
        && person.HasAddress($"{mail.To.Address}")
            ? $"{mail.IdFor(pseudonym.Address)}"
        : row.RowKey;

    /// <summary>A mail has its id in its text too.</summary>
    private static JsonObject Renamed(JsonObject columns, string from, string to) =>
        from == to
            ? columns
            : JsonNode.Parse(columns.ToJsonString().Replace(from, to, StringComparison.Ordinal))!.AsObject();

    /// <summary>A mail to the person that is still to be sent is not sent.</summary>
    private async Task<int> CancelAsync(BackupRow row, Person person, CancellationToken cancellationToken)
    {
        while (
            MailId.TryParse(row.RowKey, null, out var id)
            && await outbox.FindAsync(row.PartitionKey, id, cancellationToken) is { Mail.IsOpen: true } read
            && person.HasAddress($"{read.Mail.To.Address}")
        )
        {
            var mail = read.Mail with { State = MailState.Cancelled, StateAt = clock.GetUtcNow(), Reason = "erased" };
            if (await outbox.TryReplaceAsync(read, mail, cancellationToken) is not null)
            {
                return 1;
            }
        }

        return 0;
    }

    private static void Count(SortedDictionary<string, int> counts, string name, int more)
    {
        if (more > 0)
        {
            counts[name] = counts.GetValueOrDefault(name) + more;
        }
    }
}
