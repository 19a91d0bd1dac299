using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using SubscriptionMath.Json;

namespace SubscriptionMath;

/// <summary>Reads and writes JSON of policies, catalogs, subscriptions, changes, facts, answers and their parts.</summary>
/// <remarks>
/// <para>A value reads back equal to the one written. There is one shape: names and enumerations in camel case, money as
/// <c>"EUR 75.00"</c>, prices as decimal numbers, instants in UTC, null values left out.</para>
/// <para>A member that is missing, unknown, null or refused by a property gives a <see cref="JsonException"/> with its path.
/// A policy that contradicts itself is refused, with the names of both answers.</para>
/// <para>Trimmed and natively compiled programs work: reflection only sets members of policies, which are kept for it.</para>
/// </remarks>
/// <example>
/// <c>BillingJson.Read&lt;BillingPolicy&gt;(BillingJson.Write(WhaleBooks.Policy()))</c> equals <c>WhaleBooks.Policy()</c>.
/// </example>
public static class BillingJson
{
    internal static readonly JsonSerializerOptions Compact = Options(indented: false);
    private static readonly JsonSerializerOptions Indented = Options(indented: true);

    /// <summary>Gets the resolver for the types of this library, for a caller's own options.</summary>
    /// <remarks>
    /// The shape is the same through the caller's options, and a value that a property refuses is a <see cref="JsonException"/> with the
    /// path: ASP.NET Core answers a bad request. The resolver stands first in the chain, before resolvers that know every type.
    /// </remarks>
    /// <example><c>options.TypeInfoResolverChain.Insert(0, BillingJson.Resolver)</c>.</example>
    public static IJsonTypeInfoResolver Resolver => GuardedResolver.Instance;

    /// <summary>Writes a value as JSON.</summary>
    /// <typeparam name="T">A type of this library, such as <see cref="BillingPolicy"/> or <see cref="Answer"/>.</typeparam>
    /// <param name="value">The value; the JSON of a closed hierarchy names the case.</param>
    /// <param name="indented">Whether to write a line for each property, for people, or all on one line.</param>
    /// <returns>The JSON text.</returns>
    /// <exception cref="ArgumentException">The type has no JSON form of its own in this library.</exception>
    /// <exception cref="JsonException">A time zone is not in the TZDB and could not be read back.</exception>
    /// <example>A <see cref="Quote"/> begins <c>{"kind":"quote","subscriptionId":…</c>.</example>
    public static string Write<T>(T value, bool indented = false)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonSerializer.Serialize(value, Form(typeof(T), indented ? Indented : Compact));
    }

    /// <summary>Reads a value from JSON.</summary>
    /// <typeparam name="T">The type that was written, its closed hierarchy, or a case of the hierarchy.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <returns>A value equal to the one that was written.</returns>
    /// <exception cref="ArgumentException">The type has no JSON form of its own in this library.</exception>
    /// <exception cref="JsonException">
    /// The text is not the JSON of such a value; the message and the path tell the fault and its place.
    /// </exception>
    /// <example><c>Read&lt;Quote&gt;</c> refuses the text of a <see cref="Refused"/>; <c>Read&lt;Answer&gt;</c> reads either.</example>
    public static T Read<T>(string json)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(json);
        return Reading.Read(json, Form(typeof(T), Compact)) is var read && read is T value
            ? value
            : throw new JsonException($"Expected the JSON of a {typeof(T).Name}, found {read?.GetType().Name ?? "null"}. Path: $.", "$",
                null, null);
    }

    /// <summary>The form of a type; for a case, the form of its closed hierarchy, which names the case.</summary>
    private static JsonTypeInfo Form(Type type, JsonSerializerOptions options)
    {
        if (type.BaseType is { } parent && options.TryGetTypeInfo(parent, out var hierarchy) && hierarchy.PolymorphismOptions is not null)
        {
            return hierarchy;
        }

        return options.TryGetTypeInfo(type, out var form)
            ? form
            : throw new ArgumentException($"{type.Name} has no JSON form of its own in this library.", nameof(type));
    }

    private static JsonSerializerOptions Options(bool indented)
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = NounResolver.Instance,
            WriteIndented = indented,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        options.MakeReadOnly();
        return options;
    }
}
