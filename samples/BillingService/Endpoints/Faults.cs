using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace BillingService.Endpoints;

/// <summary>Turns a body that cannot be read into a problem with the path of the member, instead of a bare 400.</summary>
internal sealed class Faults : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        Problem? problem = exception switch
        {
            NotThereException not => Problem.NotFound(not.What, not.Id),
            BadHttpRequestException { InnerException: JsonException json } =>
                Problem.Invalid(FieldOf(json), Sentence(json)),
            BadHttpRequestException bad => new Problem(bad.StatusCode, "The request is not valid", bad.Message),
            _ => null,
        };
        if (problem is null)
        {
            return false;
        }

        await problem.Result().ExecuteAsync(context);
        return true;
    }

    private static string FieldOf(JsonException json) => json.Path?.TrimStart('$', '.') is { Length: > 0 } path ? path : "body";

    /// <summary>The message without the place, which the field tells.</summary>
    private static string Sentence(JsonException json) => json.Message.Split(" Path:", 2)[0];
}
