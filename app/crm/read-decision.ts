const FIELD = 'champ-'

/** What the form of a decision says of each field; to refuse is to leave them all. */
export function readDecision(form: FormData) {
  const asked = [...form].filter(([name]) => name.startsWith(FIELD))
  const said = (value: string) =>
    asked.flatMap(([name, given]) => (given === value ? [name.slice(FIELD.length)] : []))
  return form.get('intent') === 'refuser'
    ? { take: [], leave: asked.map(([name]) => name.slice(FIELD.length)) }
    : { take: said('prendre'), leave: said('laisser') }
}
