import type { FormDefinition } from '../form/form.schema.ts'

type Known = {
  name: string
  city: string | null
  postalCode: string | null
  insee: string | null
  department: string | null
  sectors: string[]
  sdgs: number[]
  phone: string | null
} | null
type Person = { name: string; email: string }

/** What is known already, in the fields that ask it: nobody types it twice, and everything can be changed. */
export function prefilled(definition: FormDefinition, person: Person, title: string, known: Known) {
  const fields = definition.sections.flatMap(({ fields }) => fields)
  const answers: Record<string, unknown> = {}
  const put = (key: string | undefined, value: unknown) => {
    const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
    if (key && !empty) answers[key] = value
  }
  const ofFact = (fact: string) => fields.find((field) => field.fact === fact)
  const ofPerson = (type: string, word: RegExp) =>
    fields.find(
      (field) => field.identifies && field.type === type && (type !== 'short_text' || word.test(field.key)),
    )
  put(ofFact('title')?.key, title)
  put(ofPerson('email', /./)?.key, person.email)
  put(ofPerson('short_text', /name/)?.key, person.name)
  if (!known) return answers
  put(ofPerson('phone', /./)?.key, known.phone)
  const most = (fact: string) => ofFact(fact)?.max ?? 100
  put(ofFact('sectors')?.key, known.sectors.length <= most('sectors') ? known.sectors : [])
  put(ofFact('sdgs')?.key, known.sdgs.length <= most('sdgs') ? known.sdgs : [])
  const { city, postalCode, insee, department } = known
  if (city)
    put(ofFact('place')?.key, {
      label: postalCode ? `${city} (${postalCode})` : city,
      ...{ insee, department, country: insee ? 'FR' : null },
    })
  return answers
}
