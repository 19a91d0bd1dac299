using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The rule that says which parts receive the minor units left over when an amount is split.</summary>
/// <remarks>
/// Under each rule the parts add up to the amount, a part of weight zero is zero, and splitting a negative
/// amount mirrors splitting the positive one.
/// </remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<SplitMethod>))]
public enum SplitMethod
{
    /// <summary>
    /// Each part is cut towards zero. The units left over go, one each, to the parts that lost most by the cut, the earlier part first for
    /// equal losses. No part is a whole unit away from its exact share. EUR 0.05 by 7:3 is 3.5 and 1.5 cents, so EUR 0.04 and EUR 0.01; EUR
    /// -0.05 is EUR -0.04 and EUR -0.01.
    /// </summary>
    LargestRemainder,

    /// <summary>
    /// Each part is cut towards zero; the last part with a nonzero weight takes all units left over.
    /// EUR 1.00 by 1:1:1 is EUR 0.33, EUR 0.33 and EUR 0.34; with many parts the last may be several units above its exact share.
    /// </summary>
    LastTakesRest,

    /// <summary>
    /// From the last part to the first, each part is its share of the rest by the weights left, cut towards zero. The cut goes to the parts
    /// before. EUR 0.10 by 1:1:2 is EUR 0.03, EUR 0.02 and EUR 0.05; EUR 10.00 by 3333:6667 is EUR 3.34 and EUR 6.66.
    /// </summary>
    FromTheLast,
}
