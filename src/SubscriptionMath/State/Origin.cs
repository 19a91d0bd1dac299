using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>Where a lot came from.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Origin>))]
public enum Origin
{
    /// <summary>It was bought: a first purchase, a renewal, more seats, an add-on.</summary>
    Purchase,

    /// <summary>Its plan was replaced within the term, whether credit was used for it or not; add-ons bought again in that cart likewise.</summary>
    Conversion,

    /// <summary>It is time that the unused value of an ended add-on became.</summary>
    AddOnTermination,

    /// <summary>It is time by which the end of a term was put off, and for which nothing was billed. It is worth nothing, and whatever takes its place is free until its end.</summary>
    /// <example>April at EUR 30.00, put off on the 11th to 16 May: what was bought still ends on 1 May, and the days from there on are an extension.</example>
    Extension,
}

/// <summary>Some of the origins of lots.</summary>
[Flags]
[JsonConverter(typeof(CamelCaseEnumConverter<Origins>))]
public enum Origins
{
    /// <summary>No lots.</summary>
    None = 0,

    /// <summary>Lots that were bought.</summary>
    Purchased = 1,

    /// <summary>Lots that a replaced plan was converted to.</summary>
    Converted = 2,

    /// <summary>Time that an ended add-on became.</summary>
    FromAddOns = 4,

    /// <summary>All lots.</summary>
    All = Purchased | Converted | FromAddOns,
}
