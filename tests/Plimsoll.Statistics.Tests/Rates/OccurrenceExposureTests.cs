using Plimsoll.Statistics.Rates;

namespace Plimsoll.Statistics.Tests.Rates;

/// <summary>Against R's survival 3.5.3: the lung cancer data of that package (228 patients, days, death).</summary>
public sealed class OccurrenceExposureTests
{
    private static readonly double[] Times =
    [
        306, 455, 1010, 210, 883, 1022, 310, 361, 218, 166, 170, 654, 728, 71, 567, 144, 613, 707, 61, 88, 301, 81, 624, 371, 394, 520,
        574, 118, 390, 12, 473, 26, 533, 107, 53, 122, 814, 965, 93, 731, 460, 153, 433, 145, 583, 95, 303, 519, 643, 765, 735, 189, 53,
        246, 689, 65, 5, 132, 687, 345, 444, 223, 175, 60, 163, 65, 208, 821, 428, 230, 840, 305, 11, 132, 226, 426, 705, 363, 11, 176,
        791, 95, 196, 167, 806, 284, 641, 147, 740, 163, 655, 239, 88, 245, 588, 30, 179, 310, 477, 166, 559, 450, 364, 107, 177, 156,
        529, 11, 429, 351, 15, 181, 283, 201, 524, 13, 212, 524, 288, 363, 442, 199, 550, 54, 558, 207, 92, 60, 551, 543, 293, 202, 353,
        511, 267, 511, 371, 387, 457, 337, 201, 404, 222, 62, 458, 356, 353, 163, 31, 340, 229, 444, 315, 182, 156, 329, 364, 291, 179,
        376, 384, 268, 292, 142, 413, 266, 194, 320, 181, 285, 301, 348, 197, 382, 303, 296, 180, 186, 145, 269, 300, 284, 350, 272, 292,
        332, 285, 259, 110, 286, 270, 81, 131, 225, 269, 225, 243, 279, 276, 135, 79, 59, 240, 202, 235, 105, 224, 239, 237, 173, 252,
        221, 185, 92, 13, 222, 192, 183, 211, 175, 197, 203, 116, 188, 191, 105, 174, 177,
    ];

    private static readonly int[] StillAlive =
    [
        2, 5, 37, 67, 70, 82, 84, 88, 94, 100, 106, 128, 129, 133, 135, 141, 144, 145, 151, 152, 156, 159, 160, 162, 164, 165, 170, 173,
        174, 175, 179, 180, 181, 183, 184, 185, 187, 193, 195, 196, 197, 198, 202, 203, 204, 206, 208, 209, 210, 211, 212, 213, 215, 216,
        218, 219, 220, 221, 223, 224, 225, 226, 227,
    ];

    [Theory]
    [InlineData(0, 27, 19348, 0.00139549307421956, 0.192450089729875, 0.000940616889195661, 0.00199970192206996, 0.000919638729158816, 0.00203036915676877)]
    [InlineData(1, 36, 16528, 0.00217812197483059, 0.166666666666667, 0.00155084744897815, 0.00298028382174394, 0.00152552985341936, 0.00301543892117838)]
    [InlineData(2, 58, 19781, 0.00293210656690764, 0.131306432859723, 0.00224849831884566, 0.00376191386463997, 0.00222647144635002, 0.00379042767022368)]
    [InlineData(3, 38, 12503, 0.00303927057506199, 0.162221421130763, 0.00218441008244257, 0.00412533439579887, 0.00215076874711638, 0.00417163632082377)]
    [InlineData(4, 6, 1433, 0.00418702023726448, 0.408248290463863, 0.00174764497969656, 0.00863070651951554, 0.00153656263328043, 0.00911338033671925)]
    public void Lung_cancer_rates_by_band_agree_with_R(
        int band, double events, double exposure, double rate, double error, double jeffreysLow, double jeffreysHigh, double exactLow, double exactHigh)
    {
        var died = Times.Select((_, patient) => !StillAlive.Contains(patient)).ToArray();
        var found = OccurrenceExposure.ByBand(new double[Times.Length], Times, died, [90, 180, 365, 730])[band];
        Assert.Equal(events, found.Events);
        Assert.Equal(exposure, found.Exposure);
        Assert.Equal(rate, found.Rate, 1e-10);
        Assert.Equal(error, found.LogRateError, 1e-10);
        Assert.Equal(jeffreysLow, found.JeffreysInterval(0.95).Low, 1e-9);
        Assert.Equal(jeffreysHigh, found.JeffreysInterval(0.95).High, 1e-9);
        Assert.Equal(exactLow, found.ExactInterval(0.95).Low, 1e-9);
        Assert.Equal(exactHigh, found.ExactInterval(0.95).High, 1e-9);
    }

    [Fact]
    public void Time_before_a_subject_comes_under_observation_is_no_exposure()
    {
        var bands = OccurrenceExposure.ByBand([0, 5, 12], [10, 15, 20], [true, false, true], [10]);
        Assert.Equal(new OccurrenceExposure(1, 15), bands[0]);
        Assert.Equal(new OccurrenceExposure(1, 13), bands[1]);
    }

    [Fact]
    public void No_event_gives_a_lower_end_of_zero_and_a_finite_upper_end()
    {
        var (low, high) = new OccurrenceExposure(0, 100).ExactInterval(0.95);
        Assert.Equal(0, low);
        Assert.Equal(0.03688879454113936, high, 1e-9); // -ln(0.025) / 100
    }
}
