import { foldText } from '#packages/referentials/text.ts'
import { type Level, likeness, type Name, nameOf, wordsOf } from './names.ts'

/** What two records are compared by. */
export type Comparable = {
  id: string
  name: string
  acronym: string | null
  /** Aliases and former names. */
  otherNames: string[]
  kind: string
  subkind: string | null
  siren: string | null
  siret: string | null
  rna: string | null
  insee: string | null
  postalCode: string | null
  city: string | null
  website: string | null
  email: string | null
  parentId: string | null
}

/** Why two records may be one; each is told in words of `crm:duplicate.reason.<reason>`. */
export type Reason =
  | 'siren'
  | 'rna'
  | 'name'
  | 'near_name'
  | 'other_name'
  | 'acronym'
  | 'place'
  | 'website'
  | 'email'
  | 'email_domain'
  | 'other_siren'
  | 'other_rna'
  | 'other_siret'
  | 'other_place'
  | 'other_kind'
export type Alike = { score: number; reasons: Reason[] }

/** From here on a person is asked. */
export const PROPOSED = 55
export const CERTAINTIES = { sure: 90, likely: 70, possible: PROPOSED } as const
export type Certainty = keyof typeof CERTAINTIES
export const certaintyOf = (score: number): Certainty =>
  score >= CERTAINTIES.sure ? 'sure' : score >= CERTAINTIES.likely ? 'likely' : 'possible'

export type Prepared = Comparable & {
  names: Name[]
  level: Level | null
  acronyms: Set<string>
  host: string | null
  mail: string | null
  mailDomain: string | null
}

const SHARED_HOSTS =
  /(^|\.)(facebook|instagram|linkedin|twitter|x|youtube|helloasso|wordpress|blogspot|wixsite|jimdo|jimdofree|over-blog|e-monsite|free|orange|google|assoconnect|canalblog|pagesperso-orange|github)\.\w+$/
const SHARED_MAIL =
  /^(gmail|googlemail|orange|wanadoo|free|hotmail|outlook|live|yahoo|laposte|sfr|neuf|bbox|numericable|aol|msn|icloud|protonmail|proton|gmx|posteo)\./

export function prepared(record: Comparable): Prepared {
  const { name, otherNames, kind, city } = record
  const names = [name, ...otherNames].map((one) => nameOf(one, kind, city))
  const host = hostOf(record.website)
  const mail = record.email ? foldText(record.email) : null
  const mailDomain = mail?.split('@')[1] ?? null
  const written = [record.acronym, ...[name, ...otherNames].filter((one) => /^[\p{Lu}.]{2,10}$/u.test(one))]
  return {
    ...record,
    names,
    level: levelOf(record, names),
    acronyms: new Set(written.flatMap((one) => (one ? [wordsOf(one).join('')] : []))),
    host: host && !SHARED_HOSTS.test(host) ? host : null,
    mail,
    mailDomain: mailDomain && !SHARED_MAIL.test(mailDomain) ? mailDomain : null,
  }
}

const LEVELS: Record<string, Level> = {
  municipality: 'municipality',
  intercommunality: 'intercommunality',
  department: 'department',
  region: 'region',
}

function levelOf({ kind, subkind }: Comparable, names: Name[]): Level | null {
  if (kind !== 'local_authority') return null
  return LEVELS[subkind ?? ''] ?? names.find(({ level }) => level)?.level ?? null
}

function hostOf(website: string | null): string | null {
  if (!website || !URL.canParse(website)) return null
  return new URL(website).hostname.replace(/^www\./, '')
}

/**
 * How surely two records are one organisation: numbers first, then names, helped or contradicted by where
 * they are and how one reaches them. Null: nothing to ask anybody.
 */
export function alike(one: Prepared, other: Prepared): Alike | null {
  if (one.parentId === other.id || other.parentId === one.id) return null
  const reasons: Reason[] = []
  const numbers = byNumbers(one, other, reasons)
  // A town and its intercommunality bear one name and are two.
  if (numbers === 0 && one.level && other.level && one.level !== other.level) return null
  const names = byNames(one, other, reasons)
  if (numbers === 0 && names === 0) return null
  const score = numbers + names + around(one, other, reasons)
  return score >= PROPOSED ? { score: Math.min(100, Math.max(score, numbers)), reasons } : null
}

/** Two establishments of one legal person may be two records on purpose: less sure. */
function byNumbers(one: Prepared, other: Prepared, reasons: Reason[]): number {
  if (one.siren && one.siren === other.siren) {
    reasons.push('siren')
    if (one.siret && other.siret && one.siret !== other.siret) {
      reasons.push('other_siret')
      return CERTAINTIES.possible
    }
    return 95
  }
  if (one.rna && one.rna === other.rna) {
    reasons.push('rna')
    return 95
  }
  return 0
}

const SAME_NAME = 60
const LEAST_NEAR = 0.62

function byNames(one: Prepared, other: Prepared, reasons: Reason[]): number {
  const official = likeness(one.names[0]!, other.names[0]!)
  const best = Math.max(official, ...one.names.flatMap((a) => other.names.map((b) => likeness(a, b))))
  if (best === 1) {
    reasons.push(official === 1 ? 'name' : 'other_name')
    return SAME_NAME
  }
  const acronym = [...one.acronyms].some((letters) => letters.length > 1 && other.acronyms.has(letters))
  if (acronym) reasons.push('acronym')
  if (best >= LEAST_NEAR) {
    reasons.push('near_name')
    return Math.round(25 + ((best - LEAST_NEAR) / (1 - LEAST_NEAR)) * 27) + (acronym ? 12 : 0)
  }
  return acronym ? 36 : 0
}

function around(one: Prepared, other: Prepared, reasons: Reason[]): number {
  let points = 0
  const say = (reason: Reason, count: number) => {
    reasons.push(reason)
    points += count
  }
  const known = reasons.includes('siren') || reasons.includes('rna')
  if (samePlace(one, other)) say('place', 20)
  else if (one.insee && other.insee) say('other_place', -20)
  if (one.host && one.host === other.host) say('website', 25)
  if (one.mail && one.mail === other.mail) say('email', 25)
  else if (one.mailDomain && one.mailDomain === other.mailDomain) say('email_domain', 12)
  if (one.siren && other.siren && one.siren !== other.siren) say('other_siren', -25)
  else if (!known && one.rna && other.rna && one.rna !== other.rna) say('other_rna', -20)
  if (one.kind !== other.kind) say('other_kind', -15)
  return points
}

const samePlace = (one: Prepared, other: Prepared) =>
  (one.insee !== null && one.insee === other.insee) ||
  (one.postalCode !== null && one.postalCode === other.postalCode)
