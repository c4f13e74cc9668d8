import { communesMeant } from '#server/crm/organisation/find-commune.server.ts'
import { type RegistrationInput, registrationInput } from '#server/crm/registration/registration.schema.ts'

const TEXTS = [
  'name',
  'type',
  'commune',
  'siren',
  'rna',
  'website',
  'description',
  'contactName',
  'contactEmail',
  'contactFunction',
  'message',
] as const

export type RegistrationTyped = Record<(typeof TEXTS)[number], string>
export type RegistrationFaults = Partial<
  Record<keyof RegistrationTyped, { code: string; choices?: string[] }>
>
export type ReadRegistration =
  | { input: RegistrationInput; faults: null }
  | { input: null; faults: RegistrationFaults }

export const typedRegistration = (form: FormData): RegistrationTyped =>
  Object.fromEntries(TEXTS.map((name) => [name, String(form.get(name) ?? '')])) as RegistrationTyped

export function readRegistration({ type, commune, ...fields }: RegistrationTyped): ReadRegistration {
  const meant = commune.trim() ? communesMeant(commune) : []
  const one = meant.length === 1 ? meant[0]! : null
  const [kind = '', subkind = ''] = type.split('/')
  const parsed = registrationInput.safeParse({
    ...fields,
    kind,
    subkind,
    insee: one?.insee ?? null,
    postalCode: one?.postalCode ?? null,
  })
  const faults: RegistrationFaults = {}
  if (!commune.trim()) faults.commune = { code: 'commune_missing' }
  else if (meant.length === 0) faults.commune = { code: 'commune_unknown' }
  if (meant.length > 1)
    faults.commune = { code: 'commune_ambiguous', choices: meant.slice(0, 12).map(({ label }) => label) }
  for (const issue of parsed.error?.issues ?? []) {
    const path = String(issue.path[0])
    const field = path === 'kind' || path === 'subkind' ? 'type' : (path as keyof RegistrationTyped)
    faults[field] ??= { code: issue.message }
  }
  return parsed.success && Object.keys(faults).length === 0
    ? { input: parsed.data, faults: null }
    : { input: null, faults }
}
