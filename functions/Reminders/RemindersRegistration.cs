using Avance.Functions.Reminders.Content;
using Avance.Functions.Reminders.Events;
using Avance.Functions.Reminders.Groups;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Storage;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using SendGrid;

namespace Avance.Functions.Reminders;

/// <summary>Registers the stage Reminders.</summary>
public static class RemindersRegistration
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<RemindersOptions>, RemindersOptionsValidator>();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services
            .AddOptions<RemindersOptions>()
            .BindConfiguration(RemindersOptions.Section)
            .Validate(options => options.IsInOrder, "Reminders:FromHour must be before Reminders:UntilHour.")
            .ValidateOnStart();
        services
            .AddOptions<MailOptions>()
            .BindConfiguration(MailOptions.Section)
            .Validate(options => options.HasSender, "Mail:From is no mail address.")
            .Validate(options => options.HasReadableKey, "Mail:WebhookKey is no public key in base64.")
            .ValidateOnStart();
        // Mails wait in the outbox while it is away.
        services.AddHealthChecks().AddCheck<MailHealthCheck>("mail", HealthStatus.Degraded);
        return services
            .AddSingleton<MailHealthCheck>()
            .AddStorageNames(tables: [RemindersTable.Name, OutboxTable.Name])
            .AddSingleton(_ => new GraphServiceClient(
                new DefaultAzureCredential(),
                ["https://graph.microsoft.com/.default"]
            ))
            .AddSingleton<ActivityProgressStatusReader>()
            .AddSingleton<RemindersTable>()
            .AddSingleton<OutboxTable>()
            .AddSingleton<GroupTable>()
            .AddSingleton<GroupDirectory>()
            .AddSingleton<PeriodStatusReader>()
            .AddSingleton<OutboxWriter>()
            .AddSingleton<ReminderPlanner>()
            .AddSingleton<ReceiptMails>()
            .AddSingleton<MailWriter>()
            .AddSingleton<MailComposer>()
            .AddSingleton<PeriodMails>()
            .AddSingleton<PeriodMailWriter>()
            .AddSingleton<MailSubjects>()
            .AddSingleton<MailSender>()
            .AddSingleton<GroupMailsTable>()
            .AddSingleton<GroupMails>()
            .AddSingleton<GroupMailPlanner>()
            .AddSingleton<GroupMailWriter>()
            .AddSingleton<GroupCallHandler>()
            .AddSingleton<CallMailReader>()
            .AddSingleton<ProcessedEventsTable>()
            .AddSingleton<MailEvents>()
            .AddSingleton<ReminderHandler>()
            .AddSingleton<ReminderSamples>()
            .AddSingleton(CreateTransport);
    }

    private static IMailTransport CreateTransport(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<MailOptions>>();
        var clock = provider.GetRequiredService<TimeProvider>();
        if (options.Value.ApiKey.Length == 0)
        {
            return new FolderTransport(options, clock);
        }

        var client = new SendGridClient(
            new SendGridClientOptions
            {
                ApiKey = options.Value.ApiKey,
                Host = options.Value.Host.GetLeftPart(UriPartial.Path),
            }
        );
        return new SendGridTransport(client, options, clock);
    }
}
