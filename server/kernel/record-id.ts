import { z } from 'zod'
import { notFound } from './errors.ts'

const uuid = z.uuid()

/** An id from an address; one that cannot be an id answers like one that is not there. */
export function recordId(value: string | undefined): string {
  const parsed = uuid.safeParse(value)
  if (!parsed.success) throw notFound()
  return parsed.data
}
