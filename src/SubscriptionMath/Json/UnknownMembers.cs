using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The fate of a member in JSON that this version does not know.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<UnknownMembers>))]
public enum UnknownMembers
{
    /// <summary>An unknown member, and a later schema, are errors with a path. The default: no fact is dropped.</summary>
    Refused,

    /// <summary>An unknown member is ignored, and so is a later schema; the rest is checked as ever.</summary>
    /// <remarks>
    /// For the hours of a rolling deploy, when a later version writes and this one still reads. A document that is read so and written
    /// again lacks the member. An unknown case or name of an enumeration stays an error: there is no value to read it as.
    /// </remarks>
    Ignored,
}
