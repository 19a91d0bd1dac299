using System.Net.Http.Json;
using System.Text.Json;

namespace BillingService.Tests;

/// <summary>An answer of the service: its status, and its body as JSON.</summary>
internal sealed record Reply(int Status, JsonElement Body)
{
    internal static async Task<Reply> OfAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());

    /// <summary>The text of a member, by its path.</summary>
    internal string Text(string path) => At(path).ToString();

    internal JsonElement At(string path) => path.Split('.').Aggregate(Body, (element, name) =>
        int.TryParse(name, out var index) ? element[index] : element.GetProperty(name));

    internal IEnumerable<string> Texts(string array, string member) =>
        At(array).EnumerateArray().Select(one => one.GetProperty(member).ToString());
}

/// <summary>Requests that give their answer as JSON.</summary>
internal static class Requests
{
    internal static async Task<Reply> PostAsync(this HttpClient client, string path, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await client.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    internal static async Task<Reply> PutAsync(this HttpClient client, string path, object body)
    {
        using var content = JsonContent.Create(body);
        using var response = await client.PutAsync(new Uri(path, UriKind.Relative), content);
        return await Reply.OfAsync(response);
    }

    internal static async Task<Reply> GetReplyAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await Reply.OfAsync(response);
    }
}
