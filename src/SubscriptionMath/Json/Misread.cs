using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>Tells the fault of a text, and its place.</summary>
internal static class Misread
{
    private const string PathMark = " Path: ";

    /// <summary>The fault that the serializer, or a form, found: the sentence of the expected value, with its path.</summary>
    internal static JsonException At(JsonException wrong) => wrong.Data[typeof(Inconsistency)] is Inconsistency found
        ? At(Place(wrong.Path ?? "$", found.Path), found.Message, wrong)
        : (wrong.Message.Contains(PathMark, StringComparison.Ordinal), wrong.InnerException) switch
        {
            (true, InvalidOperationException or FormatException) => At(wrong.Path, wrong.InnerException),
            (true, _) => wrong,
            (false, _) => At(wrong.Path, wrong),
        };

    /// <summary>The fault of an object that does not name its case of a closed hierarchy.</summary>
    internal static JsonException WithoutKind(NotSupportedException wrong)
    {
        var path = wrong.Message[(wrong.Message.IndexOf(PathMark, StringComparison.Ordinal) + PathMark.Length)..].Split(' ')[0];
        return new JsonException($"Expected a \"kind\" that names the case.{PathMark}{path}.", path, null, null, wrong);
    }

    /// <summary>Tells whether an exception is the refusal of a noun.</summary>
    internal static bool IsRefusal(Exception wrong) => wrong is ArgumentException or InvalidOperationException or OverflowException;

    /// <summary>The value that a noun refused.</summary>
    /// <remarks>
    /// The serializer does not tell the place. So the text is read again, value by value, until no value within the refused one is refused
    /// itself.
    /// </remarks>
    internal static JsonException At(string json, JsonTypeInfo root, Exception wrong)
    {
        using var document = JsonDocument.Parse(json);
        var path = "$";
        Find(document.RootElement, root, ref path, ref wrong);
        return At(path, wrong);
    }

    /// <summary>The sentence of an error within a noun, with the place in it.</summary>
    internal static string Within(JsonException wrong)
    {
        var sentence = wrong.Message.Split(PathMark)[0];
        return wrong.Path is { Length: > 2 } path ? $"{sentence} (At {path[2..]}.)" : sentence;
    }

    /// <summary>The message without the parameter and the actual value, which .NET appends.</summary>
    internal static string Sentence(Exception wrong)
    {
        var end = wrong.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? wrong.Message : wrong.Message[..end];
    }

    /// <summary>The fault of the text itself, whatever type is to be read.</summary>
    internal static JsonException? Of(string json) => JsonText.Fault(json) is var (sentence, path, inner)
        ? new($"{sentence}{PathMark}{path}.", path, (inner as JsonException)?.LineNumber, (inner as JsonException)?.BytePositionInLine,
            inner)
        : null;

    private static JsonException At(string? path, Exception wrong) =>
        new($"{Sentence(wrong)}{PathMark}{path ?? "$"}.", path ?? "$", lineNumber: null, bytePositionInLine: null, wrong);

    private static JsonException At(string path, string message, JsonException wrong) =>
        new($"{message}{PathMark}{path}.", path, null, null, wrong);

    /// <summary>The place in the text. The serializer sets some members behind the noun, and then names the noun alone.</summary>
    private static string Place(string noun, string within) =>
        noun.EndsWith($".{within}", StringComparison.Ordinal) ? noun : $"{noun}.{within}";

    private static void Find(JsonElement element, JsonTypeInfo info, ref string path, ref Exception wrong)
    {
        if (element.ValueKind == JsonValueKind.Array && SequenceForm.Find(info.Type) is { } form)
        {
            var index = 0;
            var elementType = info.Options.GetTypeInfo(form.Element);
            foreach (var child in element.EnumerateArray())
            {
                if (Within(child, elementType, $"{path}[{index++}]", ref path, ref wrong))
                {
                    return;
                }
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            Find(element, Case(element, info).Properties, ref path, ref wrong);
        }
    }

    private static void Find(JsonElement element, IList<JsonPropertyInfo> properties, ref string path, ref Exception wrong)
    {
        foreach (var property in properties)
        {
            if (element.TryGetProperty(property.Name, out var child)
                && property.Options.TryGetTypeInfo(property.PropertyType, out var type)
                && Within(child, type, $"{path}.{property.Name}", ref path, ref wrong))
            {
                return;
            }
        }

        if (wrong is ArgumentException { ParamName: { } name }
            && properties.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            path = $"{path}.{named.Name}";
        }
    }

    private static bool Within(JsonElement child, JsonTypeInfo type, string childPath, ref string path, ref Exception wrong)
    {
        if (child.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            return false;
        }

        try
        {
            _ = child.Deserialize(type);
            return false;
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            (path, wrong) = (childPath, refused);
            Find(child, type, ref path, ref wrong);
            return true;
        }
    }

    /// <summary>The case of a closed hierarchy that an object names.</summary>
    private static JsonTypeInfo Case(JsonElement element, JsonTypeInfo info)
    {
        if (info.PolymorphismOptions is { } cases && element.TryGetProperty(cases.TypeDiscriminatorPropertyName, out var kind))
        {
            foreach (var one in cases.DerivedTypes)
            {
                if (kind.ValueKind == JsonValueKind.String && kind.ValueEquals(one.TypeDiscriminator as string))
                {
                    return info.Options.GetTypeInfo(one.DerivedType);
                }
            }
        }

        return info;
    }
}
