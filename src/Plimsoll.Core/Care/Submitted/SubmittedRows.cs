namespace Plimsoll.Core.Care.Submitted;

/// <summary>A Header row.</summary>
/// <param name="Child">CHILD: the council's own identifier.</param>
/// <param name="Sex">SEX: 1 or 2 to collection 2024, M, F or U from 2025.</param>
/// <param name="Born">DOB.</param>
/// <param name="Ethnicity">ETHNIC.</param>
/// <param name="Upn">UPN: 13 characters, or UN1 to UN5; empty for short breaks.</param>
/// <param name="Mother">MOTHER: 1, 0 or empty.</param>
/// <param name="FirstChildBorn">MC_DOB.</param>
public sealed record SubmittedHeader(
    string Child, string Sex, DateOnly? Born, string Ethnicity, string Upn, string Mother, DateOnly? FirstChildBorn);

/// <summary>An Episodes row.</summary>
/// <param name="Child">CHILD.</param>
/// <param name="Commenced">DECOM: its first night.</param>
/// <param name="ReasonNew">RNE.</param>
/// <param name="LegalStatus">LS.</param>
/// <param name="Need">CIN.</param>
/// <param name="Place">PLACE.</param>
/// <param name="Provider">PLACE_PROVIDER.</param>
/// <param name="Ceased">DEC: the day it ended, or null while open at the end of the collection year.</param>
/// <param name="ReasonCeased">REC.</param>
/// <param name="ReasonPlacementChange">REASON_PLACE_CHANGE, on the episode that ends.</param>
/// <param name="HomePostcode">HOME_POST.</param>
/// <param name="PlacementPostcode">PL_POST.</param>
/// <param name="Urn">URN of the home, agency or service.</param>
public sealed record SubmittedEpisode(
    string Child,
    DateOnly Commenced,
    string ReasonNew,
    string LegalStatus,
    string Need,
    string Place,
    string Provider,
    DateOnly? Ceased,
    string ReasonCeased,
    string ReasonPlacementChange,
    string HomePostcode,
    string PlacementPostcode,
    string Urn);

/// <summary>A Reviews row.</summary>
/// <param name="Child">CHILD.</param>
/// <param name="Born">DOB.</param>
/// <param name="Held">REVIEW: the day of the review.</param>
/// <param name="Participation">REVIEW_CODE: PN0 to PN7.</param>
public sealed record SubmittedReview(string Child, DateOnly Born, DateOnly Held, string Participation);

/// <summary>A UASC row.</summary>
/// <param name="Child">CHILD.</param>
/// <param name="Sex">SEX as in the header.</param>
/// <param name="Born">DOB.</param>
/// <param name="StatusCeased">DUC, or null while the status lasts.</param>
public sealed record SubmittedUnaccompanied(string Child, string Sex, DateOnly Born, DateOnly? StatusCeased);

/// <summary>An OC2 row. Answers are 1 for yes, 0 for no, empty where the question does not apply.</summary>
/// <param name="Child">CHILD.</param>
/// <param name="Born">DOB.</param>
/// <param name="DifficultiesScore">SDQ_SCORE, 0 to 40, or null.</param>
/// <param name="NoScoreReason">SDQ_REASON where there is no score.</param>
/// <param name="Convicted">CONVICTED, aged ten and over.</param>
/// <param name="HealthCheck">HEALTH_CHECK, aged under five.</param>
/// <param name="Immunisations">IMMUNISATIONS.</param>
/// <param name="TeethCheck">TEETH_CHECK.</param>
/// <param name="HealthAssessment">HEALTH_ASSESSMENT.</param>
/// <param name="SubstanceMisuse">SUBSTANCE_MISUSE.</param>
/// <param name="InterventionReceived">INTERVENTION_RECEIVED, where there is a problem.</param>
/// <param name="InterventionOffered">INTERVENTION_OFFERED, where none was received.</param>
public sealed record SubmittedOutcome(
    string Child,
    DateOnly Born,
    int? DifficultiesScore,
    string NoScoreReason,
    string Convicted,
    string HealthCheck,
    string Immunisations,
    string TeethCheck,
    string HealthAssessment,
    string SubstanceMisuse,
    string InterventionReceived,
    string InterventionOffered);

