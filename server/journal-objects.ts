import { namesOfOrganisations } from './crm/public.ts'
import type { JournalObjects } from './kernel/audit/search-journal.server.ts'

/** What the history calls things, and where they are; a capability that writes history adds its line. */
export const JOURNAL_OBJECTS: JournalObjects = {
  organisation: { namesOf: namesOfOrganisations, path: (id) => `bureau/structures/${id}` },
}
