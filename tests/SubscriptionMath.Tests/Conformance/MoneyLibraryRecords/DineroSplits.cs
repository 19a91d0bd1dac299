namespace SubscriptionMath.Tests.Conformance.MoneyLibraryRecords;

/// <summary>Dinero.js: its amounts carry a scale, which is that of the currency here.</summary>
internal sealed class DineroSplits : MoneyLibrarySplits
{
    public override string Engine => "dinero.js";

    public override string Policy => base.Policy + " An `ArgumentException` is its error.";

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("op", "allocate", "distribute").Assume("currency", "USD", "MGA");
        try
        {
            var answers = base.Answer(record);
            if (record.Text("currency") is { } currency)
                answers["parts"] = ((IReadOnlyList<object?>)answers["parts"]!).Select(object? (part) => new Answers { ["amount"] = part, ["scale"] = currency == "MGA" ? 1L : 2L }).ToList();

            return answers;
        }
        catch (ArgumentException)
        {
            return new() { ["error"] = "Ratios are invalid" };
        }
    }
}
