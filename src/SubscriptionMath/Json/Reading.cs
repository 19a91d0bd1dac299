using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>Reads a text, and turns any fault into a <see cref="JsonException"/> with a path.</summary>
internal static class Reading
{
    private const string Kind = "kind";

    internal static object? Read(string json, JsonTypeInfo form)
    {
        if (Misread.Of(json) is { } broken)
        {
            throw broken;
        }

        try
        {
            return JsonSerializer.Deserialize(json, form);
        }
        catch (NotSupportedException wrong)
        {
            // The serializer looks for the kind in the first place only.
            return KindFirst(json) is { } sorted ? Read(sorted, form) : throw Misread.WithoutKind(wrong);
        }
        catch (JsonException wrong)
        {
            throw Misread.At(wrong);
        }
        catch (Exception wrong) when (Misread.IsRefusal(wrong))
        {
            throw Misread.At(json, form, wrong);
        }
    }

    /// <summary>The same text with each kind in the first place, or null if that is already so.</summary>
    private static string? KindFirst(string json)
    {
        var text = JsonNode.Parse(json)!;
        return Move(text) ? text.ToJsonString() : null;
    }

    private static bool Move(JsonNode? node)
    {
        var moved = false;
        if (node is JsonObject noun)
        {
            var properties = noun.ToArray();
            if (Array.FindIndex(properties, property => property.Key == Kind) is var place and > 0)
            {
                moved = true;
                noun.Clear();
                noun.Add(properties[place]);
                foreach (var property in properties.Where(property => property.Key != Kind))
                {
                    noun.Add(property);
                }
            }

            foreach (var property in properties)
            {
                moved |= Move(property.Value);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var element in list)
            {
                moved |= Move(element);
            }
        }

        return moved;
    }
}
