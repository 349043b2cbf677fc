using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Puts the host together from the parts of ASP.NET Core that it needs: each one less starts faster.</summary>
internal static class LocalHost
{
    private const string DefaultUrl = "http://localhost:7071";

    // Evidence of up to 100 MB is uploaded, and the host in Azure stops at 210 MB.
    private const long MaxRequestBytes = 200L * 1024 * 1024;

    public static WebApplicationBuilder CreateWebBuilder(string[] args)
    {
        var contentRoot = HostJson.FindContentRoot();
        var commandLine = new ConfigurationBuilder().AddCommandLine(args).Build();
        var environment =
            commandLine["environment"]
            ?? Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT")
            ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
            ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
            ?? Environments.Production;
        var web = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions
            {
                ApplicationName = Assembly.GetEntryAssembly()?.GetName().Name,
                ContentRootPath = contentRoot,
                EnvironmentName = environment,
            }
        );
        web.Configuration.AddInMemoryCollection(HostJson.Read(contentRoot))
            .AddInMemoryCollection(HostJson.ReadLocalSettings(contentRoot))
            .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
            .AddJsonFile($"appsettings.{environment}.json", optional: true, reloadOnChange: false)
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables()
            .AddCommandLine(args);
        // Its lines for each request carry the query, and links sign their bearer in there. Settings may override this.
        web.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        web.Logging.AddConfiguration(web.Configuration.GetSection(HostJson.Section("logging")))
            .AddConfiguration(web.Configuration.GetSection("Logging"))
            .AddSimpleConsole(console => console.SingleLine = true);
        web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxRequestBytes);
        web.Host.UseDefaultServiceProvider(
            (context, options) =>
                options.ValidateScopes = options.ValidateOnBuild = context.HostingEnvironment.IsDevelopment()
        );
        return web;
    }

    public static WebApplication Build(
        WebApplicationBuilder web,
        IReadOnlyList<DiscoveredFunction> functions,
        FunctionExecutionDelegate pipeline
    )
    {
        web.WebHost.UseUrls(web.Configuration["urls"] ?? DefaultUrl);
        web.Services.AddRoutingCore();
        web.Services.AddMvcCore();
        web.Services.TryAddSingleton(TimeProvider.System);
        web.Services.AddSingleton<Shutdown>();
        web.Services.AddSingleton<HostSettings>();
        web.Services.AddSingleton<StorageConnections>();
        web.Services.AddSingleton<QueueOutput>();
        web.Services.AddSingleton(services => new FunctionInvoker(
            pipeline,
            services.GetRequiredService<IServiceScopeFactory>(),
            services.GetRequiredService<ILoggerFactory>(),
            services.GetRequiredService<Shutdown>(),
            services.GetRequiredService<QueueOutput>
        ));
        web.Services.AddSingleton(services => new TriggerHost(
            functions,
            services.GetRequiredService<FunctionInvoker>(),
            services.GetRequiredService<StorageConnections>(),
            services.GetRequiredService<HostSettings>(),
            services.GetRequiredService<IConfiguration>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILoggerFactory>()
        ));
        web.Services.AddHostedService<Listeners>();
        var app = web.Build();
        var invoker = app.Services.GetRequiredService<FunctionInvoker>();
        var triggers = app.Services.GetRequiredService<TriggerHost>();
        List<Endpoint> endpoints =
        [
            .. HttpEndpoints.Create(functions, invoker, app.Configuration),
            .. AdminEndpoints.Create(triggers, app.Services.GetRequiredService<Shutdown>()),
        ];
        ((IEndpointRouteBuilder)app).DataSources.Add(new DefaultEndpointDataSource(endpoints));
        return app;
    }
}
