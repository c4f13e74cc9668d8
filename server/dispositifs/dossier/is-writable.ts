/** What was emptied, or is one with another, is written no more. */
export const isWritable = ({ state, emptiedAt }: { state: string; emptiedAt: Date | null }): boolean =>
  state !== 'merged' && emptiedAt === null
