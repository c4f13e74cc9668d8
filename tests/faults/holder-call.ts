import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { formDefinition } from '#server/dispositifs/form/form.schema.ts'
import { rules } from '#server/dispositifs/rule/rule.schema.ts'
import { HOLDER_FORM } from '#tests/support/dispositif-holder.ts'

type Call = { session: string; form: string }

async function insert(client: pg.Client, table: string, row: Record<string, unknown>) {
  const names = Object.keys(row)
  await client.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  )
}

const networkOf = async (client: pg.Client, slug: string): Promise<number> =>
  (await client.query('select id from network where slug = $1', [slug])).rows[0].id

/** A published call whose files come here, written into an installation of its own. */
export async function anOpenCall(client: pg.Client, slug: string): Promise<Call> {
  const network_id = await networkOf(client, slug)
  const day = 86_400_000
  const published_at = new Date(Date.now() - 20 * day)
  const [dispositif_id, session, form, ruled] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await insert(client, 'dispositif', {
    ...{ network_id, id: dispositif_id, slug: 'essai', code: 'ESSAI', name: 'Appel d’essai', intake: 'here' },
    published_at,
  })
  const revision = { network_id, dispositif_id, number: 1, published_at }
  const contents = [
    { id: form, kind: 'form', content: JSON.stringify(formDefinition.parse(HOLDER_FORM)) },
    { id: ruled, kind: 'rules', content: JSON.stringify(rules.parse([])) },
  ]
  for (const one of contents) await insert(client, 'dispositif_revision', { ...revision, ...one })
  await insert(client, 'dispositif_session', {
    ...{ network_id, id: session, dispositif_id, name: 'Session d’essai', year: new Date().getFullYear() },
    ...{ opens_at: new Date(Date.now() - 10 * day), closes_at: new Date(Date.now() + 10 * day) },
    ...{ time_zone: 'Europe/Paris', rules_id: ruled, form_id: form, published_at },
  })
  return { session, form }
}

/** A whole draft of this person, ready to be deposited. */
export async function aDraftOf(
  client: pg.Client,
  slug: string,
  call: Call,
  person: { account: string; email: string },
  number: number,
) {
  const network_id = await networkOf(client, slug)
  const id = randomUUID()
  const answers = {
    ...{ title: `Projet ${number}`, story: 'Un récit.', requested: 300_000 },
    contact_email: 'contact@essai.example',
  }
  await insert(client, 'dossier', {
    ...{ network_id, id, session_id: call.session, number, origin: 'here', form_id: call.form },
    ...{ title: answers.title, answers: JSON.stringify(answers), moved_at: new Date() },
  })
  await insert(client, 'dossier_editor', {
    ...{ network_id, id: randomUUID(), dossier_id: id, email: person.email.toLowerCase() },
    ...{ account_id: person.account, joined_at: new Date() },
  })
  return { id }
}
