import { outreachInput } from '#server/dispositifs/outreach/outreach.schema.ts'
import { readWith } from '../follow-up/sent-follow-up.server.ts'

/** An action as its form sends it. */
export function readAction(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '')
  const all = (name: string) => form.getAll(name).map(String)
  return readWith(outreachInput, {
    ...{ kind: text('kind'), happenedOn: text('happenedOn'), title: text('title'), place: text('place') },
    ...{ people: text('people'), organisations: text('organisations'), note: text('note') },
    ...{ dispositifs: all('dispositifs'), colleagues: all('colleagues') },
  })
}
