using System.Text.Json;
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
