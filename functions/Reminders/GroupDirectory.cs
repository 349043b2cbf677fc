using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using EmailAddress = Avance.Functions.Domain.EmailAddress;

namespace Avance.Functions.Reminders;

/// <summary>
/// Reads the members of groups of the directory from Microsoft Graph. They are stored: if Graph does not answer,
/// reminders go to the last known members, and it is not asked again before the time in its Retry-After.
/// </summary>
public sealed partial class GroupDirectory(
    IServiceProvider services,
    GroupTable table,
    TimeProvider clock,
    IOptions<RemindersOptions> options,
    ILogger<GroupDirectory> logger
)
{
    /// <summary>The longest list of members that a row takes.</summary>
    public const int MaxMembers = 150;

    // How long members are used before they are read again, and how long to wait after a failure without Retry-After.
    private static readonly TimeSpan CacheLifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromHours(1);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(20);

    private const int PageSize = 100;

    // Retry-After holds for all requests, not for one group: it is stored in the row of the empty id.
    private static readonly Guid AllGroups = Guid.Empty;

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<GroupMember>>> MembersAsync(
        IEnumerable<Guid> groups,
        CancellationToken cancellationToken
    )
    {
        var members = new Dictionary<Guid, IReadOnlyList<GroupMember>>();
        foreach (var group in groups)
        {
            members[group] = await MembersAsync(group, cancellationToken);
        }

        return members;
    }

    private async Task<IReadOnlyList<GroupMember>> MembersAsync(Guid group, CancellationToken cancellationToken)
    {
        var known = await table.FindAsync(group, cancellationToken);
        var now = clock.GetUtcNow();
        if (
            !options.Value.ReadGroups
            || now < known.ReadAt + CacheLifetime
            || now < known.NotBefore
            || now < (await table.FindAsync(AllGroups, cancellationToken)).NotBefore
        )
        {
            return known.Members;
        }

        ValueList<GroupMember> members;
        try
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limited.CancelAfter(RequestTimeout);
            members = [.. await ReadAsync(group, limited.Token)];
        }
        // The directory is another service: no failure of it may keep reminders from going out.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var asked = RetryAfter(error, now);
            var notBefore = now + (asked ?? RetryDelay);
            Log.NotRead(logger, group, error.Message, notBefore);
            await table.PostponeAsync(group, notBefore, cancellationToken);
            if (asked is not null)
            {
                await table.PostponeAsync(AllGroups, notBefore, cancellationToken);
            }

            return known.Members;
        }

        await table.WriteAsync(group, new GroupRow(members, now, null), cancellationToken);
        return members;
    }

    private async Task<List<GroupMember>> ReadAsync(Guid group, CancellationToken cancellationToken)
    {
        var members = new List<GroupMember>();
        var builder = services
            .GetRequiredService<GraphServiceClient>()
            .Groups[group.ToString("D")]
            .TransitiveMembers.GraphUser;
        var page = await builder.GetAsync(
            request =>
            {
                request.QueryParameters.Select = ["id", "displayName", "mail", "accountEnabled"];
                request.QueryParameters.Top = PageSize;
                request.Options.Add(DoNotWait);
            },
            cancellationToken
        );
        while (true)
        {
            members.AddRange((page?.Value ?? []).Select(ToMember).OfType<GroupMember>());
            if (members.Count > MaxMembers)
            {
                throw new InvalidOperationException($"The group has more than {MaxMembers} members.");
            }

            if (page?.OdataNextLink is not { Length: > 0 } next)
            {
                return [.. members.DistinctBy(member => member.Address).OrderBy(member => member.Address)];
            }

            page = await builder.WithUrl(next).GetAsync(request => request.Options.Add(DoNotWait), cancellationToken);
        }
    }

    // Waiting for minutes would delay the reminders of all plans: the next run asks again instead.
    private static RetryHandlerOption DoNotWait => new() { MaxRetry = 0 };

    private static GroupMember? ToMember(User user) =>
        user.AccountEnabled != false && EmailAddress.TryParse(user.Mail, null, out var address)
            ? new GroupMember(address, user.DisplayName ?? "")
            : null;

    private static TimeSpan? RetryAfter(Exception error, DateTimeOffset now)
    {
        var text =
            error is ApiException failure && failure.ResponseHeaders.TryGetValue("Retry-After", out var values)
                ? values.FirstOrDefault()
                : null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var date) && date > now ? date - now
            : null;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "The members of group {Group} were not read ({Error}); what was known is used until {NotBefore}."
        )]
        public static partial void NotRead(ILogger logger, Guid group, string error, DateTimeOffset notBefore);
    }
}
