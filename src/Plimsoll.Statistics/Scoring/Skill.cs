namespace Plimsoll.Statistics.Scoring;

/// <summary>How much better than a simple baseline a forecast is.</summary>
public static class Skill
{
    /// <summary>
    /// One less the ratio of the mean scores: 1 is perfect, 0 no better than the baseline, below 0 worse. Take the mean over
    /// the same checks first and the ratio after; a mean of ratios is another number and not a proper comparison.
    /// </summary>
    /// <param name="score">Mean score of the forecast, smaller being better.</param>
    /// <param name="baseline">Mean score of the baseline over the same checks.</param>
    /// <returns>The skill, or null where the baseline's score is not above zero, so that nothing can be measured against it.</returns>
    public static double? Against(double score, double baseline) => baseline > 0 ? 1 - (score / baseline) : null;
}
