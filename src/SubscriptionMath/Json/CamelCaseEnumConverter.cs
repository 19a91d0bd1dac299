using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The JSON form of an enumeration: the name in camel case, <c>"nextInvoice"</c>; of flags the names, <c>"owner, billing"</c>.</summary>
/// <remarks>
/// The types of this library name it themselves; there is no need to register it. It is public because code that
/// the JSON source generator writes in other assemblies has to create it. Numbers are refused.
/// </remarks>
/// <typeparam name="T">The enumeration.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
