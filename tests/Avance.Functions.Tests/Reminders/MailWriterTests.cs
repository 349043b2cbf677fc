using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Avance.Functions.Tests.Reminders;

public sealed class MailWriterTests
{
    [Fact]
    public async Task Write_WhereServicesOfComponentsAreScoped_IsRendered()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = true);
        builder.WebHost.UseKestrelCore();
        // Some services of components are scoped, and the development environment looks after that.
        builder.Services.AddRazorComponents();
        builder.Services.AddLogging().AddRouting().AddSingleton<MailWriter>();
        await using var app = builder.Build();

        var content = await app.Services.GetRequiredService<MailWriter>().WriteAsync(Digest);

        content.Html.ShouldStartWith("<!doctype html>");
    }

    private static DigestModel Digest =>
        new(
            "Plan de prueba",
            "MIMP",
            new Period(2023, 2),
            new Recipient(EmailAddress.Parse("sara@entidad.example", null), "Sara", RecipientRole.Head),
            new DateOnly(2024, 1, 15),
            "faltan 7 días",
            [],
            0,
            [],
            [],
            [],
            []
        );
}
