namespace Avance.Functions.Progress;

public enum ReviewDecision
{
    Return,
    Accept,
}
