import type { FormerName } from '#db/schema/crm.ts'
import type { KindKey, SubkindKey } from '#packages/referentials/kinds.ts'
import type { SectorKey } from '#packages/referentials/sectors.ts'

/** A public or shared organisation, described beforehand; what is absent is drawn. */
export type Known = {
  name: string
  acronym?: string
  aliases?: string[]
  kind: KindKey
  subkind: SubkindKey
  /** INSEE code of the seat; null abroad. */
  insee: string | null
  countries?: string[]
  sectors?: SectorKey[]
  description?: string
  siren?: string | null
  /** What this network knows it by, when that is not its SIREN. */
  numbers?: { siren: string | null; siret: null; rna: string | null }
  formerNames?: FormerName[]
  member?: boolean
  listed?: boolean
}

/** One line of a network's list before it has a name: what the counts are about. */
export type Slot = {
  kind: KindKey
  /** Null: seat abroad. */
  department: string | null
  member: boolean
  listed: boolean
  actor: boolean
  publishedOn: string | null
  known?: Known
}

export type DemoOrganisation = {
  id: string
  slug: string | null
  name: string
  acronym: string | null
  aliases: string[]
  kind: KindKey
  subkind: SubkindKey
  siren: string | null
  siret: string | null
  rna: string | null
  address: string | null
  insee: string | null
  postalCode: string | null
  city: string | null
  department: string | null
  lat: number | null
  lon: number | null
  website: string | null
  formerNames: FormerName[]
  parentId: string | null
  seatCountry: string
  seatPrivate: boolean
  email: string | null
  phone: string | null
  aggregated: boolean
  shownToNetworks: boolean
  contactable: boolean
  emailShown: boolean
  description: string
  countries: string[]
  sectors: SectorKey[]
  sdgs: number[]
  publishedAt: Date | null
  createdAt: Date
  updatedAt: Date
  member: boolean
  actor: boolean
}

export type MemberQuotas = { byKind: Partial<Record<KindKey, number>>; byDepartment: Record<string, number> }

/** How many of each a network gets. */
export type Plan = {
  slug: string
  /** Two figures of the numbers given to this network's organisations. */
  series: number
  departments: string[]
  organisations: number
  actors: number
  listed: number
  members: number | MemberQuotas
  /** Listed organisations published after 2025. */
  publishedLate: number
  publishedProjects: number
  known: Known[]
  today: string
}
