using BillingService.Settling;

namespace BillingService.Endpoints;

/// <summary>The subscription of the route, opened before the endpoint runs.</summary>
internal sealed record Opened(Holding Holding)
{
    public static async ValueTask<Opened?> BindAsync(HttpContext context)
    {
        var id = $"{context.Request.RouteValues["id"]}";
        var holdings = context.RequestServices.GetRequiredService<Holdings>();
        return new Opened(await holdings.FindAsync(id) ?? throw new NotThereException("subscription", id));
    }
}

/// <summary>A request names something that is not there; the answer is a 404.</summary>
internal sealed class NotThereException(string what, string id) : Exception($"There is no {what} '{id}'.")
{
    internal string What => what;

    internal string Id => id;
}
