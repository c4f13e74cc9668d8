/** What both ends of a tie say together; nobody answered yet, it is proposed. */
export type TieState = 'proposed' | 'confirmed' | 'refused' | 'revoked'

/** What the other network may answer from each state. */
export const ANSWERS: Record<TieState, ('confirmed' | 'refused' | 'revoked')[]> = {
  proposed: ['confirmed', 'refused'],
  confirmed: ['revoked'],
  refused: ['confirmed'],
  revoked: ['confirmed'],
}