/// <summary>An OC3 row.</summary>
/// <param name="Child">CHILD.</param>
/// <param name="Born">DOB.</param>
/// <param name="InTouch">IN_TOUCH.</param>
/// <param name="Activity">ACTIV.</param>
/// <param name="Accommodation">ACCOM.</param>
public sealed record SubmittedLeaver(string Child, DateOnly Born, string InTouch, string Activity, string Accommodation);

/// <summary>An AD1 row.</summary>
/// <param name="Child">CHILD.</param>
/// <param name="Born">DOB.</param>
/// <param name="DecidedInBestInterests">DATE_INT.</param>
/// <param name="Matched">DATE_MATCH.</param>
/// <param name="ByFosterCarer">FOSTER_CARE: 1 or 0.</param>
/// <param name="Adopters">NB_ADOPTR: 1 or 2.</param>
/// <param name="SexOfAdopters">SEX_ADOPTR.</param>
/// <param name="LegalStatusOfAdopters">LS_ADOPTR.</param>
public sealed record SubmittedAdoption(
    string Child,
    DateOnly Born,
    DateOnly DecidedInBestInterests,
    DateOnly Matched,
    string ByFosterCarer,
    string Adopters,
    string SexOfAdopters,
    string LegalStatusOfAdopters);

/// <summary>A PlacedAdoption row.</summary>
/// <param name="Child">CHILD.</param>
/// <param name="Born">DOB.</param>
/// <param name="Decided">DATE_PLACED: the decision that the child should be placed, not the day of the move.</param>
/// <param name="DecisionCeased">DATE_PLACED_CEASED, or null while the decision stands.</param>
/// <param name="ReasonCeased">REASON_PLACED_CEASED: RD1 to RD4.</param>
public sealed record SubmittedAdoptionDecision(string Child, DateOnly Born, DateOnly Decided, DateOnly? DecisionCeased, string ReasonCeased);

/// <summary>A PrevPerm row.</summary>
/// <param name="Child">CHILD.</param>
/// <param name="Born">DOB.</param>
/// <param name="Permanence">PREV_PERM: P1 to P4, or Z1 for none.</param>
/// <param name="Authority">LA_PERM.</param>
/// <param name="Date">DATE_PERM as text: unknown parts are zz.</param>
public sealed record SubmittedEarlierPermanence(string Child, DateOnly Born, string Permanence, string Authority, string Date);

/// <summary>A Missing row.</summary>
/// <param name="Child">CHILD.</param>
/// <param name="Born">DOB.</param>
/// <param name="Kind">MISSING: M for missing, A for away without authorisation.</param>
/// <param name="Started">MIS_START.</param>
/// <param name="Ended">MIS_END, or null while it lasts.</param>
public sealed record SubmittedMissing(string Child, DateOnly Born, string Kind, DateOnly Started, DateOnly? Ended);

/// <summary>An SWEpisodes row.</summary>
/// <param name="Child">CHILD.</param>
/// <param name="Born">DOB.</param>
/// <param name="Worker">SW_ID.</param>
/// <param name="Started">SW_DECOM.</param>
/// <param name="Ended">SW_DEC, or null while it lasts.</param>
/// <param name="Reason">SW_REASON: why this worker took over.</param>
public sealed record SubmittedSocialWorker(string Child, DateOnly Born, string Worker, DateOnly Started, DateOnly? Ended, string Reason);

/// <summary>A DoLo row.</summary>
/// <param name="Child">CHILD.</param>
/// <param name="Born">DOB.</param>
/// <param name="Started">DOLO_START.</param>
/// <param name="Ended">DOLO_END, or null while it lasts.</param>
public sealed record SubmittedDeprivation(string Child, DateOnly Born, DateOnly Started, DateOnly? Ended);
