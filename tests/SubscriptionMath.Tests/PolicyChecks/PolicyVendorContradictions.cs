using SubscriptionMath.Vendors;
using static SubscriptionMath.Tests.PolicyChecks.Contradicting;

namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>The vendors under every value of their parameters: which values contradict each other, and which never do.</summary>
public class PolicyVendorContradictions
{
    [Fact]
    public void Obi_never_contradicts_itself()
    {
        foreach (var fate in Enum.GetValues<GrantFate>())
        {
            foreach (var expiry in Enum.GetValues<CarriedExpiry>())
            {
                Assert.Empty(PolicyCheck.Contradictions(Obi.DayProration(fate, expiry)));
                Assert.Empty(PolicyCheck.Contradictions(Obi.FullPriceAndCycleReset(fate, expiry)));
            }
        }
    }

    [Fact]
    public void SmrtPhone_only_contradicts_itself_with_two_payments_whole_terms_or_months_of_no_length()
    {
        foreach (var due in Enum.GetValues<PaymentTiming>())
        {
            foreach (var unit in Enum.GetValues<ProrationUnit>())
            {
                foreach (var stage in Enum.GetValues<RoundingStage>())
                {
                    string[] expected =
                    [
                        .. unit == ProrationUnit.Terms ? ["measure/unit Terms"] : Array.Empty<string>(),
                        .. unit == ProrationUnit.Parts ? ["measure/unit Parts"] : Array.Empty<string>(),
                        .. unit == ProrationUnit.DaysOfEqualMonths ? ["days of equal months/no number of days a month"] : Array.Empty<string>(),
                        .. due == PaymentTiming.NowAsOldPriceThenDifference ? ["two payments/outside a trial ended on the way up"] : Array.Empty<string>(),
                    ];
                    Assert.Equal(expected, Named(SmrtPhone.Policy(due, unit, Roles.Anyone, stage)));
                }
            }
        }
    }

    [Fact]
    public void Kaspr_never_contradicts_itself()
    {
        foreach (var bought in Enum.GetValues<NewPrice>())
        {
            foreach (var added in Enum.GetValues<NewPrice>())
            {
                foreach (var allotment in Enum.GetValues<Allotment>())
                {
                    Assert.Empty(PolicyCheck.Contradictions(Kaspr.Policy(
                        addOnBought: bought, addOnAllotment: allotment, seatAdded: added, seatAllotment: allotment, lapsedAddOns: UnusedValue.OfAllLots)));
                    Assert.Empty(PolicyCheck.Contradictions(Kaspr.Policy(
                        addOnBought: bought, addOnAllotment: allotment, seatAdded: added, seatAllotment: allotment)));
                }
            }
        }
    }

    [Fact]
    public void WhaleBooks_only_contradicts_itself_with_a_term_that_is_the_trial_s_or_an_add_on_s()
    {
        foreach (var price in Enum.GetValues<NewPrice>())
        {
            Assert.Empty(Named(WhaleBooks.Policy(downgradePrice: price)));
            Assert.Empty(Named(WhaleBooks.Policy(TermRule.Restarted, downgradeTerm: TermRule.Restarted, downgradePrice: price)));
            Assert.Equal(["end kept/trial ended at the full price"], Named(WhaleBooks.Policy(TermRule.EndKept, downgradePrice: price)));
            Assert.Equal(["a term of its own/a rule for the plan"], Named(WhaleBooks.Policy(TermRule.OwnTerm, downgradePrice: price)));
            Assert.Equal(["a term of its own/a rule for the plan"], Named(WhaleBooks.Policy(downgradeTerm: TermRule.OwnTerm, downgradePrice: price)));
        }
    }

    [Fact]
    public void PhotoDeck_only_contradicts_itself_with_days_rounded_by_sign()
    {
        foreach (var sources in new[] { LotSources.None, LotSources.Purchase, LotSources.Purchase | LotSources.Conversion, LotSources.All })
        {
            foreach (var mode in Enum.GetValues<RoundingMode>())
            {
                const string BySign = "surplus to time/a rounding of days by sign";
                string[] expected = mode is RoundingMode.Floor or RoundingMode.Ceiling or RoundingMode.HalfAwayFromZero ? [] : [BySign, BySign];
                Assert.Equal(expected, Named(PhotoDeck.Policy(sources, Surplus.ToTime(mode))));
            }
        }
    }
}
