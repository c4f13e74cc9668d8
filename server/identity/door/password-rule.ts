/** What is wrong with a password somebody chooses, or null. */
export type PasswordFault = 'password_short' | 'password_long' | 'password_personal'

const LONGEST = 1000
const WORDS = 7

/**
 * 12 characters or more of four kinds, 14 of three, or a sentence of seven words: the three ways of
 * the CNIL's recommendation. Nothing else is asked, and no change by date.
 */
export function passwordFault(
  password: string,
  person: { email: string; name: string },
): PasswordFault | null {
  if (password.length > LONGEST) return 'password_long'
  const said = password.toLowerCase()
  const own = [person.email, person.email.split('@')[0] ?? '', person.name].map((one) => one.toLowerCase())
  if (own.some((one) => one.length > 3 && said.replace(one, '').length < 8 && said.includes(one)))
    return 'password_personal'
  return waysMet(password).length > 0 ? null : 'password_short'
}

export type PasswordWay = 'twelve' | 'fourteen' | 'phrase'

/** The ways this password meets; a form shows them as one types. */
export function waysMet(password: string): PasswordWay[] {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) =>
    kind.test(password),
  ).length
  const length = [...password].length
  const words = new Set(
    password
      .toLowerCase()
      .split(/[\s\-_.,;]+/u)
      .filter((word) => word.length > 1),
  )
  const ways: [PasswordWay, boolean][] = [
    ['twelve', length >= 12 && kinds === 4],
    ['fourteen', length >= 14 && kinds >= 3],
    ['phrase', words.size >= WORDS],
  ]
  return ways.flatMap(([way, met]) => (met && new Set(password).size >= 5 ? [way] : []))
}
