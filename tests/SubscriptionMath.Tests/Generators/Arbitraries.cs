namespace SubscriptionMath.Tests.Generators;

/// <summary>The registry of generators: every type a law quantifies over has its factory here.</summary>
public static class Arbitraries
{
    public static Arbitrary<RoundingMode> RoundingModes() => Gen.Elements(Enum.GetValues<RoundingMode>()).ToArbitrary();

    public static Arbitrary<NamedPolicy> NamedPolicies() => Arb.From(Policies.Any, Policies.Simpler);

    public static Arbitrary<Life> AllLives() => WholeLives.Arbitrary();

    public static Arbitrary<GivingLife> GivingLives() => GivingLife.Arbitrary();

    public static Arbitrary<CorrectedLife> CorrectedLives() => CorrectedLife.Arbitrary();

    public static Arbitrary<MeasureCase> MeasureCases() => MeasureCase.Arbitrary();

    public static Arbitrary<CreditCase> CreditCases() => CreditCase.Arbitrary();

    public static Arbitrary<DayByDayCase> DayByDayCases() => DayByDayCase.Arbitrary();

    public static Arbitrary<PoolCase> PoolCases() => PoolCase.Arbitrary();

    public static Arbitrary<Story> AllStories() => Stories.Arbitrary(Policies.Any);

    public static Arbitrary<Situation> Situations() => Stories.Arbitrary(Policies.Any).Convert(story => story.Situation(), situation => situation.Story);

    public static Arbitrary<Question> Questions() => Stories.Arbitrary(Policies.Any).Convert(story => story.Question(), question => question.Situation.Story);

    public static Arbitrary<Reckonable> Reckonables() => Reckonings.Arbitrary();

    public static Arbitrary<VendorQuestion> VendorQuestions() => Stories.Arbitrary(Policies.OfVendors)
        .Convert(story => new VendorQuestion(story.Question()), vendor => vendor.Question.Situation.Story);

    public static Arbitrary<VendorSituation> VendorSituations() => Stories.Arbitrary(Policies.OfVendors)
        .Convert(story => new VendorSituation(story.Situation()), vendor => vendor.Situation.Story);
}

/// <summary>A question under the policy of one of the vendors.</summary>
public sealed record VendorQuestion(Question Question)
{
    public override string ToString() => Question.ToString();
}

/// <summary>A situation under the policy of one of the vendors.</summary>
public sealed record VendorSituation(Situation Situation)
{
    public override string ToString() => Situation.ToString();
}
