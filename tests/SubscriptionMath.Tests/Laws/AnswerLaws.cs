namespace SubscriptionMath.Tests;

public sealed class AnswerLaws
{
    [Law]
    public void Every_question_within_the_term_has_an_answer(Story story) => Assert.NotNull(story.Question().Answer());

    [Law]
    public void Balance__the_entries_of_every_quote_sum_to_zero(Question question)
    {
        if (question.Answer() is Quote quote)
            Assert.Equal(0, quote.Entries.Sum(entry => entry.Amount.Minor));
    }
}
