using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>The form of nouns that are read member by member.</summary>
/// <remarks>
/// Generated metadata makes a record with all members at once, with null or zero for those left out. Here a member left out keeps its
/// default, and a value that the noun refuses is an error at its path.
/// </remarks>
internal static class NounForm
{
    /// <summary>Gives each member its setter.</summary>
    /// <param name="info">The metadata of the noun, whose members have the names of the source still.</param>
    /// <param name="setter">The setter of a member, by its name in JSON.</param>
    internal static void SetAll(JsonTypeInfo info, Func<string, Action<object, object?>?> setter)
    {
        foreach (var property in info.Properties)
        {
            if (setter(JsonNamingPolicy.CamelCase.ConvertName(property.Name)) is { } set)
            {
                property.Set = (noun, value) => Set(set, noun, value);
            }
        }
    }

    /// <summary>Makes a member that no property of the noun holds.</summary>
    /// <param name="info">The metadata of the noun.</param>
    /// <param name="name">The name of the member in JSON.</param>
    /// <param name="get">Gives the value to be written.</param>
    /// <param name="set">Takes the value that was read; null for a member that is ignored.</param>
    /// <param name="converter">The converter of the value, or null for that of the options.</param>
    internal static JsonPropertyInfo Member<T>(
        JsonTypeInfo info, string name, Func<object, T> get, Action<object, T?>? set, JsonConverter<T>? converter = null) =>
        JsonMetadataServices.CreatePropertyInfo(info.Options, new JsonPropertyInfoValues<T>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = info.Type,
            PropertyName = name,
            JsonPropertyName = name,
            Getter = get,
            Setter = set,
            Converter = converter,
            PropertyTypeInfo = converter is null ? null! : JsonMetadataServices.CreateValueInfo<T>(info.Options, converter),
        });

    private static void Set(Action<object, object?> set, object noun, object? value)
    {
        try
        {
            set(noun, value);
        }
        catch (Exception wrong) when (Misread.IsRefusal(wrong))
        {
            throw new JsonException(Misread.Sentence(wrong), wrong);
        }
    }
}
