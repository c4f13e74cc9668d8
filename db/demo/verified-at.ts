import type { DemoOrganisation } from './organisation.ts'
import { randomFrom } from './random.ts'

const DAY_MS = 86_400_000

/** When its people last said that the page is right: over half of the pages, from days to three years ago. */
export function verifiedAt({ id, publishedAt }: DemoOrganisation, today: string): string | null {
  const random = randomFrom(`verified/${id}`)
  if (!publishedAt || !random.chance(0.62)) return null
  const at = Date.parse(`${today}T09:00:00Z`) - Math.round(random.next() ** 2 * 1100 + 3) * DAY_MS
  return at > new Date(publishedAt).getTime() ? new Date(at).toISOString() : null
}
