using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Persons;

/// <summary>
/// What is stored of a person. Whom it is about comes in the body: addresses of requests stand in logs.
/// </summary>
public sealed class PersonFunctions(PersonHandler handler)
{
    [Function("ExportPerson"), Requires(Permission.ManagePersonalData)]
    public Task<IResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Api + "persons/export")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        request
            .ReadJsonAsync<PersonRequest>(cancellationToken)
            .ThenAsync(body => handler.ExportAsync(body, request.GetCaller(), cancellationToken))
            .ToAnswerAsync(export => Answer(request.HttpContext, export));

    [Function("ErasePerson"), Requires(Permission.ManagePersonalData)]
    public Task<IResult> EraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Api + "persons/erasure")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        request
            .ReadJsonAsync<ErasureRequest>(cancellationToken)
            .ThenAsync(body => handler.EraseAsync(body, request.GetCaller(), cancellationToken))
            .ToJsonAsync();

    private static IResult Answer(HttpContext http, PersonExport export) =>
        Results.Stream(
            async output =>
            {
                try
                {
                    await export.WriteAsync(output, http.RequestAborted);
                }
                catch (Exception)
                {
                    // The answer has begun: a connection that breaks is the only way left to say that it is not whole.
                    http.Abort();
                    throw;
                }
            },
            "application/json",
            PersonExport.FileName
        );
}
