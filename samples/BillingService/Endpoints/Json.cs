using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Serialization.SystemTextJson;

namespace BillingService.Endpoints;

/// <summary>The JSON of the service: the library's forms for the library's nouns, and the usual web form for everything else.</summary>
internal static class Json
{
    internal static JsonSerializerOptions Options { get; } = Configured(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    });

    internal static JsonSerializerOptions Configured(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, BillingJson.ResolverWith(explained: true));
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }
}
