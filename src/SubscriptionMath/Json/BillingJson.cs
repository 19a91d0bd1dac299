using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
/// A policy that contradicts itself is refused, with the names of both answers. A caller may ask to ignore unknown members
/// (<see cref="UnknownMembers"/>).</para>
/// <para>Each noun that is stored on its own (policy, catalog, subscription, money credit, credit pool, quote, timeline) has the number of
/// its schema.</para>
/// <para>Trimmed and natively compiled programs work: reflection only sets members of policies, which are kept for it.</para>
/// </remarks>
/// <example>
/// <c>BillingJson.Read&lt;BillingPolicy&gt;(BillingJson.Write(WhaleBooks.Policy()))</c> equals <c>WhaleBooks.Policy()</c>.
/// </example>
public static class BillingJson
{
    /// <summary>The number of the schema that this version writes, and the last that this version knows.</summary>
    /// <remarks>
    /// A member that comes later and may be left out keeps the number. The number rises if an earlier version would read a document as
    /// another value. A document without a number is of schema 1.
    /// </remarks>
    public const int Schema = 1;

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    internal static readonly JsonSerializerOptions Compact = Options(UnknownMembers.Refused);
    private static readonly JsonSerializerOptions Indented = Options(UnknownMembers.Refused, indented: true);
    private static readonly JsonSerializerOptions Explained = Options(UnknownMembers.Refused, explained: true);
    private static readonly JsonSerializerOptions IndentedExplained = Options(UnknownMembers.Refused, indented: true, explained: true);
    private static readonly JsonSerializerOptions Tolerant = Options(UnknownMembers.Ignored);
    private static readonly JsonSerializerOptions TolerantExplained = Options(UnknownMembers.Ignored, explained: true);

    /// <summary>Gets the resolver for the types of this library, for a caller's own options.</summary>
    /// <remarks>
    /// The shape is the same through the caller's options, and a value that a property refuses is a <see cref="JsonException"/> with the
    /// path: ASP.NET Core answers a bad request. The resolver stands first in the chain, before resolvers that know every type.
    /// </remarks>
    /// <example><c>options.TypeInfoResolverChain.Insert(0, BillingJson.Resolver)</c>.</example>
    public static IJsonTypeInfoResolver Resolver { get; } = new GuardedResolver(Compact);

    /// <summary>Gives a resolver for a caller's own options that writes explanations, or reads unknown members, on demand.</summary>
    /// <param name="unknown">The fate of a member that this version does not know.</param>
    /// <param name="explained">Whether each quote is written with its explanations.</param>
    /// <returns>As <see cref="Resolver"/>, which refuses unknown members and writes no explanation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fate is none of its names.</exception>
    /// <example>
    /// A service that shows quotes: <c>options.TypeInfoResolverChain.Insert(0, BillingJson.ResolverWith(explained: true))</c>.
    /// </example>
    public static IJsonTypeInfoResolver ResolverWith(UnknownMembers unknown = UnknownMembers.Refused, bool explained = false) =>
        new GuardedResolver((Require.Defined(unknown, nameof(unknown)), explained) switch
        {
            (UnknownMembers.Refused, false) => Compact,
            (UnknownMembers.Refused, true) => Explained,
            (_, false) => Tolerant,
            (_, true) => TolerantExplained,
        });

    /// <summary>Writes a value as JSON.</summary>
    /// <typeparam name="T">A type of this library, such as <see cref="BillingPolicy"/> or <see cref="Answer"/>.</typeparam>
    /// <param name="value">The value; the JSON of a closed hierarchy names the case.</param>
    /// <param name="indented">Whether to write a line for each property, for people, or all on one line.</param>
    /// <param name="explained">
    /// Whether each quote has its explanations as well: a text for each entry, in their order (<see cref="Explanation"/>).
    /// </param>
    /// <returns>The JSON text. A quote has its totals.</returns>
    /// <exception cref="ArgumentException">The type has no JSON form of its own in this library.</exception>
    /// <exception cref="JsonException">A time zone is not in the TZDB and could not be read back.</exception>
    /// <example>A <see cref="Quote"/> begins <c>{"kind":"quote","schema":1,"subscriptionId":…</c>.</example>
    public static string Write<T>(T value, bool indented = false, bool explained = false)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(value);
        var options = (indented, explained) switch
        {
            (false, false) => Compact,
            (false, true) => Explained,
            (true, false) => Indented,
            (true, true) => IndentedExplained,
        };
        return JsonSerializer.Serialize(value, Form(typeof(T), options));
    }

    /// <summary>Reads a value from JSON.</summary>
    /// <typeparam name="T">The type that was written, its closed hierarchy, or a case of the hierarchy.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <param name="unknown">The fate of a member that this version does not know: by default an error.</param>
    /// <returns>A value equal to the one that was written; explanations in the text are ignored.</returns>
    /// <exception cref="ArgumentException">The type has no JSON form of its own in this library.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The fate is none of its names.</exception>
    /// <exception cref="JsonException">
    /// The text is not the JSON of such a value; the message and the path tell the fault and its place.
    /// </exception>
    /// <example><c>Read&lt;Quote&gt;</c> refuses the text of a <see cref="Refused"/>; <c>Read&lt;Answer&gt;</c> reads either.</example>
    public static T Read<T>(string json, UnknownMembers unknown = UnknownMembers.Refused)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(json);
        var options = Require.Defined(unknown, nameof(unknown)) == UnknownMembers.Ignored ? Tolerant : Compact;
        return Reading.Read(json, Form(typeof(T), options)) is var read && read is T value
            ? value
            : throw new JsonException($"Expected the JSON of a {typeof(T).Name}, found {read?.GetType().Name ?? "null"}. Path: $.", "$",
                null, null);
    }

    /// <summary>Derives an id of a quote from its content, without a clock and without chance.</summary>
    /// <remarks>
    /// The id depends on the subscription's id and version, the reason, the instant, the change and the entries. The same request, priced
    /// again at the same instant, has the same id, on any machine: a retry finds its payment. Any other request, instant or amount has
    /// another id. A given <see cref="Quote.Id"/> is not read.
    /// </remarks>
    /// <param name="quote">The quote.</param>
    /// <returns>32 hexadecimal digits in lower case: the first half of a SHA-256.</returns>
    /// <exception cref="ArgumentNullException">The quote is null.</exception>
    /// <example>
    /// The key of an idempotent payment: a second attempt for the quote of EUR 70.19 of 2 July, 09:30, has the same key; a quote of 09:31
    /// has another.
    /// </example>
    public static string DerivedId(Quote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var text = new StringBuilder();
        Add(quote.SubscriptionId);
        Add(quote.ForVersion);
        Add(quote.BillingReason);
        Add(quote.At);
        if (quote.Change is { } change)
        {
            Add(change);
        }

        foreach (var entry in quote.Entries)
        {
            Add(entry);
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return string.Create(CultureInfo.InvariantCulture, $"{BinaryPrimitives.ReadUInt128BigEndian(hash):x32}");

        void Add<T>(T part)
            where T : notnull => text.Append(Write(part)).Append('\n');
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

    private static JsonSerializerOptions Options(UnknownMembers unknown, bool indented = false, bool explained = false)
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = new NounResolver(unknown, explained),
            WriteIndented = indented,
            Encoder = Encoder,
        };
        options.MakeReadOnly();
        return options;
    }
}
