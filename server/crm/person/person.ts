export const STANDINGS = ['elected', 'staff', 'volunteer', 'other'] as const
export type Standing = (typeof STANDINGS)[number]

/** Why the network may keep what it knows of somebody. */
export const LEGAL_BASES = ['legitimate_interest', 'consent', 'contract'] as const

/** Those spoken by who the networks work with; ISO 639-1. */
export const LANGUAGES =
  'fr en es pt de it ar am bg bm bn ca cs da el et eu fa ff fi ga ha he hi hr ht hu hy id ig ja ka km ko ku lo lt lv mg mk mn mr mt my ne nl no pa pl ps ro ru rw sk sl sn so sq sr sv sw ta te th ti tl tr uk ur vi wo xh yo zh zu'.split(
    ' ',
  )

export const isLanguage = (code: string) => LANGUAGES.includes(code)

/** « Camille Essai »; one name alone for who has one. */
export const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`.trim()
