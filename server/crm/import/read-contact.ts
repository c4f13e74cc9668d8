import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import type { Contact, Reason } from './given.ts'
import type { Answers } from './matching.schema.ts'
import { foldValue, recognise } from './recognise.ts'

const email = z.email()

/** A person a line names; one without a name is left aside, and said. */
export function readContact(
  group: 'contact1' | 'contact2',
  said: Map<string, string>,
  answers: Answers,
  reasons: Reason[],
): Contact | null {
  const cell = (key: string, most: number) => keptText(said.get(`${group}.${key}`) ?? '').slice(0, most)
  // Beside a first name of its own, what the other column holds is the family's, however many words.
  const named = cell('fullName', 200)
  const whole = said.has(`${group}.givenName`)
    ? { givenName: '', familyName: named.slice(0, 100) }
    : splitName(named)
  const familyName = cell('familyName', 100) || whole.familyName
  const givenName = cell('givenName', 100) || whole.givenName
  const written = cell('email', 254).toLowerCase()
  const phone = cell('phone', 40)
  if (!familyName && !givenName) {
    if (written || phone)
      reasons.push({ code: 'contact_nameless', field: group, value: written || phone, note: true })
    return null
  }
  const isAddress = written === '' || email.safeParse(written).success
  if (!isAddress) reasons.push({ code: 'email', field: `${group}.email`, value: written, note: true })
  const standing = cell('standing', 100)
  return {
    givenName: familyName ? givenName : '',
    familyName: familyName || givenName,
    function: cell('function', 200),
    standing: standing
      ? (recognise('standing', standing) ?? (answers[`${group}.standing`]?.[foldValue(standing)] || null))
      : null,
    email: isAddress && written ? written : null,
    phone: phone || null,
  }
}

const CIVILITY = /^(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|dr|mrs|ms)\.?\s+/i

/** « DUPONT Marie », « Marie Dupont »: what is in capitals is the family's, else all but the first word. */
function splitName(name: string): { givenName: string; familyName: string } {
  const words = name.replace(CIVILITY, '').split(/\s+/).filter(Boolean)
  if (words.length < 2) return { givenName: '', familyName: words[0]?.slice(0, 100) ?? '' }
  const capitals = words.filter((word) => word.length > 1 && word === word.toUpperCase())
  const family = capitals.length > 0 && capitals.length < words.length ? capitals : words.slice(1)
  const given = words.filter((word) => !family.includes(word))
  return { givenName: given.join(' ').slice(0, 100), familyName: family.join(' ').slice(0, 100) }
}
