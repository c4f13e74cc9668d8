import type { Contact } from './given.ts'
import { foldValue } from './recognise.ts'

/** Somebody who stands somewhere, as the network knows them. */
export type KnownPosition = {
  positionId: string
  personId: string
  organisationId: string
  givenName: string
  familyName: string
  email: string | null
  phone: string | null
  function: string
  standing: string
  version: number
}
/** `at`: which of the line's people it is. */
export type PersonChange =
  | { kind: 'add'; at: number; contact: Contact }
  | {
      kind: 'change'
      at: number
      known: KnownPosition
      person: Record<string, string>
      position: Record<string, string>
    }

/** What a line's people change at their organisation; who is there already, and said alike, changes nothing. */
export function peopleChanges(contacts: Contact[], there: KnownPosition[]): PersonChange[] {
  return contacts.flatMap((contact, at): PersonChange[] => {
    const known = there.find((one) => isSame(contact, one))
    if (!known) return [{ kind: 'add', at, contact }]
    const person: Record<string, string> = {}
    const position: Record<string, string> = {}
    if (contact.phone && contact.phone !== known.phone) person.phone = contact.phone
    if (contact.email && !known.email) person.email = contact.email
    if (contact.function && contact.function !== known.function) position.function = contact.function
    if (contact.standing && contact.standing !== known.standing) position.standing = contact.standing
    const changes = Object.keys(person).length + Object.keys(position).length
    return changes > 0 ? [{ kind: 'change', at, known, person, position }] : []
  })
}

const nameOf = (one: { givenName: string; familyName: string }) =>
  foldValue(`${one.givenName} ${one.familyName}`)

/** The same address, or the same name where an address is missing. */
function isSame(contact: Contact, known: KnownPosition): boolean {
  if (contact.email && known.email) return contact.email === known.email.toLowerCase()
  return nameOf(contact) === nameOf(known)
}
