using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>The number of the schema in each noun that is stored as a document of its own.</summary>
/// <remarks>A document within another has the number too: the subscription of a quote is written as it is alone.</remarks>
internal static class SchemaForm
{
    private const string Schema = "schema";

    /// <summary>Tells whether a noun is stored as a document of its own.</summary>
    internal static bool Has(Type noun) =>
        noun == typeof(Subscription) || noun == typeof(Catalog) || noun == typeof(BillingPolicy) || noun == typeof(Quote)
        || noun == typeof(Timeline) || noun == typeof(MoneyCredit) || noun == typeof(CreditPool);

    /// <summary>Puts the number first. An earlier build wrote none.</summary>
    internal static void Add(JsonTypeInfo info, UnknownMembers unknown) => info.Properties.Insert(
        0, NounForm.Member<int>(info, Schema, static _ => BillingJson.Schema, (_, number) => Check(number, unknown)));

    private static void Check(int number, UnknownMembers unknown)
    {
        if (number < 1)
        {
            NounResolver.Refuse(new(Schema, $"The schema is {number}; the first is 1."));
        }

        if (number > BillingJson.Schema && unknown == UnknownMembers.Refused)
        {
            NounResolver.Refuse(new(Schema, $"The schema is {number}, of a later version; this one reads up to {BillingJson.Schema}."));
        }
    }
}
