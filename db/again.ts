/** What PostgreSQL answers when it gave a transaction up for another that stood in its way: nothing of it was done. */
const GIVEN_UP = ['40P01', '40001']
const TRIES = 3

/** Plays a whole transaction, and again when it was given up; whoever asked sees one that was done. */
export async function again<T>(transaction: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await transaction()
    } catch (error) {
      if (left === 0 || !isGivenUp(error)) throw error
    }
  }
}

function isGivenUp(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } }
  return GIVEN_UP.includes(cause?.code ?? code ?? '')
}
