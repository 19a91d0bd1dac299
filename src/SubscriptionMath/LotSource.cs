using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The source of a lot.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LotSource>))]
public enum LotSource
{
    /// <summary>A purchase: a first purchase, a renewal, more seats, an add-on.</summary>
    Purchase,

    /// <summary>A plan replaced within the term, with or without credit; add-ons bought again in that cart likewise.</summary>
    Conversion,

    /// <summary>Time bought with the unused value of an ended add-on.</summary>
    AddOnTermination,

    /// <summary>Time by which a term was extended without a bill.</summary>
    /// <remarks>An extension is worth nothing, and a replacement is free until its end.</remarks>
    /// <example>
    /// April at EUR 30.00, extended on the 11th to 16 May: the purchase still ends on 1 May, and the days from there on are an extension.
    /// </example>
    Extension,
}

/// <summary>Some of the sources of lots.</summary>
[Flags]
[JsonConverter(typeof(CamelCaseEnumConverter<LotSources>))]
public enum LotSources
{
    /// <summary>No lots.</summary>
    None = 0,

    /// <summary>Lots that were bought.</summary>
    Purchase = 1,

    /// <summary>Lots from the conversion of a replaced plan.</summary>
    Conversion = 2,

    /// <summary>Time bought with the unused value of ended add-ons.</summary>
    AddOnTermination = 4,

    /// <summary>All lots.</summary>
    All = Purchase | Conversion | AddOnTermination,
}
