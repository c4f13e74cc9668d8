import type { OwnValue } from '#db/schema/crm.ts'

/** What a line says, understood: what it does not say is absent, and changes nothing. */
export type Contact = {
  givenName: string
  familyName: string
  function: string
  standing: string | null
  email: string | null
  phone: string | null
}
export type Given = {
  fields: Record<string, unknown>
  /** Of the fields the network added; absent from what was checked before they could be given. */
  own?: Record<string, OwnValue>
  /** Names of tags, each once; absent from what was checked before they could be given. */
  tags?: string[]
  externalKey: string | null
  contacts: Contact[]
}

/** Why a line is refused, or what of it was left aside: a code said in words by the page, its field and value. */
export type Reason = { code: string; field: string | null; value?: string; note?: true }

export type Verdict = 'create' | 'update' | 'same' | 'refused' | 'like'
