/** How long what a merge put together can be taken apart. */
export const DAYS_TO_UNDO = 30

const DAY = 86_400_000

export const lastDayToUndo = (createdAt: Date) => new Date(createdAt.getTime() + DAYS_TO_UNDO * DAY)

export const canBeUndone = (merge: { createdAt: Date; undoneAt: Date | null }, now: Date) =>
  merge.undoneAt === null && now < lastDayToUndo(merge.createdAt)
