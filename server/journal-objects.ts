import {
  namesOfBatches,
  namesOfCampaigns,
  namesOfOrganisations,
  namesOfPeople,
  namesOfRegistrations,
} from './crm/public.ts'
import {
  namesOfActions,
  namesOfDispositifs,
  namesOfDossiers,
  namesOfInstructors,
  namesOfSessions,
  namesOfSittings,
} from './dispositifs/public.ts'
import { namesOfGrants, namesOfInvitations } from './identity/public.ts'
import type { JournalObjects } from './kernel/audit/search-journal.server.ts'
import { namesOfProjects } from './projects/public.ts'
import { namesOfActs } from './support/public.ts'

/** What the history calls things, and where they are; a capability that writes history adds its line. */
export const JOURNAL_OBJECTS: JournalObjects = {
  organisation: { namesOf: namesOfOrganisations, path: (id) => `bureau/structures/${id}` },
  project: { namesOf: namesOfProjects, path: (id) => `bureau/projets/${id}` },
  person: { namesOf: namesOfPeople, path: (id) => `bureau/personnes/${id}` },
  change_batch: { namesOf: namesOfBatches, path: (id) => `bureau/lots/${id}` },
  registration: { namesOf: namesOfRegistrations, path: (id) => `bureau/inscriptions/${id}` },
  page_campaign: { namesOf: namesOfCampaigns, path: (id) => `bureau/fraicheur/campagnes/${id}` },
  grant: { namesOf: namesOfGrants, path: (id) => `bureau/equipe/${id}` },
  support_act: { namesOf: namesOfActs, path: (id) => `bureau/appuis/${id}` },
  dispositif: { namesOf: namesOfDispositifs, path: (id) => `bureau/dispositifs/${id}` },
  dispositif_session: {
    namesOf: namesOfSessions,
    path: (id) => `bureau/dispositifs/sessions/${id}`,
  },
  dossier: { namesOf: namesOfDossiers, path: (id) => `bureau/dispositifs/dossiers/${id}` },
  outreach_action: { namesOf: namesOfActions, path: (id) => `bureau/dispositifs/actions/${id}` },
  instructor: { namesOf: namesOfInstructors, path: (id) => `bureau/dispositifs/vivier/${id}` },
  sitting: { namesOf: namesOfSittings, path: (id) => `bureau/dispositifs/jurys/${id}` },
  invitation: { namesOf: namesOfInvitations, path: () => 'bureau/equipe' },
}
