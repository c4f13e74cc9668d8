import type { TimelineSource } from './crm/public.ts'
import { peopleOfRecord } from './crm/public.ts'

/** What each capability shows on an organisation's record; one line each. */
export const RECORD_PARTS = {
  people: peopleOfRecord,
}

/** Whose story an organisation's timeline tells; one line each. */
export const TIMELINE_SOURCES: TimelineSource[] = []
