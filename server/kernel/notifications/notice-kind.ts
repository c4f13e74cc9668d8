/**
 * One kind of notice, declared by its capability and listed in server/notices.ts. Its sentence is
 * `notice.<kind>` and its name among the choices `kind.<kind>`, in the notifications' words.
 */
export type NoticeKind = { kind: string }

/** The choice for every kind not named: written by the link that stops the digests. */
export const EVERY_KIND = '*'

export type Choice = { kind: string; inApp: boolean; byMail: boolean }

/** What a person chose for a kind; who chose nothing is told both ways. */
export function choiceFor(kind: string, choices: readonly Choice[]): Omit<Choice, 'kind'> {
  const named = choices.find((one) => one.kind === kind) ?? choices.find((one) => one.kind === EVERY_KIND)
  return { inApp: named?.inApp ?? true, byMail: named?.byMail ?? true }
}
