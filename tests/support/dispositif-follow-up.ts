import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Role } from '#tenants/roles.ts'
import { aDispositif } from './dispositifs.ts'
import { anOrganisation } from './organisations.ts'
import { aPerson } from './people.ts'

export const EVERY_STEP = ['sponsor', 'instruction', 'national', 'advance']

const WAY: DossierState[] = [
  'complete',
  'eligible',
  'instructed',
  'opined',
  'financed',
  'advance_paid',
  'done',
  'report_received',
]

type Given = {
  state?: DossierState
  sponsor?: string | null
  cents?: number | null
  title?: string
  number?: number
}

/** A call with every step, its files at the place asked, and what tests look at of them. */
export async function aFollowedCall(superuser: Client, staff: StaffContext, steps = EVERY_STEP) {
  const { id: network } = staff.network
  const made = await aDispositif(superuser, network, { rules: [], call: { steps, published: false } })
  let numbers = 0
  const dossier = async (given: Given = {}) => {
    numbers += 1
    const id = randomUUID()
    const { state = 'opined', sponsor = null, cents = 500_000, title = 'Un chantier d’essai' } = given
    const first = state === 'draft' || state === 'awaiting_sponsor' ? 'draft' : 'submitted'
    await superuser.query(
      `insert into dossier (network_id, id, session_id, number, title, origin, form_id, state, moved_at, submitted_at,
         requested_cents, sponsor_id, countries, answers)
       values ($1, $2, $3, $4, $5, 'behalf', $6, $7, '2026-11-10T12:00:00Z', case when $7 = 'submitted' then now() end,
         $8, $9, '{TG}', $10)`,
      [
        network,
        id,
        made.session,
        given.number ?? numbers,
        title,
        made.formId,
        first,
        cents,
        sponsor,
        JSON.stringify({ title }),
      ],
    )
    const { id: holder } = await createOrganisation(
      staff,
      anOrganisation({ name: `Porteuse ${id.slice(0, 8)}` }),
    )
    await superuser.query(
      'insert into dossier_holder (network_id, dossier_id, organisation_id, lead) values ($1, $2, $3, true)',
      [network, id, holder],
    )
    const move = (to: string) =>
      superuser.query(`update dossier set state = $2, moved_at = now(), move_reason = '' where id = $1`, [
        id,
        to,
      ])
    if (state === 'awaiting_sponsor') await move(state)
    else if (first !== state) for (const to of WAY.slice(0, WAY.indexOf(state) + 1)) await move(to)
    return { id, holder, path: `/${staff.network.slug}/bureau/dispositifs/dossiers/${id}/suivi` }
  }
  return { ...made, network, dossier }
}

/** A person who acts for an organisation in a role that is bound to it. */
export async function aBoundPerson(
  superuser: Client,
  slug: string,
  role: Role,
  organisation: string,
  name?: string,
) {
  const person = await aPerson(superuser, { [slug]: role }, name)
  await superuser.query(
    `insert into grant_organisation (network_id, grant_id, organisation_id)
     select network_id, id, $2 from account_grant where account_id = $1`,
    [person.id, organisation],
  )
  return person
}

/** Somebody who writes a dossier, so that there is somebody to write to. */
export async function anEditor(superuser: Client, network: number, dossier: string, slug: string) {
  const person = await aPerson(superuser, { [slug]: 'holder' }, 'Charlie Essai')
  await superuser.query(
    `insert into dossier_editor (network_id, id, dossier_id, email, account_id, name, added_at, joined_at)
     values ($1, $2, $3, $4, $5, $6, now(), now())`,
    [network, randomUUID(), dossier, person.email, person.id, person.name],
  )
  return person
}
