namespace Plimsoll.Statistics.Simulation;

/// <summary>Where a move may lead.</summary>
public enum MoveTargets
{
    /// <summary>To another state; exits have hazards of their own.</summary>
    States,

    /// <summary>To a state or to an exit: what happens is chosen in one row, and the hazard of the move is the hazard of anything.</summary>
    StatesAndExits,
}
