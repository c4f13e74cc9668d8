/**
 * Makes one thing after the other and keeps each while the next is made: this process works while the
 * database does. Kept in order, one at a time; the first fault ends both.
 */
export async function oneBehind<T>(make: () => Promise<T | null>, keep: (made: T) => Promise<void>) {
  let kept: Promise<void> = Promise.resolve()
  try {
    for (;;) {
      const made = await make()
      await kept
      if (made === null) return
      kept = keep(made)
      // Its fault is met at the next turn: until then, nobody awaits it.
      kept.catch(() => {})
    }
  } finally {
    // A fault of the making leaves nothing running behind.
    await kept.catch(() => {})
  }
}
