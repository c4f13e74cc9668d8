/** Eight kinds « au fil de l'eau », five headings for an authority accompanied on its external action. */
export const KINDS = {
  flow: [
    'structuring',
    'funding',
    'communication',
    'orientation',
    'partners',
    'listing',
    'events',
    'dynamics',
  ],
  aect: ['awareness', 'framework', 'strategy', 'criteria', 'anchoring'],
} as const
export const FAMILIES = ['flow', 'aect'] as const
export const CHANNELS = ['visit', 'phone', 'video', 'mail', 'office'] as const

export type Family = (typeof FAMILIES)[number]
export type Kind = (typeof KINDS)[Family][number]
export type Channel = (typeof CHANNELS)[number]

export const ALL_KINDS: readonly Kind[] = [...KINDS.flow, ...KINDS.aect]
/** A week of work: more is a slip of the keyboard. */
export const MOST_MINUTES = 6000

/** No kind bears the same name in both families. */
export const familyOf = (kind: Kind): Family =>
  (KINDS.flow as readonly string[]).includes(kind) ? 'flow' : 'aect'

/** Only an authority is accompanied on its external action. */
export const fits = (kind: Kind, organisationKind: string | undefined) =>
  familyOf(kind) === 'flow' || organisationKind === 'local_authority'

/** « 45 min », « 1 h 30 », « 2 h »: written alike in both languages. */
export function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

/** Always computed, never typed: hours of the acts over the organisations that had them; null without any. */
export const averageHours = (minutes: number, organisations: number): number | null =>
  organisations === 0 ? null : minutes / 60 / organisations
