/** What is known of a dossier the moment it is judged. Null, or an absent key: nobody said. */
export interface DossierFacts {
  youngest: number | null
  oldest: number | null
  people: { french: number | null; foreign: number | null }
  requestedCents: number | null
  /** Expenses in cash that the funder counts. */
  baseCents: number | null
  /** Of the holder's seat: 2A, 974. */
  department: string | null
  startsOn: string | null
  endsOn: string | null
  actionDays: number | null
  session: { actionsFrom: string | null; actionsTo: string | null }
  /** Of this holder in this session and region, this one among them. */
  holderFiles: number | null
  sponsorAccredited: boolean | null
  /** By the key of the document; false when somebody looked and it is not there. */
  documents: Readonly<Record<string, boolean>>
  countries: readonly string[]
  holder: { kind: string | null; subkind: string | null } | null
}

export const noFacts = (): DossierFacts => ({
  ...{ youngest: null, oldest: null, people: { french: null, foreign: null } },
  ...{ requestedCents: null, baseCents: null, department: null },
  ...{ startsOn: null, endsOn: null, actionDays: null, session: { actionsFrom: null, actionsTo: null } },
  ...{ holderFiles: null, sponsorAccredited: null, documents: {}, countries: [], holder: null },
})
