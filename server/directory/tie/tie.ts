/** What a network says of one of its listings and one of another network. */
export type Answer = 'same' | 'different'
export const ANSWERS: readonly Answer[] = ['same', 'different']

/**
 * What two networks say together. _open_: neither said anything; _asked_: the other network says they are
 * one; _waiting_: ours does; _joined_: both do, or an identifier does; _apart_: one of them says they are two.
 */
export type TieState = 'asked' | 'open' | 'waiting' | 'joined' | 'apart'

/** The lists of the page: what awaits this network first. */
export const LISTS = {
  toSay: ['asked', 'open'],
  waiting: ['waiting'],
  joined: ['joined'],
  apart: ['apart'],
} as const satisfies Record<string, readonly TieState[]>
export type TieList = keyof typeof LISTS

type Known = { siren: string | null; rna: string | null; key: string | null }

/** Nothing they are known by says that they are two. */
export function mayBeOne(ours: Known, theirs: Known): boolean {
  const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other
  const ofSiren = ({ key }: Known) => (key?.startsWith('siren:') ? key : null)
  return (
    !differ(ours.siren, theirs.siren) &&
    !differ(ours.rna, theirs.rna) &&
    !differ(ofSiren(ours), ofSiren(theirs))
  )
}
