import { vi } from 'vitest'

/** Resolves when the condition holds; a refusal counts as not yet. Machines that test are often busy. */
export const until = (condition: () => unknown) =>
  vi.waitUntil(
    async () => {
      try {
        return await condition()
      } catch {
        return false
      }
    },
    { timeout: 120_000, interval: 10 },
  )
