/** Why one is asked to confirm: what it is about, and what fills its sentence. */
export type Doubt = { kind: string; amount?: string; count?: number; of?: number; what?: string }

/** What was sent is unlikely: nothing is done until it is sent again, having been told. */
export class Doubtful extends Error {
  readonly doubts: Doubt[]
  readonly seen: string
  constructor(doubts: Doubt[], seen: string) {
    super('doubtful')
    this.doubts = doubts
    this.seen = seen
  }
}
